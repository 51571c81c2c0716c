//! Indicator tables as places hand them out. All of them are invented.

use nianbao_core::record::{Id, Indicator, Record};
use nianbao_formats::import::indicators::{
    ColumnRole, IndicatorLine, IndicatorProposal, read, records,
};
use nianbao_formats::import::table::TableError;
use proptest::prelude::*;

use crate::book::{book, merge, texts};

/// `level code title ←parent's title`, a line each.
fn told(proposal: &IndicatorProposal) -> Vec<String> {
    let line = |line: &IndicatorLine| {
        let parent =
            line.parent.map(|n| format!(" ←{}", proposal.lines[n].title)).unwrap_or_default();
        format!("{} {} {}{parent}", line.level, line.code, line.title)
    };
    proposal.lines.iter().map(line).collect()
}

fn csv(text: &str) -> IndicatorProposal {
    read(text.as_bytes(), None).unwrap()
}

#[test]
fn a_column_a_level_with_merged_cells() {
    let bytes = book(|sheet| {
        merge(sheet, (0, 0), (0, 5), "2023年度法治政府建设考核指标");
        merge(sheet, (1, 0), (1, 2), "指标");
        for (column, text) in [(3, "评分标准"), (4, "分值"), (5, "责任单位")] {
            merge(sheet, (1, column), (2, column), text);
        }
        for (column, text) in (0..).zip(["一级指标", "二级指标", "三级指标"]) {
            sheet.write_string(2, column, text).unwrap();
        }
        merge(sheet, (3, 0), (6, 0), "依法决策");
        merge(sheet, (3, 1), (5, 1), "决策程序");
        merge(sheet, (3, 2), (4, 2), "公众参与");
        sheet.write_string(6, 1, "合法性审查").unwrap();
        sheet.write_string(5, 2, "集体讨论").unwrap();
        sheet.write_string(6, 2, "审查率").unwrap();
        for (row, text) in
            (3..).zip(["征求意见的得1分", "反馈的再得1分", "会议纪要齐全", "应审尽审"])
        {
            sheet.write_string(row, 3, text).unwrap();
            sheet.write_string(row, 5, "司法局").unwrap();
        }
        sheet.write_number(3, 4, 2).unwrap();
        sheet.write_number(6, 4, 1.5).unwrap();
        sheet.write_string(7, 0, "合计").unwrap();
        sheet.write_number(7, 4, 3.5).unwrap();
    });
    let proposal = read(&bytes, None).unwrap();
    assert_eq!(proposal.header_row, 3);
    assert_eq!(
        told(&proposal),
        [
            "1  依法决策",
            "2  决策程序 ←依法决策",
            "3  公众参与 ←决策程序",
            "3  集体讨论 ←决策程序",
            "2  合法性审查 ←依法决策",
            "3  审查率 ←合法性审查",
        ]
    );
    assert_eq!(proposal.lines[2].standard, "征求意见的得1分\n分值：2\n反馈的再得1分");
    assert_eq!(proposal.lines[5].standard, "应审尽审\n分值：1.5");
    let dropped: Vec<_> =
        proposal.dropped.iter().map(|d| (d.row, d.text.as_str(), d.why.as_str())).collect();
    assert_eq!(
        dropped,
        [
            (1, "2023年度法治政府建设考核指标", "表头上面的文字，不是指标"),
            (2, "指标 评分标准 分值 责任单位", "表头上面的文字，不是指标"),
            (0, "“责任单位”一列，共4格", "指标里没有放它的地方"),
            (8, "合计 3.5", "合计行，不是指标"),
        ]
    );
}

#[test]
fn levels_that_are_left_out_or_written_again_still_hold() {
    let proposal = csv(
        "序号,一级指标,二级指标,二级指标编号,评估内容\n1,依法决策,程序,A1,写明\n2,,审查,A2,\n3,依法决策,评估,,齐全\n,,,,另有一条\n4,执法,,,\n",
    );
    assert_eq!(
        told(&proposal),
        [
            "1  依法决策",
            "2 A1 程序 ←依法决策",
            "2 A2 审查 ←依法决策",
            "2  评估 ←依法决策",
            "1  执法"
        ]
    );
    assert_eq!(proposal.lines[3].standard, "齐全\n另有一条");
    assert_eq!(proposal.remarks, ["1条指标没有编号：第4行"]);
    let roles: Vec<_> = proposal.columns.iter().map(|c| (c.letter.as_str(), c.role)).collect();
    assert_eq!(
        roles,
        [
            ("A", ColumnRole::Left),
            ("B", ColumnRole::Level(1)),
            ("C", ColumnRole::Level(2)),
            ("D", ColumnRole::LevelCode(2)),
            ("E", ColumnRole::Standard)
        ]
    );
}

#[test]
fn a_code_that_stands_twice_is_told_in_a_table_of_levels_too() {
    let proposal = csv("编号,一级指标,二级指标,分值\n1.1,决策,程序,1\n1.2,,公示,1\n1.1,,论证,1\n");
    assert_eq!(proposal.remarks, ["编号“1.1”出现了2次：第2行、第4行，请核对是否把1.10写成了1.1"]);
}

