//! Tables as written, read back cell by cell.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use nianbao_core::coverage::coverage;
use nianbao_core::directory::directory as lines;
use nianbao_core::record::*;
use nianbao_formats::export::ExportError;
use nianbao_formats::export::evidence::package;
use nianbao_formats::export::sheet::{
    Cell, Column, Properties, Sheet, assessment, directory, matrix, records, verify_xlsx,
    write_csv, write_xlsx,
};
use nianbao_formats::import::indicators::read;
use proptest::prelude::*;

const UNIT: &str = "清禾县司法局";

fn year() -> YearRecords {
    let mut records = YearRecords::new(Unit::default(), Year { year: 2023, ..Year::default() });
    let indicator = |id: i64, parent: i64, code: &str, title: &str| Indicator {
        id: Id(id),
        parent: (parent > 0).then_some(Id(parent)),
        code: code.to_owned(),
        title: title.to_owned(),
        standard: format!("{title}得1分"),
        ..Indicator::default()
    };
    records.indicators = vec![
        Indicator { standard: String::new(), ..indicator(1, 0, "1", "依法决策") },
        indicator(2, 1, "1.1", "程序"),
        indicator(3, 1, "1.2", "审查"),
        Indicator { assessment: "已自查".to_owned(), ..indicator(4, 0, "00123", "执法") },
    ];
    records.evidence = vec![
        Evidence {
            id: Id(20),
            title: "会议纪要".to_owned(),
            document: "清司发〔2023〕5号".to_owned(),
            date: Some(jiff::civil::date(2023, 5, 1)),
            path: "/材料/纪要.pdf".to_owned(),
            ..Evidence::default()
        },
        Evidence { id: Id(21), title: "没有文件".to_owned(), ..Evidence::default() },
    ];
    records.figures.push(Figure {
        key: "件数".to_owned(),
        value: "7".parse().ok(),
        unit: "件".to_owned(),
        ..Figure::default()
    });
    records.achievements.push(Achievement {
        id: Id(10),
        title: "规范程序".to_owned(),
        body: "审查{{件数}}。".to_owned(),
        indicators: vec![Id(2)],
        evidence: vec![Id(20)],
        ..Achievement::default()
    });
    records
}

fn properties() -> Properties {
    Properties { title: "指标对照表".to_owned(), unit: UNIT.to_owned() }
}

/// All cells of the first sheet as another reader sees them.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("a number where text was written: {other:?}"),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn the_matrix_names_what_answers_each_indicator_and_marks_the_gaps() {
    let sheet = matrix(&coverage(&year()), UNIT, 2023);
    let bytes = write_xlsx(std::slice::from_ref(&sheet), &properties()).unwrap();
    assert_eq!(
        cells(&bytes),
        [
            vec!["清禾县司法局2023年法治政府建设指标对照表", "", "", "", "", "", ""],
            vec!["共3项末级指标，2项还没有成效，2项还没有佐证", "", "", "", "", "", ""],
            vec!["一级指标", "二级指标", "编号", "评分标准", "成效", "佐证", "缺口"],
            vec!["依法决策", "程序", "1.1", "程序得1分", "规范程序", "1.会议纪要", ""],
            // Merged with the cell above.
            vec!["", "审查", "1.2", "审查得1分", "", "", "缺成效、缺佐证"],
            vec!["执法", "", "00123", "执法得1分", "", "", "缺成效、缺佐证"],
        ]
    );
    let gaps: Vec<_> = sheet.rows[1].iter().map(|cell| cell.gap).collect();
    assert_eq!(gaps, [false, false, false, false, true, true, true]);
    assert_eq!(verify_xlsx(&[sheet], &bytes).unwrap(), 28);
}

