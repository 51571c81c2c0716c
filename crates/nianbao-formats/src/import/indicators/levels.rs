//! A column a level: 一级指标, 二级指标, 三级指标.

use super::codes;
use super::header::Header;
use super::rows::Row;
use super::{ColumnRole, DroppedRow, IndicatorLine, IndicatorProposal};

/// A level's texts repeat down the rows, in merged cells or written again, and where they are left out
/// the one above still holds.
pub(super) fn read(rows: &[Row], header: &Header, proposal: &mut IndicatorProposal) {
    let mut levels: Vec<usize> = header
        .roles
        .iter()
        .filter_map(|role| match role {
            ColumnRole::Level(level) => Some(*level),
            _ => None,
        })
        .collect();
    levels.sort_unstable();
    levels.dedup();
    // The line that stands open on each level.
    let mut open: Vec<Option<usize>> = vec![None; levels.len()];
    for row in rows {
        let texts: Vec<&str> =
            levels.iter().map(|level| row.of(header, ColumnRole::Level(*level))).collect();
        if texts.iter().all(|text| text.is_empty()) && open.iter().all(Option::is_none) {
            proposal.dropped.push(row.dropped("这一行没有指标内容"));
            continue;
        }
        for (depth, text) in texts.iter().enumerate() {
            let same = open[depth].is_some_and(|n| proposal.lines[n].title == **text);
            if text.is_empty() || same {
                continue;
            }
            let parent = open[..depth].iter().rev().find_map(|line| *line);
            proposal.lines.push(IndicatorLine {
                row: row.number,
                level: parent.map_or(1, |parent| proposal.lines[parent].level + 1),
                code: String::new(),
                title: (*text).to_owned(),
                standard: String::new(),
                assessment: String::new(),
                parent,
            });
            open[depth] = Some(proposal.lines.len() - 1);
            open[depth + 1..].fill(None);
        }
        for (depth, line) in open.iter().enumerate() {
            let code = row.of(header, ColumnRole::LevelCode(levels[depth]));
            coded(proposal, *line, code, row.number);
        }
        let last = last(&texts, &open);
        coded(proposal, last, row.of(header, ColumnRole::Code), row.number);
        if let Some(line) = last.and_then(|n| proposal.lines.get_mut(n)) {
            add(&mut line.standard, &row.standard(header));
            add(&mut line.assessment, row.of(header, ColumnRole::Assessment));
        }
    }
    without_code(header, proposal);
    codes::twice(proposal);
}

/// Where the table has codes, its last level should have them all.
fn without_code(header: &Header, proposal: &mut IndicatorProposal) {
    let deepest = proposal.lines.iter().map(|line| line.level).max().unwrap_or_default();
    let coded = |role: &ColumnRole| matches!(role, ColumnRole::Code | ColumnRole::LevelCode(_));
    if !header.roles.iter().any(coded) {
        return;
    }
    let bare: Vec<usize> = proposal
        .lines
        .iter()
        .filter(|line| line.level == deepest && line.code.is_empty())
        .map(|line| line.row)
        .collect();
    if !bare.is_empty() {
        let rows: Vec<_> = bare.iter().take(5).map(|row| format!("第{row}行")).collect();
        let more = if bare.len() > 5 { "等" } else { "" };
        proposal.remarks.push(format!("{}条指标没有编号：{}{more}", bare.len(), rows.join("、")));
    }
}

/// The line a row's rule belongs to: the deepest it names; a row that names none goes on with the deepest
/// that is open.
fn last(texts: &[&str], open: &[Option<usize>]) -> Option<usize> {
    let named = texts.iter().rposition(|text| !text.is_empty());
    match named {
        Some(depth) => open[depth],
        None => open.iter().rev().find_map(|line| *line),
    }
}

/// A line takes its first code; another one is named as not taken.
fn coded(proposal: &mut IndicatorProposal, line: Option<usize>, code: &str, row: usize) {
    if code.is_empty() {
        return;
    }
    let why = match line.and_then(|n| proposal.lines.get_mut(n)) {
        Some(line) if line.code.is_empty() => {
            code.clone_into(&mut line.code);
            return;
        }
        Some(line) if line.code == code => return,
        Some(line) => format!("“{}”已有编号“{}”", line.title, line.code),
        None => "编号旁边没有指标内容".to_owned(),
    };
    proposal.dropped.push(DroppedRow { row, text: code.to_owned(), why });
}

/// A further row of the same indicator brings further lines; in a merged cell it is the same one again.
fn add(text: &mut String, more: &str) {
    for line in more.lines().filter(|line| !line.trim().is_empty()) {
        if text.lines().any(|known| known == line) {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line);
    }
}