#[test]
fn dotted_codes_say_what_stands_under_what() {
    let proposal = csv(
        "考核办法\n编号,指标名称,分值\n1,决策,\n1.1,程序,\n1.1.1,公示,2\n1.1.2,论证,2\n,听证,1\n1.10,评估,\n2.1,执法,\n3．1．1,监督,\n1.1,重复,\n",
    );
    assert_eq!(
        told(&proposal),
        [
            "1 1 决策",
            "2 1.1 程序 ←决策",
            "3 1.1.1 公示 ←程序",
            "3 1.1.2 论证 ←程序",
            "3  听证 ←程序",
            "2 1.10 评估 ←决策",
            "1 2.1 执法",
            "1 3．1．1 监督",
            "2 1.1 重复 ←决策",
        ]
    );
    assert_eq!(
        proposal.remarks,
        [
            "第7行“听证”没有编号，先与上一条“论证”同级",
            "第9行编号“2.1”的上级“2”不在表里，先放在第一级",
            "第10行编号“3．1．1”的上级“3.1”不在表里，先放在第一级",
            "编号“1.1”出现了2次：第4行、第11行，请核对是否把1.10写成了1.1",
        ]
    );
    assert_eq!(proposal.dropped[0].text, "考核办法");
}

#[test]
fn codes_of_two_digits_a_level_and_of_letters() {
    let proposal = csv("指标编码,指标\n01,决策\n0101,程序\n010101,公示\n02,执法\n");
    assert_eq!(
        told(&proposal),
        ["1 01 决策", "2 0101 程序 ←决策", "3 010101 公示 ←程序", "1 02 执法"]
    );
    let proposal = csv("指标编码,指标\nA,决策\nA-1,程序\nA-1-2,公示\n");
    assert_eq!(told(&proposal), ["1 A 决策", "2 A-1 程序 ←决策", "3 A-1-2 公示 ←程序"]);
    // One and eleven are neighbours, not one above the other.
    let proposal = csv("序号,指标\n1,决策\n11,执法\n");
    assert_eq!(told(&proposal), ["1 1 决策", "1 11 执法"]);
}

#[test]
fn numbers_of_an_outline_are_levels_in_their_official_order() {
    let proposal = csv(
        "序号,考核内容,评分标准\n一,决策,\n（一）,程序,\n1,公示,得1分\n2.,论证,\n(二),审查,\n1,审查率,\n二、,执法,\n甲,其他,\n",
    );
    assert_eq!(
        told(&proposal),
        [
            "1 一 决策",
            "2 （一） 程序 ←决策",
            "3 1 公示 ←程序",
            "3 2. 论证 ←程序",
            "2 (二) 审查 ←决策",
            "3 1 审查率 ←审查",
            "1 二、 执法",
            "1 甲 其他",
        ]
    );
    assert_eq!(proposal.remarks, ["第9行的编号“甲”看不出是第几级，先放在第一级"]);
}

#[test]
fn a_column_of_parents_may_lead_nowhere_or_round_in_a_circle() {
    let proposal = csv(
        "编码,上级编码,指标\nA,,决策\nB,A,程序\nC,X,无上级\nD,E,圈一\nE,D,圈二\nF,F,自己\nG,D,旁\n",
    );
    assert_eq!(
        told(&proposal),
        [
            "1 A 决策",
            "2 B 程序 ←决策",
            "1 C 无上级",
            "1 D 圈一",
            "1 E 圈二",
            "1 F 自己",
            "2 G 旁 ←圈一",
        ]
    );
    assert_eq!(
        proposal.remarks,
        [
            "第4行“无上级”的上级“X”不在表里，先放在第一级",
            "“D”“E”“F”共3条指标互为上下级，先都放在第一级"
        ]
    );
}

#[test]
fn tables_without_codes_headers_or_rows_are_told_so() {
    let proposal = csv("指标\n甲\n乙\n");
    assert_eq!(told(&proposal), ["1  甲", "1  乙"]);
    assert_eq!(proposal.remarks, ["表里没有编号，全部作为第一级指标"]);
    let refused = |text: &str| read(text.as_bytes(), None).unwrap_err();
    assert_eq!(refused("甲,乙\n丙,丁\n"), TableError::NoHeader);
    assert_eq!(refused(&format!("{}编号,指标\n1,甲\n", "题\n".repeat(10))), TableError::NoHeader);
    assert_eq!(refused("编号,指标\n"), TableError::NoRows);
    assert_eq!(refused("编号,指标\n合计,\n注：以上,\n"), TableError::NoRows);
    let long: String = (1..=2001).map(|n| format!("{n},指标{n}\n")).collect();
    assert_eq!(refused(&format!("编号,指标\n{long}")), TableError::TooManyRows(2001));
    let most: String = (1..=2000).map(|n| format!("{n},指标{n}\n")).collect();
    assert_eq!(csv(&format!("编号,指标\n{most}")).lines.len(), 2000);
}

