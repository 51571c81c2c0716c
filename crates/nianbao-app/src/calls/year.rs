use nianbao_core::compose::Edition;
use nianbao_core::record::{Kind, Record, YearRecords};
use nianbao_store::Change;
use serde::Deserialize;
use serde_json::{Map, Value};
use ts_rs::TS;

use super::library::{check_year, new_year, starting_areas};
use super::record::{Changed, edit, merge_key, with_fields};
use crate::checking::publication;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct YearCreate {
    pub year: i32,
    /// Key of a template, shipped or the person's own.
    pub template: String,
}

pub fn create(desk: &Desk, args: YearCreate) -> Result<Changed, Fault> {
    desk.with(|open| {
        refuse_taken(open, args.year)?;
        let own = open.store.templates()?;
        let year = new_year(args.year, &args.template, &open.store.unit()?, &own)?;
        let mut changes = vec![Change::Put(Record::Year(year))];
        changes.extend(starting_areas(args.year, &args.template).into_iter().map(Change::Put));
        edit(open, format!("新建{}年度", args.year), changes, None)
    })
}

/// # Errors
/// The year is there already, or is none.
pub(crate) fn refuse_taken(open: &mut Open, year: i32) -> Result<(), Fault> {
    check_year(year)?;
    if open.store.year_numbers()?.contains(&year) {
        return Err(Fault::new(
            FaultCode::Exists,
            format!("库里已经有{year}年"),
            "请直接切换到这个年度，或换一个年份",
        ));
    }
    Ok(())
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct YearArgs {
    pub year: i32,
}

/// An edition of a year's report.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct EditionArgs {
    pub year: i32,
    /// Without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
}

pub fn get(desk: &Desk, args: YearArgs) -> Result<YearRecords, Fault> {
    desk.with(|open| records(open, args.year))
}

pub(crate) fn records(open: &mut Open, year: i32) -> Result<YearRecords, Fault> {
    let mut records = open.store.year(year)?;
    publication::let_stand(&mut records, &open.store.accepted(year)?);
    Ok(records)
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct YearSet {
    pub year: i32,
    #[ts(type = "Partial<Omit<Year, 'id' | 'year'>>")]
    pub fields: Map<String, Value>,
    /// One of a burst of keystrokes: joins the step before it.
    #[serde(default)]
    #[ts(optional)]
    pub typing: Option<bool>,
}

pub fn set(desk: &Desk, args: YearSet) -> Result<Changed, Fault> {
    desk.with(|open| {
        let year = Record::Year(records(open, args.year)?.year);
        let year = with_fields(year, &args.fields)?;
        let merge =
            args.typing.unwrap_or(false).then(|| merge_key(Kind::Year, year.id(), &args.fields));
        let name = step_name(args.year, &args.fields);
        edit(open, name, vec![Change::Put(year)], merge)
    })
}

/// What was set, in the words of the screen: three steps back read as three different things.
fn step_name(year: i32, fields: &Map<String, Value>) -> String {
    let mut words = fields.keys().map(|field| match field.as_str() {
        "template" => "模板",
        "title" | "form" => "标题",
        "cutoff" => "统计截止日",
        "addressee" => "主送机关",
        "signed" | "dated" => "落款",
        "sections" => "组成部分",
        "dialect" => "编号方式",
        "opening" => "开头",
        "closing" => "结尾",
        "deadlines" => "时限",
        "letterhead" => "版头",
        "attachments" => "附件",
        "note" => "附注",
        "imprint" => "版记",
        "looks" => "版面",
        _ => "设置",
    });
    let first = words.next().unwrap_or("设置");
    let what = if words.all(|word| word == first) { first } else { "设置" };
    format!("修改{year}年度的{what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_of_the_years_settings_says_what_was_set() {
        for (fields, meant) in [
            (&["title"][..], "修改2023年度的标题"),
            (&["title", "form"], "修改2023年度的标题"),
            (&["signed", "dated"], "修改2023年度的落款"),
            (&["looks"], "修改2023年度的版面"),
            (&["letterhead"], "修改2023年度的版头"),
            (&["template", "sections"], "修改2023年度的设置"),
            (&["reviewed"], "修改2023年度的设置"),
            (&[], "修改2023年度的设置"),
        ] {
            let all = fields.iter().map(|field| ((*field).to_owned(), Value::Null)).collect();
            assert_eq!(step_name(2023, &all), meant, "{fields:?}");
        }
    }
}
