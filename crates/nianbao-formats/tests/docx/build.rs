//! Short ways to say a document. All names and texts are invented.
#![allow(dead_code)]

use nianbao_core::doc::{
    Align, Block, Cell, Doc, Face, Imprint, Inline, Letterhead, Meta, Paragraph, Role, Table, Text,
};

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

/// Everything that may stand around a report: upward, with two attachments and an imprint.
pub fn official() -> Doc {
    let mut doc = report();
    doc.letterhead = Some(letterhead());
    let signed = doc.blocks.len() - 2;
    let long = "2.清河市司法局2023年度行政规范性文件和重大行政决策事项合法性审查意见采纳情况";
    let notes = [
        paragraph(Role::AttachmentNote, vec![text("附件：1.2023年法治政府建设主要数据")]),
        paragraph(Role::AttachmentNote, vec![text(long)]),
    ];
    doc.blocks.splice(signed..signed, notes);
    doc.blocks.push(paragraph(Role::Note, vec![text("（联系人：孙某，电话：0000—1234567）")]));
    doc.blocks.push(paragraph(Role::AttachmentLabel, vec![text("附件1")]));
    let annex = "2023年法治政府建设主要数据";
    doc.blocks.push(paragraph(Role::AttachmentTitle, vec![text(annex)]));
    doc.blocks.push(ledger(45));
    doc.blocks.push(paragraph(Role::AttachmentLabel, vec![text("附件2")]));
    doc.blocks.push(paragraph(Role::AttachmentTitle, vec![text(&long[2..])]));
    doc.blocks.push(body(&repeat("对文件逐件提出意见并跟踪采纳情况。", 12)));
    doc.imprint = Some(imprint());
    doc
}

/// Of an upward report.
pub fn letterhead() -> Letterhead {
    Letterhead {
        copy: "000001".to_owned(),
        urgency: "特急".to_owned(),
        mark: "清河市司法局文件".to_owned(),
        number: "清司〔2024〕3号".to_owned(),
        signers: vec!["李某".to_owned(), "王某某".to_owned(), "赵某某".to_owned()],
    }
}

pub fn imprint() -> Imprint {
    Imprint {
        copies: "市委办公室，市人大常委会办公室，市政府办公室，市政协办公室，市纪委监委，市法院，市检察院"
            .to_owned(),
        office: "清河市司法局办公室".to_owned(),
        printed: "2024年1月31日印发".to_owned(),
    }
}

/// The ledger's table with a head of merged cells.
pub fn ledger(rows: usize) -> Block {
    let mut all = vec![
        vec![
            span("序号", 1, 2),
            span("指标", 1, 2),
            span("单位", 1, 2),
            span("数值", 2, 1),
            span("口径", 1, 2),
        ],
        vec![cell("2023年"), cell("2022年")],
    ];
    let number = |n: usize| Cell { align: Align::Right, ..cell(&(n * 37 + 105).to_string()) };
    all.extend((1..=rows).map(|n| {
        let name = format!("第{n}项行政执法案件数量");
        vec![cell(&n.to_string()), cell(&name), cell("件"), number(n), number(n + 1), cell("全年")]
    }));
    table(&[85, 340, 90, 140, 140, 205], 2, all)
}

/// [`report`] after a meeting: words changed, a paragraph taken out, another put in, a heading reworded.
pub fn revised_report() -> Doc {
    let mut doc = report();
    doc.blocks.remove(4);
    doc.blocks.insert(9, body("会后补充的一段，上一稿里没有。"));
    for block in &mut doc.blocks {
        let Block::Paragraph(paragraph) = block else { continue };
        for inline in &mut paragraph.inlines {
            let Inline::Text(text) = inline else { continue };
            text.text =
                text.text.replace("17件", "19件").replace("打算", "安排").replace("……", "，");
        }
    }
    doc
}
