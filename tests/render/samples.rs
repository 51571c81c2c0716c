//! Documents to be rendered, each for a question.

use nianbao_core::doc::{Doc, Face, Imprint, Inline, Letterhead, Role};
use nianbao_formats::export::docx::{Faces, Latin, Looks, Margins, PageNumbers, Seal, WordGrid};

use crate::build::*;

pub fn all() -> Vec<(&'static str, Doc, Looks)> {
    let compensated = || Looks { margins: Margins::Compensated, ..Looks::default() };
    vec![
        ("grid", grid(), Looks::default()),
        ("grid_compensated", grid(), compensated()),
        ("report", report(), Looks::default()),
        ("report_compensated", report(), compensated()),
        ("long_names", long_names(), Looks::default()),
        ("short_name", short_name(), Looks::default()),
        ("soft_break", soft_break(), Looks::default()),
        ("signature_moves", signature_moves(), Looks::default()),
        ("tables", tables(), Looks::default()),
        ("marks", marks(), Looks::default()),
        ("official", official(), Looks::default()),
        ("official_compensated", official(), compensated()),
        ("sealed", sealed(), Looks { seal: Seal::Room, ..Looks::default() }),
        ("rare", doc(vec![body("䶮㛃珺")]), Looks::default()),
        ("centred", report(), numbered(PageNumbers::Centred)),
        ("characters", report(), Looks { grid: WordGrid::Characters, ..Looks::default() }),
        ("unnumbered", report(), numbered(PageNumbers::None)),
        (
            "windows",
            report(),
            Looks { faces: Faces::windows(), latin: Latin::TimesNewRoman, ..Looks::default() },
        ),
    ]
}

fn numbered(page_numbers: PageNumbers) -> Looks {
    Looks { page_numbers, ..Looks::default() }
}

/// A letterhead of a name too long for one line, sent down; a short imprint.
fn sealed() -> Doc {
    let mut doc = doc(vec![
        title("清河市司法局2023年法治政府建设年度报告"),
        body("全年任务完成。"),
        signature("清河市司法局"),
        date("二〇二四年一月三十日"),
    ]);
    doc.letterhead = Some(Letterhead {
        mark: format!("{LONG}综合协调工作文件"),
        number: "清司〔2024〕3号".to_owned(),
        ..Letterhead::default()
    });
    doc.imprint = Some(Imprint { copies: String::new(), ..imprint() });
    doc
}

fn grid() -> Doc {
    doc(vec![body(&repeat("国", 2000))])
}

const LONG: &str = "清河市青山区人民政府城市更新和历史文化街区保护利用工作领导小组办公室";

fn long_names() -> Doc {
    doc_of(
        LONG,
        vec![
            title(&format!("{LONG}关于2023年度法治政府建设情况的报告")),
            body(&repeat("法治政府建设。", 9)),
            signature(LONG),
            // Digits of a face that stands in are not half a 字; these are whole ones in any.
            date("二〇二四年十二月三十一日"),
        ],
    )
}

fn short_name() -> Doc {
    doc_of(
        "清河市青山区综合行政执法局",
        vec![
            title("清河市青山区综合行政执法局2023年法治政府建设年度报告"),
            body("全年任务完成。"),
            signature("某某局"),
            date("二〇二四年十二月三十一日"),
        ],
    )
}

fn soft_break() -> Doc {
    doc(vec![paragraph(Role::Body, vec![text("一二三四五六"), Inline::Break, text("第二行")])])
}

/// The last page is full up to the line above the signature.
fn signature_moves() -> Doc {
    let mut blocks = vec![body("第一行")];
    blocks.extend((0..19).map(|_| body("一行")));
    blocks.push(body(&repeat("末", 26 + 28 - 1)));
    blocks.push(signature("清河市青山区司法局"));
    blocks.push(date("2024年1月30日"));
    doc(blocks)
}

/// Every kind of closing mark at every place of a line, the place after the last one too.
fn marks() -> Doc {
    let mut blocks = Vec::new();
    for mark in ["，", "。", "”，", "）。", "》、"] {
        blocks.extend(
            (40..70).map(|n| body(&format!("{}{mark}{}", repeat("国", n), repeat("家", 30)))),
        );
    }
    doc(blocks)
}

fn tables() -> Doc {
    doc(vec![
        body("表前"),
        table(
            &[200, 300, 250, 250],
            1,
            vec![
                vec![cell("类别"), cell("事项"), span("件数（合并两列）", 2, 1)],
                vec![span("纵向合并", 1, 2), cell("许可"), cell("12"), cell("34")],
                vec![cell("处罚"), cell("56"), cell("78")],
            ],
        ),
        table(
            &[100, 900],
            1,
            vec![vec![cell("序号"), cell("内容")], vec![cell("1"), cell(&items(900))]],
        ),
        paragraph(Role::Body, vec![faced(Face::Heading(1), "表后。")]),
    ])
}
