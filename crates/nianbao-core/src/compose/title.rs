//! What the report is called.

use crate::record::{TitleForm, YearRecords};

/// The title as printed: the person's own, or one in the form the person chose:
/// 某局2023年法治政府建设年度报告, 某局关于2023年法治政府建设情况的报告.
pub fn title(records: &YearRecords) -> String {
    let year = &records.year;
    let own = year.title.trim();
    if !own.is_empty() {
        return own.to_owned();
    }
    let about = if year.form.about { "关于" } else { "" };
    let unit = records.unit.name.trim();
    format!("{unit}{about}{}年法治政府建设{}", year.year, tail(&year.form))
}

/// 二号 characters that fit on a line of 156 mm (GB/T 9704—2012, 5.2.1 and 7.3.1), with room for
/// faces whose digits are wider than half a character.
const TITLE_LINE: usize = 19;

/// The person's own line breaks; a title of our making, where it is too long for one line, breaks
/// after the unit's name, so that no face and no program breaks it inside 2023年.
pub(super) fn title_lines(records: &YearRecords) -> Vec<String> {
    let title = title(records);
    let unit = records.unit.name.trim();
    match title.strip_prefix(unit) {
        Some(rest) if records.year.title.trim().is_empty() && !unit.is_empty() && !fits(&title) => {
            vec![unit.to_owned(), rest.to_owned()]
        }
        _ => title.lines().map(str::to_owned).collect(),
    }
}

/// Whether it stands on one line.
pub(super) fn fits(title: &str) -> bool {
    title.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() <= 2 * TITLE_LINE
}

fn tail(form: &TitleForm) -> String {
    let tail = form.tail.trim();
    match (form.about, tail) {
        (false, "") => "年度报告".to_owned(),
        (false, tail) => tail.to_owned(),
        // 关于……的 asks for what is reported, and 年度 names nothing.
        (true, "" | "年度报告") => "情况的报告".to_owned(),
        (true, tail) if tail.contains('的') => tail.to_owned(),
        (true, tail) => format!("{}的报告", tail.strip_suffix("报告").unwrap_or(tail)),
    }
}
