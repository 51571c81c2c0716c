//! 自评表: what the unit says of itself, indicator by indicator.

use nianbao_core::coverage::{Coverage, CoverageRow};

use super::matrix::{above, levels, proofs, shown};
use super::{Cell, Sheet};

/// Where nothing was written for an indicator, the achievements that answer it stand in: heading
/// sentences and texts as the report has them.
pub fn assessment(coverage: &Coverage, unit: &str, year: i32) -> Sheet {
    let mut sheet = Sheet {
        name: "自评表".to_owned(),
        title: format!("{unit}{year}年法治政府建设指标自评表"),
        ..Sheet::default()
    };
    levels(&mut sheet, coverage);
    sheet.column("编号", 10, false);
    sheet.column("评分标准", 36, false);
    sheet.column("自评情况", 60, false);
    sheet.column("佐证材料", 30, false);
    for row in shown(coverage) {
        let mut cells = above(row, coverage.levels);
        cells.push(row.code.as_str().into());
        cells.push(row.standard.as_str().into());
        let said = said(row);
        let gap = row.last_level && said.is_empty();
        cells.push(Cell { text: said, gap, ..Cell::default() });
        cells.push(Cell { text: proofs(row), gap: row.no_evidence, ..Cell::default() });
        sheet.rows.push(cells);
    }
    sheet
}

fn said(row: &CoverageRow) -> String {
    if !row.assessment.trim().is_empty() {
        return row.assessment.trim().to_owned();
    }
    let one = |answer: &nianbao_core::coverage::Answer| {
        let (title, body) = (answer.title.trim(), answer.body.trim());
        let stop = if title.is_empty() || title.ends_with(['。', '！', '？', '：', '；']) {
            ""
        } else {
            "。"
        };
        format!("{title}{stop}{body}")
    };
    let all: Vec<String> = row.achievements.iter().map(one).collect();
    all.join("\n")
}
