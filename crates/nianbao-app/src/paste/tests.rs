use nianbao_core::record::{Precision, Unit, Year};

use super::*;

fn ledger() -> YearRecords {
    let mut records = YearRecords::new(Unit::default(), Year { year: 2023, ..Year::default() });
    for (n, (key, label, unit)) in (1..).zip([
        ("案件", "办结案件", "宗"),
        ("培训", "培训场次", "场"),
        ("罚款", "罚没款", "元"),
    ]) {
        records.figures.push(Figure {
            id: Id(n),
            year: 2023,
            key: key.to_owned(),
            label: label.to_owned(),
            unit: unit.to_owned(),
            order: n * GAP,
            ..Figure::default()
        });
    }
    records
}

/// Name, last year's value, this year's, unit.
type Row = (String, String, String, String);

/// All that changed or came, and the faults.
fn told(text: &str, at: Option<Start>) -> (Vec<Row>, Vec<String>) {
    let taken = take(&ledger(), text, at).unwrap();
    let value = |value: Option<nianbao_core::ledger::Decimal>| {
        value.map_or_else(String::new, |value| value.to_string())
    };
    let figures = taken.changed.iter().chain(&taken.added);
    let figures =
        figures.map(|f| (f.label.clone(), value(f.previous), value(f.value), f.unit.clone()));
    let faults = taken.faults.iter();
    let faults = faults.map(|f| format!("{},{} {}：{}", f.row, f.column, f.typed, f.message));
    (figures.collect(), faults.collect())
}

fn row(name: &str, previous: &str, value: &str, unit: &str) -> Row {
    (name.to_owned(), previous.to_owned(), value.to_owned(), unit.to_owned())
}

#[test]
fn a_table_with_a_header_finds_its_rows_by_name_and_adds_the_others() {
    let text = "指标名称\t单位\t2022年\t2023年\t同比增长\t备注\r\n\
                办结案件\t宗\t300\t321\t7%\t无\r\n\
                新增项目\t个\t1\t2\t100%\t\r\n";
    let (figures, faults) = told(text, None);
    assert_eq!(figures, [row("办结案件", "300", "321", "宗"), row("新增项目", "1", "2", "个")]);
    assert_eq!(faults, [""; 0]);
    let taken = take(&ledger(), text, None).unwrap();
    assert_eq!(taken.header_rows, 1);
    let notes: Vec<_> = taken.columns.iter().map(|c| (c.name.as_str(), c.note.as_str())).collect();
    assert_eq!(notes[4], ("同比增长", "同比由台账自己核算，没有读入"));
    assert_eq!(notes[5], ("备注", "没有认出这一列，没有读入"));
}

#[test]
fn merged_headers_stand_over_all_that_they_span() {
    let text = "法治政府建设数据统计表\t\t\t\t\n\
                项目\t单位\t数量\t\t说明\n\
                \t\t上年\t本年\t\n\
                办结案件\t宗\t300\t321\t\n";
    let taken = take(&ledger(), text, None).unwrap();
    assert_eq!(taken.header_rows, 3);
    let names: Vec<_> = taken.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["项目", "单位", "数量/上年", "数量/本年", "说明"]);
    assert_eq!(told(text, None).0, [row("办结案件", "300", "321", "宗")]);
}

#[test]
fn a_block_without_header_begins_where_it_is_pasted() {
    let at = |row, column| Some(Start { row: Id(row), column });
    let (figures, faults) = told("10\n20\n", at(2, FigureColumn::Value));
    assert_eq!(figures, [row("培训场次", "", "10", "场"), row("罚没款", "", "20", "元")]);
    assert_eq!(faults, [""; 0]);
    let (figures, faults) = told("1\t2\n3\t4\n", at(3, FigureColumn::Previous));
    assert_eq!(figures, [row("罚没款", "1", "2", "元")]);
    assert_eq!(faults, ["2,1 3 4：台账到这里为止，下面没有数据可填"]);
    // 同比 stands between 本年 and 口径.
    let taken = take(&ledger(), "5\t7%\t全区\n", at(1, FigureColumn::Value)).unwrap();
    assert_eq!(taken.changed[0].scope, "全区");
}

