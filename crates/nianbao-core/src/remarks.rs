//! What was entered and can hardly be meant: it is kept as entered, and said beside its field.

use jiff::civil::Date;
use serde::Serialize;
use ts_rs::TS;

use crate::record::{Id, Kind, Record, YearRecords, count};
use crate::text::date::written;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Remark {
    pub kind: Kind,
    pub id: Id,
    /// Name of the record's field.
    pub field: &'static str,
    pub message: String,
}

/// The remarks on one record.
pub fn remarks(record: &Record) -> Vec<Remark> {
    let mut out = Vec::new();
    let mut say = |field, message| {
        out.push(Remark { kind: record.kind(), id: record.id(), field, message });
    };
    match record {
        Record::Year(r) => {
            if let Some(day) = r.cutoff.filter(|day| i32::from(day.year()) != r.year) {
                say("cutoff", outside("统计截止日", day, r.year));
            }
            if let Some(day) = r.dated.filter(|day| i32::from(day.year()) < r.year) {
                say("dated", format!("成文日期{}早于{}年，请核对", written(day), r.year));
            }
        }
        Record::Achievement(r) => {
            for (field, word, day) in [("date", "日期", r.date), ("until", "结束日期", r.until)]
            {
                if let Some(day) = day.filter(|day| i32::from(day.year()) != r.year) {
                    say(field, outside(word, day, r.year));
                }
            }
            if let (Some(from), Some(until)) = (r.date, r.until)
                && until < from
            {
                say("until", format!("结束日期{}早于开始日期，请核对", written(until)));
            }
        }
        Record::Plan(r) => {
            if let Some(day) = r.due.filter(|day| i32::from(day.year()) <= r.year) {
                let next = r.year + 1;
                say("due", format!("完成时限{}早于计划所在的{next}年，请核对", written(day)));
            }
        }
        Record::Duty(r) => {
            for (field, word, typed) in [
                ("instructions", "批示次数", &r.instructions),
                ("study", "学法次数", &r.study),
                ("accounts", "述法次数", &r.accounts),
                ("court", "出庭应诉次数", &r.court),
            ] {
                let typed = typed.trim();
                match count(typed) {
                    Ok(count) if count.value().is_sign_negative() => {
                        say(field, format!("{word}不能是负数，请核对“{typed}”"));
                    }
                    Err(_) if !typed.is_empty() => {
                        say(field, format!("{word}“{typed}”不是一个数，请只填数字"));
                    }
                    // Read otherwise than typed, so one sees how.
                    Ok(count) if !typed.contains(|c| matches!(c, '0'..='9' | '０'..='９')) => {
                        say(field, format!("{word}“{typed}”读作{count}次"));
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
    out
}

fn outside(word: &str, day: Date, year: i32) -> String {
    format!("{word}{}不在{year}年内，请核对", written(day))
}

/// The remarks on all records of a year.
pub fn all_remarks(records: &YearRecords) -> Vec<Remark> {
    records.records().iter().flat_map(remarks).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::record::{Achievement, Duty, Plan, Year};

    #[test]
    fn what_can_hardly_be_meant_is_said_beside_its_field() {
        let told = |record: Record| -> Vec<(&'static str, String)> {
            remarks(&record).into_iter().map(|r| (r.field, r.message)).collect()
        };
        let plan = |due| Record::Plan(Plan { year: 2023, due: Some(due), ..Plan::default() });
        assert_eq!(
            told(plan(date(2023, 12, 31))),
            [("due", "完成时限2023年12月31日早于计划所在的2024年，请核对".to_owned())]
        );
        assert_eq!(told(plan(date(2024, 1, 1))), []);
        let done = |from, until| {
            Record::Achievement(Achievement {
                year: 2023,
                date: from,
                until,
                ..Achievement::default()
            })
        };
        assert_eq!(
            told(done(Some(date(2022, 5, 1)), None)),
            [("date", "日期2022年5月1日不在2023年内，请核对".to_owned())]
        );
        assert_eq!(
            told(done(Some(date(2023, 5, 2)), Some(date(2023, 5, 1)))),
            [("until", "结束日期2023年5月1日早于开始日期，请核对".to_owned())]
        );
        let duty = |study: &str| Record::Duty(Duty { study: study.to_owned(), ..Duty::default() });
        assert_eq!(told(duty("三次")), [("study", "学法次数“三次”读作3次".to_owned())]);
        assert_eq!(
            told(duty("多次")),
            [("study", "学法次数“多次”不是一个数，请只填数字".to_owned())]
        );
        assert_eq!(told(duty("３")), []);
        assert_eq!(told(duty("３次")), []);
        assert_eq!(told(duty("-1")), [("study", "学法次数不能是负数，请核对“-1”".to_owned())]);
        let year = Year { year: 2023, cutoff: Some(date(2022, 12, 31)), ..Year::default() };
        assert_eq!(
            told(Record::Year(year)),
            [("cutoff", "统计截止日2022年12月31日不在2023年内，请核对".to_owned())]
        );
    }
}
