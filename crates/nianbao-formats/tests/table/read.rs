//! Cells as their sheet shows them.

use encoding_rs::GB18030;
use jiff::civil::date;
use nianbao_formats::import::table::{Cell, csv, read, xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format};

use crate::book::{book, merge};

fn shown(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect()
}

#[test]
fn a_sheets_cells_arrive_as_they_are_shown() {
    let bytes = book(|sheet| {
        let day = ExcelDateTime::from_ymd(2024, 3, 1).unwrap();
        let as_day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        sheet.write_string(0, 0, "00123").unwrap();
        sheet.write_string(0, 1, "440582199001011234").unwrap();
        sheet.write_string(0, 2, "2025-3").unwrap();
        sheet.write_number(1, 0, 12.0).unwrap();
        sheet.write_number(1, 1, 0.1 + 0.2).unwrap();
        sheet.write_number_with_format(1, 2, 1.1, &Format::new().set_num_format("0.00")).unwrap();
        sheet
            .write_number_with_format(1, 3, 0.9997, &Format::new().set_num_format("0.00%"))
            .unwrap();
        sheet.write_datetime_with_format(2, 0, &day, &as_day).unwrap();
        sheet.write_boolean(2, 1, true).unwrap();
        sheet.write_string(4, 0, "两行\n的格").unwrap();
    });
    let grids = read(&bytes).unwrap();
    assert_eq!(
        shown(&grids[0].rows),
        [
            vec!["00123", "440582199001011234", "2025-3"],
            vec!["12", "0.3", "1.10", "99.97%"],
            vec!["2024年3月1日", "是"],
            vec![],
            vec!["两行\n的格"],
        ]
    );
    assert_eq!(grids[0].rows[2][0], Cell::Date(date(2024, 3, 1)));
}

#[test]
fn merged_cells_hold_their_value_all_the_way_down() {
    let bytes = book(|sheet| {
        merge(sheet, (0, 0), (0, 2), "表题");
        merge(sheet, (1, 0), (3, 1), "甲");
        sheet.write_string(1, 2, "乙").unwrap();
        sheet.write_string(3, 2, "丙").unwrap();
    });
    let grid = xlsx::read(&bytes).unwrap().remove(0).filled_down();
    assert_eq!(
        shown(&grid.rows),
        [vec!["表题"], vec!["甲", "", "乙"], vec!["甲"], vec!["甲", "", "丙"]]
    );
}

#[test]
fn only_sheets_that_a_person_sees_are_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, hidden) in [("说明", false), ("底稿", true), ("指标", false)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_string(0, 0, name).unwrap();
        sheet.set_hidden(hidden);
    }
    let grids = read(&book.save_to_buffer().unwrap()).unwrap();
    let names: Vec<_> = grids.iter().map(|grid| grid.sheet.as_str()).collect();
    assert_eq!(names, ["说明", "指标"]);
}

#[test]
fn csv_is_read_in_its_encodings_and_with_its_separators() {
    let meant =
        [vec!["编号", "指标"], vec!["00123", "引号“里”,有逗号"], vec![], vec!["2025-3", "两\n行"]];
    let text = "编号,指标\r\n00123,\"引号“里”,有逗号\"\r\n\r\n2025-3,\"两\n行\"\r\n";
    let with_bom = format!("\u{FEFF}{text}");
    let gbk = GB18030.encode(text).0;
    let semicolons =
        text.replace("编号,", "编号;").replace("00123,", "00123;").replace("-3,", "-3;");
    let named = format!("sep=;\r\n{semicolons}");
    let tabs = text.replace("编号,", "编号\t").replace("00123,", "00123\t").replace("-3,", "-3\t");
    for bytes in [
        text.as_bytes(),
        with_bom.as_bytes(),
        &gbk,
        semicolons.as_bytes(),
        named.as_bytes(),
        tabs.as_bytes(),
    ] {
        assert_eq!(shown(&csv::read(bytes).unwrap().rows), meant);
    }
}

#[test]
fn an_odd_quote_swallows_no_rows() {
    let grid = csv::from_text("指标,标准\n\"甲,一\n乙,二\n").unwrap();
    assert_eq!(shown(&grid.rows), [["指标", "标准"], ["\"甲", "一"], ["乙", "二"]]);
}

#[test]
fn a_block_from_the_clipboard_is_read() {
    let grid = csv::from_text("案件\t12,925\t宗\n\t\t\n\"一\n二\"\t3\n").unwrap();
    assert_eq!(shown(&grid.rows), [vec!["案件", "12,925", "宗"], vec![], vec!["一\n二", "3"]]);
}