#[test]
fn names_and_numbers_alone_are_understood_without_header_and_place() {
    let (figures, faults) = told("办结案件\t约20\n培训场次（场）\t7场\n", None);
    assert_eq!(figures, [row("办结案件", "", "20", "宗"), row("培训场次", "", "7", "场")]);
    assert_eq!(faults, [""; 0]);
    let taken = take(&ledger(), "办结案件\t约20\n", None).unwrap();
    assert_eq!(taken.changed[0].precision, Precision::About);
    assert!(take(&ledger(), "12\n13\n", None).unwrap_err().message.contains("指标名称"));
}

#[test]
fn text_in_number_cells_is_told_with_what_was_typed_and_the_rest_is_taken() {
    let text =
        "指标\t本年\n办结案件\t待核实\n培训场次\t12\n罚没款\t3万元\n\t9\n小计\n培训场次\t13\n";
    let (figures, faults) = told(text, None);
    assert_eq!(figures, [row("培训场次", "", "12", "场")]);
    assert_eq!(
        faults,
        [
            "2,2 待核实：“待核实”不是一个数，没有读入，请在台账里改填数字",
            "4,2 3万元：这一格的单位是“万元”，台账里是“元”，请换算后再填",
            "5,1 9：这一行没有指标名称",
            "6,1 小计：这一行只有名称，没有内容",
            "7,1 培训场次：上面已经有一行叫这个名称",
        ]
    );
    let taken = take(&ledger(), text, None).unwrap();
    assert_eq!(taken.faults[0].figure, Some(Id(1)));
}

#[test]
fn about_beside_last_years_number_is_told_since_nothing_keeps_it() {
    let taken = take(&ledger(), "指标\t上年\t本年\n培训场次\t约20\t约30\n", None).unwrap();
    assert!(taken.faults.is_empty());
    assert_eq!(taken.cells, 2 + 1, "the name is a cell too");
    assert_eq!(taken.notes, ["“培训场次”的上年数“约20”只记了数，上年这一栏不记“约”“余”"]);
}

#[test]
fn a_figure_named_like_a_column_is_no_header() {
    let (figures, faults) = told("全年检查\t待核实\n培训场次\t12\n", None);
    assert_eq!(figures, [row("培训场次", "", "12", "场"), row("全年检查", "", "", "")]);
    assert_eq!(faults.len(), 1, "{faults:?}");
    let (figures, _) = told("指标\t本年\n全年检查\t待核实\n培训场次\t12\n", None);
    assert_eq!(figures.len(), 2);
}

#[test]
fn a_long_block_is_taken_as_quickly_as_it_is_long() {
    let mut records = ledger();
    let figure = records.figures[0].clone();
    records.figures.extend((10..1510).map(|n| Figure {
        id: Id(n),
        key: format!("数{n}"),
        label: format!("数{n}"),
        ..figure.clone()
    }));
    let text: String = (10..3010).map(|n| format!("数{n}\t{n}\n")).collect();
    let taken = take(&records, &text, None).unwrap();
    assert_eq!((taken.changed.len(), taken.added.len(), taken.faults.len()), (1500, 1500, 0));
}

#[test]
fn blanks_and_dashes_leave_what_is_there() {
    let mut records = ledger();
    records.figures[0].value = "5".parse().ok();
    let taken = take(&records, "指标\t上年\t本年\n办结案件\t-\t\n培训场次\t3\t—\n", None).unwrap();
    let labels: Vec<_> = taken.changed.iter().map(|f| f.label.as_str()).collect();
    assert_eq!(labels, ["培训场次"]);
}
