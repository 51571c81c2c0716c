//! A cell as its sheet shows it.

use calamine::{DataRef, ExcelDateTime};
use jiff::civil::Date;
use nianbao_core::text::date::written;

/// What stands in a cell. Text stays text, whatever it looks like: `00123`, `2025-3`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    /// In digits, as shown: 12, not 12.0.
    Number(String),
    Date(Date),
}

impl Cell {
    /// As a person reads it, without white space around.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Number(text) => text.trim().to_owned(),
            Cell::Date(date) => written(*date),
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            Cell::Number(_) | Cell::Date(_) => false,
        }
    }

    pub(super) fn of_text(text: &str) -> Self {
        if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }

    /// `format`: the cell's number format code.
    pub(super) fn of(value: &DataRef<'_>, format: Option<&str>) -> Self {
        match value {
            DataRef::Empty => Cell::Empty,
            DataRef::String(text) => Cell::of_text(text),
            DataRef::SharedString(text) => Cell::of_text(text),
            DataRef::Int(number) => Cell::Number(number.to_string()),
            DataRef::Float(number) => Cell::Number(shown(*number, format.unwrap_or_default())),
            DataRef::Bool(yes) => Cell::Text(if *yes { "是" } else { "否" }.to_owned()),
            DataRef::DateTime(moment) => of_moment(moment),
            DataRef::DateTimeIso(text) => of_iso(text),
            DataRef::DurationIso(text) => Cell::of_text(text),
            DataRef::Error(error) => Cell::Text(error.to_string()),
        }
    }
}

fn of_iso(text: &str) -> Cell {
    let (day, clock) = text.split_once('T').unwrap_or((text, ""));
    let day: Option<Date> = day.parse().ok();
    let midnight = clock.chars().all(|c| "0:.Z".contains(c));
    day.filter(|_| midnight).map_or_else(|| Cell::of_text(text), Cell::Date)
}

fn of_moment(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() {
        // Whole minutes are enough for a table of indicators.
        let minutes = (moment.as_f64() * 24.0 * 60.0).round();
        return Cell::Text(format!("{}:{:02}", (minutes / 60.0).trunc(), minutes.rem_euclid(60.0)));
    }
    let clock = if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    };
    if (0.0..1.0).contains(&moment.as_f64()) {
        return Cell::Text(clock);
    }
    let date = i16::try_from(year)
        .ok()
        .and_then(|year| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok());
    match date {
        Some(date) if hour == 0 && minute == 0 && second == 0 => Cell::Date(date),
        Some(date) => Cell::Text(format!("{date} {clock}")),
        None => Cell::Number(shown(moment.as_f64(), "")),
    }
}

/// A number as a spreadsheet shows it: fifteen digits at most, and the format's decimals, percent and
/// leading zeros. Other formats are passed over.
fn shown(number: f64, format: &str) -> String {
    // Colours, widths and the formats of negative numbers say nothing about digits.
    let format = format.split(';').next().unwrap_or_default();
    let format = format.trim_end_matches(['_', ' ', ')']);
    let percent = format.ends_with('%');
    let digits = format.trim_end_matches('%').trim_start_matches("#,##");
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let zeros = |text: &str| !text.is_empty() && text.bytes().all(|b| b == b'0');
    let plain = zeros(whole) && (decimals.is_empty() || zeros(decimals));
    let scaled = if percent { number * 100.0 } else { number };
    let mut text = if plain {
        let text = format!("{:.*}", decimals.len(), rounded(scaled, decimals.len()));
        let wanted = whole.len() + if decimals.is_empty() { 0 } else { decimals.len() + 1 };
        if whole.len() > 1 && !text.starts_with('-') { format!("{text:0>wanted$}") } else { text }
    } else {
        general(scaled)
    };
    if percent {
        text.push('%');
    }
    text
}

/// Halves away from zero, as spreadsheets do: 0.125 in two decimals is 0.13.
fn rounded(number: f64, decimals: usize) -> f64 {
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0).min(15));
    let scaled = number * scale;
    // What fifteen digits call a half is one, though the bits lie below.
    let near = general(scaled).parse().unwrap_or(scaled);
    if near.is_finite() { near.round() / scale } else { number }
}

fn general(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    let short: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // Display of f64 has no exponent and the fewest digits that mean it.
    let text = short.to_string();
    if text == "-0" { "0".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_shown() {
        for (number, format, meant) in [
            (12.0, "General", "12"),
            (12.0, "", "12"),
            (0.1 + 0.2, "General", "0.3"),
            (99.97, "General", "99.97"),
            (1.1, "0.00", "1.10"),
            (0.125, "0.00", "0.13"),
            (1.005, "0.00", "1.01"),
            (0.9997, "0.00%", "99.97%"),
            (0.5, "0%", "50%"),
            (1234.5, "#,##0.00", "1234.50"),
            (7.0, "000", "007"),
            (-3.0, "0", "-3"),
            (-0.0, "General", "0"),
            (1e15, "General", "1000000000000000"),
            (12.5, "0.00_ ;[Red]-0.00", "12.50"),
            (3.0, "\"第\"0\"条\"", "3"),
        ] {
            assert_eq!(Cell::of(&DataRef::Float(number), Some(format)).text(), meant, "{format}");
        }
        assert_eq!(Cell::of(&DataRef::Int(12), None).text(), "12");
    }

    #[test]
    fn dates_arrive_as_dates_and_text_stays_text() {
        let moment = |value| {
            let moment = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false);
            Cell::of(&DataRef::DateTime(moment), None)
        };
        assert_eq!(moment(45352.0), Cell::Date(date(2024, 3, 1)));
        assert_eq!(moment(45352.0).text(), "2024年3月1日");
        assert_eq!(moment(45352.5), Cell::Text("2024-03-01 12:00".to_owned()));
        assert_eq!(moment(0.5), Cell::Text("12:00".to_owned()));
        for text in ["00123", "2025-3", "1-2", "440582199001011234", "12.0", "=1+1"] {
            let cell = Cell::of(&DataRef::String(text.to_owned()), None);
            assert_eq!(cell, Cell::Text(text.to_owned()));
        }
        assert!(Cell::of(&DataRef::String(" \n".to_owned()), None).is_empty());
        let iso = |text: &str| Cell::of(&DataRef::DateTimeIso(text.to_owned()), None);
        assert_eq!(iso("2024-03-01"), Cell::Date(date(2024, 3, 1)));
        assert_eq!(iso("2024-03-01T00:00:00"), Cell::Date(date(2024, 3, 1)));
        assert_eq!(iso("2024-03-01T08:30:00"), Cell::Text("2024-03-01T08:30:00".to_owned()));
        assert_eq!(iso("无日期的一段长文字"), Cell::Text("无日期的一段长文字".to_owned()));
    }
}
