//! Every field of every record of a year: a tab a kind, a row a record, a column a field.

use jiff::civil::Date;
use nianbao_core::fields::{FieldText, Names, fields, printed, prose};
use nianbao_core::ledger::Decimal;
use nianbao_core::record::{Kind, Record, YearRecords};
use nianbao_core::text::date::written;

use super::{Cell, Sheet};

/// The tabs, those that are asked for most first.
const TABS: [(Kind, &str); 13] = [
    (Kind::Figure, "台账"),
    (Kind::Achievement, "成效"),
    (Kind::Problem, "问题"),
    (Kind::Plan, "计划"),
    (Kind::Duty, "第一责任人履职"),
    (Kind::Evidence, "佐证"),
    (Kind::Opinion, "意见"),
    (Kind::Indicator, "指标"),
    (Kind::Area, "领域"),
    (Kind::Passage, "段落"),
    (Kind::Year, "年度"),
    (Kind::Unit, "单位"),
    (Kind::Template, "模板"),
];

/// The last column of each: the number under which other programs may name the record.
const ID: &str = "编号";

/// Figures in texts stand as the report prints them. Of a file only the name is told: where it lies on
/// this machine is nobody's business.
pub fn records(year: &YearRecords) -> Vec<Sheet> {
    let names = Names::new(year);
    let mut all = year.records();
    all.push(Record::Unit(year.unit.clone()));
    all.extend(year.templates.iter().cloned().map(Record::Template));
    let tab = |(kind, name): (Kind, &str)| {
        let own: Vec<&Record> = all.iter().filter(|record| record.kind() == kind).collect();
        let mut sheet = Sheet {
            name: name.to_owned(),
            title: format!("{}{}年{name}", year.unit.name, year.year.year),
            note: format!("共{}条", own.len()),
            ..Sheet::default()
        };
        for field in fields(&Record::empty(kind), &names) {
            let word = if field.name == "size" { "大小（字节）" } else { field.word };
            sheet.column(word, width(field.name), false);
        }
        sheet.column(ID, 8, false);
        for record in own {
            let mut cells: Vec<Cell> =
                fields(record, &names).into_iter().map(|field| cell(record, field, year)).collect();
            cells.push(Cell::number(record.id().0.to_string()));
            sheet.rows.push(cells);
        }
        sheet
    };
    TABS.into_iter().map(tab).collect()
}

fn width(field: &str) -> u16 {
    match field {
        "body" | "cause" | "public_body" | "assessment" | "standard" | "meetings" | "scope"
        | "supervised" | "sections" => 48,
        "title" | "label" | "name" | "file" | "path" | "evidence" | "answers" | "indicators"
        | "reason" | "about" | "heads" | "outcome" | "target" => 28,
        "hash" => 20,
        _ => 14,
    }
}

fn cell(record: &Record, field: FieldText, year: &YearRecords) -> Cell {
    if let Some(date) = date(record, field.name) {
        return date.map_or_else(Cell::default, |date| Cell::date(date, written(date)));
    }
    match (record, field.name) {
        (Record::Figure(_), "value" | "previous")
        | (Record::Duty(_), "instructions" | "study" | "accounts" | "court")
            if field.text.parse::<Decimal>().is_ok() =>
        {
            Cell::number(field.text)
        }
        (Record::Evidence(evidence), "size") if !field.text.is_empty() => {
            Cell::number(evidence.size.to_string())
        }
        (Record::Evidence(_), "path") => file_name(&field.text).into(),
        (_, name) if prose(record).iter().any(|(prose, _)| *prose == name) => {
            printed(&field.text, year).into()
        }
        _ => field.text.into(),
    }
}

/// The outer None: no field for a date.
fn date(record: &Record, field: &str) -> Option<Option<Date>> {
    match (record, field) {
        (Record::Achievement(r), "date") => Some(r.date),
        (Record::Achievement(r), "until") => Some(r.until),
        (Record::Plan(r), "due") => Some(r.due),
        (Record::Figure(r), "cutoff") => Some(r.cutoff),
        (Record::Evidence(r), "date") => Some(r.date),
        (Record::Year(r), "cutoff") => Some(r.cutoff),
        (Record::Year(r), "dated") => Some(r.dated),
        _ => None,
    }
}

/// Of a path of Windows or Linux, wherever we run.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_tab() {
        for kind in Kind::ALL {
            assert_eq!(TABS.iter().filter(|tab| tab.0 == kind).count(), 1, "{kind:?}");
        }
    }

    #[test]
    fn only_the_name_of_a_file_is_told() {
        for (path, meant) in [
            ("C:\\Users\\zhang\\纪要.pdf", "纪要.pdf"),
            ("/home/zhang/纪要.pdf", "纪要.pdf"),
            ("纪要.pdf", "纪要.pdf"),
            ("", ""),
        ] {
            assert_eq!(file_name(path), meant);
        }
    }
}
