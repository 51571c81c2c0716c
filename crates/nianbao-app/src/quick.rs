//! One line, noted as things happen: date, area, sentence. What is not understood stays in the sentence.

use jiff::civil::Date;
use nianbao_core::record::{Area, Id};
use nianbao_core::text::date;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub date: Option<Date>,
    pub until: Option<Date>,
    pub area: Option<Id>,
    /// The first sentence, without 。
    pub title: String,
    /// The rest.
    pub body: String,
    /// What looked like a date or an area and is none, a sentence each.
    pub remarks: Vec<String>,
}

/// `year`: of a date that names none.
pub(crate) fn read(line: &str, year: i32, today: Date, areas: &[Area]) -> Line {
    let mut remarks = Vec::new();
    let mut rest = line.trim();
    let mut days = (None, None);
    if let Some((found, after)) = first_part(rest, |part| days_of(part, year, today)) {
        match found {
            Days::Known(from, until) => {
                days = (Some(from), until);
                rest = after;
            }
            Days::None => {
                let typed = &rest[..rest.len() - after.len()];
                let typed = typed.trim_end_matches(is_separator);
                remarks.push(format!("“{typed}”不是日历上有的日期，没有记日期"));
            }
        }
    }
    let mut area = None;
    if let Some((found, after)) = first_part(rest, |part| area_of(part, areas)) {
        match found {
            Named::One(id) => {
                area = Some(id);
                rest = after;
            }
            Named::Several(typed) => {
                remarks.push(format!("“{typed}”对得上几个领域，请在记录里选一个"));
            }
        }
    }
    let (title, body) = sentence(rest);
    Line { date: days.0, until: days.1, area, title, body, remarks }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || "·•・|｜、，,：:；;/".contains(c)
}

/// The part up to some separator that `read` makes sense of, the shortest first, and what comes after.
/// The last part is never taken: it is the sentence.
fn first_part<T>(line: &str, read: impl Fn(&str) -> Option<T>) -> Option<(T, &str)> {
    for (at, _) in line.char_indices().filter(|(_, c)| is_separator(*c)) {
        let after = line[at..].trim_start_matches(is_separator);
        if after.is_empty() {
            break;
        }
        if let Some(found) = read(line[..at].trim()) {
            return Some((found, after));
        }
    }
    None
}

enum Days {
    Known(Date, Option<Date>),
    /// It looks like a day, and no calendar has it.
    None,
}

fn days_of(part: &str, year: i32, today: Date) -> Option<Days> {
    let relative =
        |days| Some(Days::Known(today.checked_sub(jiff::Span::new().days(days)).ok()?, None));
    match part {
        "今天" | "今日" => return relative(0),
        "昨天" | "昨日" => return relative(1),
        "前天" => return relative(2),
        _ => {}
    }
    if let Some(known) = day(part, year, None) {
        return Some(known.map_or(Days::None, |day| Days::Known(day, None)));
    }
    for mark in ["至", "到", "—", "–", "~", "～", "-"] {
        let Some((from, until)) = part.split_once(mark) else { continue };
        let Some(Some(from)) = day(from.trim(), year, None) else { continue };
        let Some(until) = day(until.trim(), i32::from(from.year()), Some(from.month())) else {
            continue;
        };
        return Some(until.map_or(Days::None, |until| Days::Known(from, Some(until))));
    }
    None
}

/// A day in one of the usual shapes. `Some(None)`: the shape, but no such day. `month`: of a day alone.
fn day(typed: &str, year: i32, month: Option<i8>) -> Option<Option<Date>> {
    if let Some(full) = date::read(typed) {
        return Some(Some(full));
    }
    let narrow: String = typed
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            '．' => '.',
            c => c,
        })
        .collect();
    let number = |text: &str| -> Option<i8> {
        let text = text.trim();
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten()
    };
    let without_day = narrow.trim_end_matches(['日', '号']);
    let (month, day) = match (without_day.split_once('月'), month) {
        (Some((month, day)), _) => (number(month)?, number(day)?),
        (None, Some(month)) if without_day != narrow || number(&narrow).is_some() => {
            (month, number(without_day)?)
        }
        (None, _) => {
            let (month, day) = narrow.split_once(['-', '.'])?;
            (number(month)?, number(day)?)
        }
    };
    Some(i16::try_from(year).ok().and_then(|year| Date::new(year, month, day).ok()))
}

enum Named {
    One(Id),
    Several(String),
}

