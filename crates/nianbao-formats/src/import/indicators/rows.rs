//! The rows under the header: indicators, and what is none.

use super::header::{Header, row_text};
use super::{ColumnRole, DroppedRow, Grid};

/// A row with its texts by role.
pub(super) struct Row {
    /// From 1.
    pub number: usize,
    texts: Vec<String>,
}

impl Row {
    pub fn text(&self, column: usize) -> &str {
        self.texts.get(column).map_or("", String::as_str)
    }

    /// The whole row as one that was not taken.
    pub fn dropped(&self, why: &str) -> DroppedRow {
        let filled = self.texts.iter().filter(|text| !text.is_empty()).map(String::as_str);
        let text = filled.collect::<Vec<_>>().join(" ");
        DroppedRow { row: self.number, text, why: why.to_owned() }
    }

    /// The first text of a role.
    pub fn of(&self, header: &Header, role: ColumnRole) -> &str {
        header.of(role).map(|column| self.text(column)).find(|text| !text.is_empty()).unwrap_or("")
    }

    /// Scoring rule and points as printed, a line each.
    pub fn standard(&self, header: &Header) -> String {
        let rules: Vec<_> = header.of(ColumnRole::Standard).collect();
        let mut lines: Vec<String> = Vec::new();
        for &column in &rules {
            let text = self.text(column);
            if text.is_empty() {
                continue;
            }
            let named = rules.len() > 1;
            lines.push(if named { named_text(header, column, text) } else { text.to_owned() });
        }
        for column in header.of(ColumnRole::Points) {
            if !self.text(column).is_empty() {
                lines.push(named_text(header, column, self.text(column)));
            }
        }
        lines.join("\n")
    }
}

fn named_text(header: &Header, column: usize, text: &str) -> String {
    format!("{}：{text}", header.texts.get(column).map_or("", String::as_str))
}

/// The rows that can be indicators.
pub(super) fn body(grid: &Grid, header: &Header, dropped: &mut Vec<DroppedRow>) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in header.row + 1..grid.rows.len() {
        let width = grid.rows[row].len();
        let texts: Vec<String> = (0..width).map(|column| grid.text(row, column)).collect();
        let text = row_text(grid, row);
        if text.is_empty() {
            continue;
        }
        match no_indicator(&texts, header) {
            Some(why) => dropped.push(DroppedRow { row: row + 1, text, why: why.to_owned() }),
            None => rows.push(Row { number: row + 1, texts }),
        }
    }
    rows
}

fn no_indicator(texts: &[String], header: &Header) -> Option<&'static str> {
    let filled: Vec<_> = texts.iter().filter(|text| !text.is_empty()).collect();
    let heading = |n: usize| header.texts.get(n).is_some_and(|heading| !heading.is_empty());
    let repeats = texts.iter().enumerate().filter(|(_, text)| !text.is_empty()).all(|(n, text)| {
        let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        heading(n) && header.texts[n] == squeezed
    });
    let first = filled.first().map_or("", |text| text.as_str());
    let squeezed: String = first.chars().filter(|c| !c.is_whitespace()).collect();
    let total = ["合计", "总计", "总分", "小计"]
        .iter()
        .any(|word| squeezed == *word || squeezed.starts_with(&format!("{word}（")));
    let note = ["注：", "注:", "说明：", "说明:", "备注：", "备注:"];
    if repeats {
        Some("重复的表头")
    } else if total {
        Some("合计行，不是指标")
    } else if filled.len() == 1 && note.iter().any(|word| first.starts_with(word)) {
        Some("表下的说明，不是指标")
    } else {
        None
    }
}