#[test]
fn a_header_may_stand_in_the_tenth_row_and_again_on_each_page() {
    let text =
        format!("{}编号,指标,自评\n1,甲,已完成\n编号,指标,自评\n2,乙,\n", "文字\n".repeat(9));
    let proposal = csv(&text);
    assert_eq!(proposal.header_row, 10);
    assert_eq!(told(&proposal), ["1 1 甲", "1 2 乙"]);
    assert_eq!(proposal.lines[0].assessment, "已完成");
    assert_eq!(proposal.dropped.last().unwrap().why, "重复的表头");
}

#[test]
fn the_sheet_that_holds_the_table_is_found_or_named() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, cells) in [("说明", ["填报说明", "请填写"]), ("指标", ["编号", "指标"])]
    {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(0, column, text).unwrap();
            sheet.write_string(1, column, "1").unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let proposal = read(&bytes, None).unwrap();
    assert_eq!((proposal.sheet.as_str(), proposal.sheets.len()), ("指标", 2));
    assert_eq!(read(&bytes, Some("说明")), Err(TableError::NoHeader));
    assert_eq!(read(&bytes, Some("无")), Err(TableError::NoSheet("无".to_owned())));
}

#[test]
fn an_accepted_table_is_records_with_their_parents() {
    let bytes = texts(&[&["编号", "指标", "分值"], &["1", "决策", ""], &["1.1", "程序", "2"]]);
    let mut proposal = read(&bytes, None).unwrap();
    let made = records(&proposal, 2023);
    let indicator = |id: i64, code: &str, title: &str, parent: Option<i64>, standard: &str| {
        Record::Indicator(Indicator {
            id: Id(id),
            year: 2023,
            code: code.to_owned(),
            title: title.to_owned(),
            parent: parent.map(Id),
            standard: standard.to_owned(),
            order: -id * 1024,
            ..Indicator::default()
        })
    };
    assert_eq!(
        made,
        [indicator(-1, "1", "决策", None, ""), indicator(-2, "1.1", "程序", Some(-1), "分值：2")]
    );
    // A person may have changed the proposal into nonsense.
    proposal.lines[0].parent = Some(1);
    proposal.lines[1].parent = Some(0);
    let parents = |made: &[Record]| -> Vec<Option<Id>> {
        let parent = |r: &Record| if let Record::Indicator(i) = r { i.parent } else { None };
        made.iter().map(parent).collect()
    };
    assert_eq!(parents(&records(&proposal, 2023)), [None, None]);
    proposal.lines[0].parent = Some(99);
    assert_eq!(parents(&records(&proposal, 2023)), [None, Some(Id(-1))]);
}

const HEADERS: [&[&str]; 5] = [
    &["编号", "指标", "评分标准", "分值", "自评", "责任单位"],
    &["一级指标", "二级指标", "三级指标", "评分标准", "分值", "自评"],
    &["编号", "一级指标", "二级指标编号", "二级指标", "指标内容", "自评"],
    &["编码", "上级编码", "指标", "要求", "办法", "自评"],
    &["序号", "考核内容", "考核内容", "编号", "编号", "自评"],
];

proptest! {
    #[test]
    fn every_cell_is_in_a_line_or_named_as_not_taken(
        header in 0..HEADERS.len(),
        rows in proptest::collection::vec(
            proptest::collection::vec("[甲乙丙]{0,2}|1|1\\.1|一|（一）|合计", 6), 1..8),
    ) {
        let row = |cells: &[String]| format!("{}\n", cells.join("\t"));
        let body: String = rows.iter().map(|cells| row(cells)).collect();
        let text = format!("{}\n{body}", HEADERS[header].join("\t"));
        let Ok(proposal) = read(text.as_bytes(), None) else { return Ok(()) };
        for line in &proposal.lines {
            let parent = line.parent.map(|n| proposal.lines[n].level);
            prop_assert_eq!(line.level, parent.unwrap_or(0) + 1);
        }
        for (n, cells) in rows.iter().enumerate() {
            let number = n + 2;
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let letter = char::from(b'A' + column as u8).to_string();
                let role = proposal.columns.iter().find(|c| c.letter == letter).map(|c| c.role);
                let named = |d: &nianbao_formats::import::indicators::DroppedRow| {
                    d.row == number && d.text.contains(cell.as_str())
                        || d.row == 0 && d.text.contains(HEADERS[header][column])
                };
                let said = proposal.lines.iter().any(|line| {
                    [&line.code, &line.title, &line.standard, &line.assessment]
                        .iter()
                        .any(|text| text.contains(cell.as_str()))
                });
                let parent = role == Some(ColumnRole::Parent);
                prop_assert!(
                    said || parent || proposal.dropped.iter().any(named),
                    "{number}{letter} {cell}: {proposal:#?}"
                );
            }
        }
    }
}