#[test]
fn the_assessment_says_what_was_written_or_what_was_achieved() {
    let sheet = assessment(&coverage(&year()), UNIT, 2023);
    let bytes = write_xlsx(&[sheet], &properties()).unwrap();
    assert_eq!(
        cells(&bytes)[1..],
        [
            vec!["一级指标", "二级指标", "编号", "评分标准", "自评情况", "佐证材料"],
            vec!["依法决策", "程序", "1.1", "程序得1分", "规范程序。审查7件。", "1.会议纪要"],
            vec!["", "审查", "1.2", "审查得1分", "", ""],
            vec!["执法", "", "00123", "执法得1分", "已自查", ""],
        ]
    );
}

#[test]
fn the_directory_numbers_the_evidence_and_names_the_files_beside_it() {
    let lines = lines(&year());
    let alone = directory(&lines, None, UNIT, 2023);
    assert_eq!(alone.columns.len(), 6);
    let sheet = directory(&lines, Some(&package(&lines, UNIT, 2023)), UNIT, 2023);
    let bytes = write_xlsx(&[sheet], &properties()).unwrap();
    assert_eq!(
        cells(&bytes)[2..],
        [
            vec!["编号", "名称", "文号", "日期", "页码", "证明事项", "文件"],
            vec![
                "1",
                "会议纪要",
                "清司发〔2023〕5号",
                "2023年5月1日",
                "",
                "成效“规范程序”",
                "01 会议纪要.pdf"
            ],
            vec!["2", "没有文件", "", "", "", "", "没有附文件"],
        ]
    );
}

#[test]
fn a_written_matrix_is_read_again_as_a_table_of_indicators() {
    let sheet = matrix(&coverage(&year()), UNIT, 2023);
    let bytes = write_xlsx(&[sheet], &properties()).unwrap();
    let proposal = read(&bytes, None).unwrap();
    let told: Vec<_> =
        proposal.lines.iter().map(|l| (l.level, l.code.as_str(), l.title.as_str())).collect();
    assert_eq!(
        told,
        [(1, "", "依法决策"), (2, "1.1", "程序"), (2, "1.2", "审查"), (1, "00123", "执法")]
    );
}

#[test]
fn the_same_table_gives_the_same_bytes_and_a_changed_cell_is_seen() {
    let sheet = matrix(&coverage(&year()), UNIT, 2023);
    let write = |sheet: &Sheet| write_xlsx(std::slice::from_ref(sheet), &properties()).unwrap();
    assert_eq!(write(&sheet), write(&sheet));
    let mut other = sheet.clone();
    other.rows[1][3].text.push('改');
    let wrong = verify_xlsx(&[other], &write(&sheet));
    assert!(matches!(wrong, Err(ExportError::SheetDifferent)), "{wrong:?}");
    assert!(matches!(verify_xlsx(&[sheet], b"PK"), Err(ExportError::Unreadable)));
}

fn single(texts: &[&str]) -> Sheet {
    Sheet {
        name: "表[1]:*".to_owned(),
        title: "题".to_owned(),
        columns: vec![Column { header: "文字".to_owned(), width: 20, merges: false }],
        rows: texts.iter().map(|text| vec![Cell::from(*text)]).collect(),
        ..Sheet::default()
    }
}

#[test]
fn a_text_too_long_for_a_cell_goes_on_below_it() {
    let long = "长".repeat(70_000);
    let sheet = single(&[&long, "下一行"]);
    let bytes = write_xlsx(std::slice::from_ref(&sheet), &properties()).unwrap();
    let cells = cells(&bytes);
    let told: String = cells[2..5].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(told, long);
    assert_eq!(cells[5][0], "下一行");
    assert_eq!(verify_xlsx(&[sheet], &bytes).unwrap(), 5);
}

#[test]
fn csv_bears_its_mark_and_no_cell_becomes_a_formula() {
    let bytes =
        write_csv(&single(&["00123", "有“引号\"和,逗号", "两\n行", "=1+1", "-3", "-甲", "@甲"]));
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "\u{FEFF}\"文字\"\r\n\"00123\"\r\n\"有“引号\"\"和,逗号\"\r\n\"两\n行\"\r\n\"'=1+1\"\r\n\"-3\"\r\n\"'-甲\"\r\n\"'@甲\"\r\n"
    );
}