/// By its key in the catalogue, by how its title begins, or by two characters or more that only it has.
fn area_of(part: &str, areas: &[Area]) -> Option<Named> {
    if part.is_empty() {
        return None;
    }
    let named = |fits: &dyn Fn(&Area) -> bool| {
        let mut fitting = areas.iter().filter(|area| fits(area));
        let first = fitting.next()?;
        let only = fitting.next().is_none();
        Some(if only { Named::One(first.id) } else { Named::Several(part.to_owned()) })
    };
    let long = part.chars().count() >= 2;
    named(&|area| !area.key.is_empty() && area.key == part)
        .or_else(|| named(&|area| area.title.trim() == part))
        .or_else(|| named(&|area| area.title.trim().starts_with(part)))
        .or_else(|| if long { named(&|area| area.title.contains(part)) } else { None })
}

fn sentence(text: &str) -> (String, String) {
    let text = text.trim();
    match text.find(['。', '！', '？', '；', '\n']) {
        None => (text.to_owned(), String::new()),
        Some(at) => {
            let mark = text[at..].chars().next();
            let after = text[at + mark.map_or(0, char::len_utf8)..].trim();
            if mark == Some('。') || mark == Some('\n') || after.is_empty() {
                (text[..at].trim().to_owned(), after.to_owned())
            } else {
                // The mark says more than a full stop: it stays, and all of it is text.
                (String::new(), text.to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas() -> Vec<Area> {
        let area = |id, key: &str, title: &str| Area {
            id: Id(id),
            key: key.to_owned(),
            title: title.to_owned(),
            ..Area::default()
        };
        vec![
            area(1, "leadership", "加强党对法治政府建设的领导"),
            area(2, "rules", "健全依法行政制度体系"),
            area(3, "enforcement", "健全行政执法工作体系"),
        ]
    }

    #[test]
    fn a_line_is_read_as_meant() {
        let today = jiff::civil::date(2023, 3, 6);
        let told = |line: &str| {
            let read = read(line, 2023, today, &areas());
            let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
            let area = read.area.map_or(0, |id| id.0);
            (day(read.date), day(read.until), area, read.title, read.body)
        };
        let meant = |date: &str, until: &str, area, title: &str, body: &str| {
            (date.to_owned(), until.to_owned(), area, title.to_owned(), body.to_owned())
        };
        for (line, m) in [
            ("3月5日 · 行政执法 · 开展专项检查", meant("2023-03-05", "", 3, "开展专项检查", "")),
            (
                "3月5日 执法 开展专项检查。共查12家。",
                meant("2023-03-05", "", 3, "开展专项检查", "共查12家。"),
            ),
            ("2023年3月5日 加强党 召开会议", meant("2023-03-05", "", 1, "召开会议", "")),
            ("2023-3-5 rules 出台办法", meant("2023-03-05", "", 2, "出台办法", "")),
            ("2022/12/30 出台办法", meant("2022-12-30", "", 0, "出台办法", "")),
            ("3-5 出台办法", meant("2023-03-05", "", 0, "出台办法", "")),
            ("3.5 出台办法", meant("2023-03-05", "", 0, "出台办法", "")),
            ("０３．０５　出台办法", meant("2023-03-05", "", 0, "出台办法", "")),
            ("3月5日至7日 培训", meant("2023-03-05", "2023-03-07", 0, "培训", "")),
            ("3月30日—4月2日，培训", meant("2023-03-30", "2023-04-02", 0, "培训", "")),
            ("今天 培训", meant("2023-03-06", "", 0, "培训", "")),
            ("昨日：培训", meant("2023-03-05", "", 0, "培训", "")),
            ("二〇二三年三月五日 培训", meant("2023-03-05", "", 0, "培训", "")),
            ("开展培训", meant("", "", 0, "开展培训", "")),
            ("行政执法", meant("", "", 0, "行政执法", "")),
            ("3月5日", meant("", "", 0, "3月5日", "")),
            ("3.5万人参加 培训", meant("", "", 0, "3.5万人参加 培训", "")),
            ("开展检查 共12家", meant("", "", 0, "开展检查 共12家", "")),
            ("", meant("", "", 0, "", "")),
        ] {
            assert_eq!(told(line), m, "{line}");
        }
    }

    #[test]
    fn what_is_no_day_or_no_one_area_stays_in_the_sentence_and_is_told() {
        let today = jiff::civil::date(2023, 3, 6);
        let read = |line: &str| read(line, 2023, today, &areas());
        let line = read("2月30日 培训");
        assert_eq!((line.date, line.title.as_str()), (None, "2月30日 培训"));
        assert_eq!(line.remarks, ["“2月30日”不是日历上有的日期，没有记日期"]);
        let line = read("3月5日 健全 培训");
        assert_eq!((line.area, line.title.as_str()), (None, "健全 培训"));
        assert_eq!(line.remarks, ["“健全”对得上几个领域，请在记录里选一个"]);
    }
}
