//! Short ways to say a document. All names and texts are invented.
#![allow(dead_code)]

use nianbao_core::doc::{Block, Cell, Doc, Face, Inline, Meta, Paragraph, Role, Table, Text};

pub fn doc(blocks: Vec<Block>) -> Doc {
    doc_of("清河市司法局", blocks)
}

pub fn doc_of(unit: &str, blocks: Vec<Block>) -> Doc {
    Doc {
        meta: Meta {
            title: format!("{unit}2023年法治政府建设年度报告"),
            unit: unit.to_owned(),
            year: 2023,
        },
        blocks,
        ..Doc::default()
    }
}

pub fn text(text: &str) -> Inline {
    faced(Face::Plain, text)
}

pub fn faced(face: Face, text: &str) -> Inline {
    Inline::Text(Text { text: text.to_owned(), face, ..Text::default() })
}

pub fn paragraph(role: Role, inlines: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph { role, inlines })
}

pub fn title(words: &str) -> Block {
    paragraph(Role::Title, vec![text(words)])
}

pub fn addressee(words: &str) -> Block {
    paragraph(Role::Addressee, vec![text(words)])
}

pub fn heading(level: u8, words: &str) -> Block {
    paragraph(Role::Heading(level), vec![text(words)])
}

pub fn body(words: &str) -> Block {
    paragraph(Role::Body, vec![text(words)])
}

/// A heading sentence run into its paragraph.
pub fn run_in(level: u8, sentence: &str, rest: &str) -> Block {
    paragraph(Role::Body, vec![faced(Face::Heading(level), sentence), text(rest)])
}

pub fn signature(name: &str) -> Block {
    paragraph(Role::Signature, vec![text(name)])
}

pub fn date(words: &str) -> Block {
    paragraph(Role::Date, vec![text(words)])
}

pub fn cell(words: &str) -> Cell {
    span(words, 1, 1)
}

pub fn span(words: &str, columns: u16, rows: u16) -> Cell {
    Cell { inlines: vec![text(words)], columns, rows, ..Cell::default() }
}

pub fn table(columns: &[u16], header_rows: usize, rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table { columns: columns.to_vec(), header_rows, rows })
}

pub fn repeat(words: &str, count: usize) -> String {
    words.repeat(count)
}

/// A long text in which a missing piece shows.
pub fn items(count: usize) -> String {
    (1..=count).map(|n| format!("第{n}项。")).collect()
}

/// A whole report of several pages.
pub fn report() -> Doc {
    let mut blocks = vec![
        title("清河市司法局2023年法治政府建设年度报告"),
        addressee("市委全面依法治市委员会办公室："),
        body(
            "2023年，市司法局坚持把法治政府建设摆在突出位置，以“群众满意”为尺子——把该办的事办好、\
             把能省的环节省掉……全年各项任务按期完成。现将有关情况报告如下：",
        ),
    ];
    let areas =
        ["强化统筹，压实法治建设责任", "规范决策，提升制度供给质量", "严格执法，守护公平正义底线"];
    for (n, area) in areas.iter().enumerate() {
        blocks.push(heading(1, &format!("{}、{area}", ["一", "二", "三"][n])));
        for (m, what) in ["健全工作机制", "抓好清单管理", "推进提质增效"].iter().enumerate()
        {
            let number = format!("（{}）{what}。", ["一", "二", "三"][m]);
            blocks.push(run_in(
                2,
                &number,
                "制定年度工作要点和任务分工清单，明确23项重点任务的责任单位、完成时限和验收标准，按季度\
                 调度、按半年通报、按年度考核。全年召开专题会议4次，办理人大代表建议和政协委员提案17件，\
                 满意率100%。组织行政执法人员培训36场次，参训2140人次；审查重大行政决策事项58件、行政\
                 规范性文件31件，提出修改意见206条，采纳率达到98.5%。",
            ));
        }
        blocks.push(heading(2, "（四）推动基层治理"));
        blocks.push(body(
            "建成镇街公共法律服务工作站12个、村（社区）法律顾问全覆盖，接待群众咨询9300余人次，调解\
             矛盾纠纷1846件，涉及金额约2.7亿元。",
        ));
    }
    blocks.push(heading(1, "四、存在的问题和下一步打算"));
    blocks.push(paragraph(
        Role::Body,
        vec![
            faced(Face::Lead, "一是基层力量仍然薄弱。"),
            text("部分镇街专职人员不足。"),
            faced(Face::Lead, "二是数字化水平不高。"),
            text("数据共享还不顺畅，平台之间重复录入。下一年将逐项整改，补齐短板。"),
        ],
    ));
    blocks.push(signature("清河市司法局"));
    blocks.push(date("2024年1月30日"));
    doc(blocks)
}
