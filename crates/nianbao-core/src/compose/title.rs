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