#[test]
fn an_empty_table_is_a_table_all_the_same() {
    let records = YearRecords::new(Unit::default(), Year::default());
    for sheet in [
        matrix(&coverage(&records), "", 0),
        assessment(&coverage(&records), "", 0),
        directory(&lines(&records), None, "", 0),
    ] {
        let bytes = write_xlsx(std::slice::from_ref(&sheet), &properties()).unwrap();
        assert_eq!(verify_xlsx(std::slice::from_ref(&sheet), &bytes).unwrap(), sheet.columns.len());
        assert!(write_csv(&sheet).ends_with(b"\r\n"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_written_and_read_back(texts in proptest::collection::vec("(?s).{0,12}", 0..6)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let sheet = single(&texts);
        let bytes = write_xlsx(std::slice::from_ref(&sheet), &properties()).unwrap();
        prop_assert_eq!(verify_xlsx(&[sheet], &bytes).unwrap(), 1 + texts.len());
    }
}

/// Sheets of a written workbook as calamine reads them, by name.
fn tabs(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets().into_iter();
    sheets.map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect())).collect()
}

#[test]
fn every_field_of_every_record_is_in_the_workbook_with_its_id_last() {
    let mut year = year();
    year.unit.name = UNIT.to_owned();
    year.evidence[0].path = "D:\\我的\\纪要.pdf".to_owned();
    year.evidence[0].size = 20_480;
    year.figures.push(Figure {
        id: Id(31),
        key: "支出".to_owned(),
        value: "12345678901234567.80".parse().ok(),
        previous: "0.30".parse().ok(),
        ..Figure::default()
    });
    let duty =
        Duty { id: Id(40), study: "4".to_owned(), court: "若干".to_owned(), ..Duty::default() };
    year.duties.push(duty);
    let sheets = records(&year);
    let properties = Properties { title: "记录".to_owned(), unit: UNIT.to_owned() };
    let bytes = write_xlsx(&sheets, &properties).unwrap();
    verify_xlsx(&sheets, &bytes).unwrap();
    let tabs = tabs(bytes);
    let names: Vec<&str> = tabs.iter().map(|tab| tab.0.as_str()).collect();
    assert_eq!(names[..7], ["台账", "成效", "问题", "计划", "第一责任人履职", "佐证", "意见"]);
    let count = |tab: usize| tabs[tab].1.len() - 3;
    assert_eq!((count(0), count(1), count(2), count(4), count(5)), (2, 1, 0, 1, 2));
    let cell = |tab: usize, row: usize, head: &str| {
        let (_, rows) = &tabs[tab];
        let column = rows[2].iter().position(|cell| *cell == Data::String(head.to_owned()));
        rows[3 + row][column.unwrap()].clone()
    };
    let string = |text: &str| Data::String(text.to_owned());
    for (_, rows) in &tabs {
        assert_eq!(rows[2].last(), Some(&string("编号")));
    }
    assert_eq!(cell(0, 0, "数"), Data::Float(7.0));
    // More digits than a spreadsheet keeps.
    assert_eq!(cell(0, 1, "数"), string("12345678901234567.80"));
    assert_eq!(cell(0, 1, "上年数"), Data::Float(0.3));
    assert_eq!(cell(1, 0, "正文"), string("审查7件。"));
    assert_eq!(cell(1, 0, "佐证"), string("会议纪要"));
    assert_eq!(cell(1, 0, "编号"), Data::Float(10.0));
    assert_eq!(cell(4, 0, "学法次数"), Data::Float(4.0));
    assert_eq!(cell(4, 0, "出庭应诉次数"), string("若干"));
    assert!(
        matches!(cell(5, 0, "日期"), Data::DateTime(day) if day.to_ymd_hms_milli() == (2023, 5, 1, 0, 0, 0, 0))
    );
    assert_eq!(cell(5, 0, "文件"), string("纪要.pdf"));
    assert_eq!(cell(5, 0, "大小（字节）"), Data::Float(20_480.0));
}
