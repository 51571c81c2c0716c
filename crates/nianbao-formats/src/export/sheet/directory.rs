//! 佐证目录 as a table.

use nianbao_core::directory::DirectoryLine;
use nianbao_core::text::date::written;

use super::{Cell, Sheet};
use crate::export::evidence::Package;

/// `package`: the files as they are called beside this directory; none where it goes out alone.
pub fn directory(
    lines: &[DirectoryLine],
    package: Option<&Package>,
    unit: &str,
    year: i32,
) -> Sheet {
    let mut sheet = Sheet {
        name: "佐证目录".to_owned(),
        title: format!("{unit}{year}年法治政府建设佐证材料目录"),
        note: format!("共{}件", lines.len()),
        ..Sheet::default()
    };
    for (header, width) in
        [("编号", 8), ("名称", 40), ("文号", 22), ("日期", 16), ("页码", 12), ("证明事项", 44)]
    {
        sheet.column(header, width, false);
    }
    if package.is_some() {
        sheet.column("文件", 44, false);
    }
    for line in lines {
        let mut cells: Vec<Cell> = vec![
            line.number.to_string().into(),
            line.title.as_str().into(),
            line.document.as_str().into(),
            line.date.map(written).unwrap_or_default().into(),
            line.page.as_str().into(),
            line.proves.join("\n").into(),
        ];
        if let Some(package) = package {
            let file = package.files.iter().find(|file| file.id == line.id);
            cells.push(
                file.map_or_else(|| Cell::gap("没有附文件"), |file| file.name.as_str().into()),
            );
        }
        sheet.rows.push(cells);
    }
    sheet
}
