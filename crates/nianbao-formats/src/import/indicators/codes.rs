//! One column of indicators; codes, or a column of parents, say what stands under what.

use std::collections::BTreeMap;

use nianbao_core::text::numbering;

use super::header::Header;
use super::rows::Row;
use super::{ColumnRole, IndicatorLine, IndicatorProposal, tree};

pub(super) fn read(rows: &[Row], header: &Header, proposal: &mut IndicatorProposal) {
    for row in rows {
        let title = row.of(header, ColumnRole::Title);
        let code = row.of(header, ColumnRole::Code);
        if title.is_empty() {
            more(row, header, code, proposal);
            continue;
        }
        proposal.lines.push(IndicatorLine {
            row: row.number,
            level: 1,
            code: code.to_owned(),
            title: title.to_owned(),
            standard: row.standard(header),
            assessment: row.of(header, ColumnRole::Assessment).to_owned(),
            parent: None,
        });
    }
    if header.of(ColumnRole::Parent).next().is_some() {
        by_parents(rows, header, proposal);
    } else if proposal.lines.iter().all(|line| line.code.is_empty()) {
        if !proposal.lines.is_empty() {
            proposal.remarks.push("表里没有编号，全部作为第一级指标".to_owned());
        }
    } else if proposal.lines.iter().any(|line| is_chinese(&line.code)) {
        by_outline(proposal);
    } else {
        by_codes(proposal);
    }
    twice(proposal);
    let parents = tree::sound(&proposal.lines);
    for n in 0..proposal.lines.len() {
        proposal.lines[n].parent = parents[n];
        proposal.lines[n].level = level(&parents, n);
    }
}

fn level(parents: &[Option<usize>], line: usize) -> usize {
    // Sound parents end somewhere.
    std::iter::successors(Some(line), |n| parents[*n]).count()
}

/// A row without an indicator: more of the one above, or nothing.
fn more(row: &Row, header: &Header, code: &str, proposal: &mut IndicatorProposal) {
    let above = row.of(header, ColumnRole::Parent);
    let (standard, assessment) = (row.standard(header), row.of(header, ColumnRole::Assessment));
    match proposal.lines.last_mut() {
        Some(line) if code.is_empty() && above.is_empty() => {
            for (text, more) in
                [(&mut line.standard, standard.as_str()), (&mut line.assessment, assessment)]
            {
                if !text.is_empty() && !more.is_empty() {
                    text.push('\n');
                }
                text.push_str(more);
            }
        }
        _ => proposal.dropped.push(row.dropped("这一行没有指标内容")),
    }
}

fn by_parents(rows: &[Row], header: &Header, proposal: &mut IndicatorProposal) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (n, line) in proposal.lines.iter().enumerate() {
        if !line.code.is_empty() {
            first.entry(line.code.clone()).or_insert(n);
        }
    }
    for n in 0..proposal.lines.len() {
        let line = &proposal.lines[n];
        let row = rows.iter().find(|row| row.number == line.row);
        let above = row.map_or("", |row| row.of(header, ColumnRole::Parent));
        if ["", "-", "—", "/", "0", "无"].contains(&above) {
            continue;
        }
        match first.get(above) {
            Some(parent) => proposal.lines[n].parent = Some(*parent),
            None => proposal.remarks.push(format!(
                "第{}行“{}”的上级“{above}”不在表里，先放在第一级",
                line.row, line.title
            )),
        }
    }
    let parents: Vec<_> = proposal.lines.iter().map(|line| line.parent).collect();
    let round = tree::circles(&parents);
    if !round.is_empty() {
        let named = round.iter().take(5).map(|n| format!("“{}”", proposal.lines[*n].code));
        let named: String = named.collect();
        let count = round.len();
        proposal.remarks.push(format!("{named}共{count}条指标互为上下级，先都放在第一级"));
    }
}

/// 1, 1.1, 1.1.1; A-1-2; 01, 0101, 010101.
fn by_codes(proposal: &mut IndicatorProposal) {
    let codes: Vec<String> = proposal.lines.iter().map(|line| plain(&line.code)).collect();
    let paired = is_paired(&codes);
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, code) in codes.iter().enumerate() {
        if !code.is_empty() {
            first.entry(code).or_insert(n);
        }
    }
    let mut before: Option<usize> = None;
    for (n, code) in codes.iter().enumerate() {
        if code.is_empty() {
            without_code(proposal, n, before);
        } else {
            let above = prefixes(code, paired);
            let found = above.iter().find_map(|prefix| first.get(prefix.as_str()).copied());
            let wanted = above.first().filter(|wanted| !first.contains_key(wanted.as_str()));
            if let Some(wanted) = wanted {
                let place = found.map_or_else(
                    || "先放在第一级".to_owned(),
                    |parent| format!("先放在“{}”之下", proposal.lines[parent].code),
                );
                let line = &proposal.lines[n];
                proposal.remarks.push(format!(
                    "第{}行编号“{}”的上级“{wanted}”不在表里，{place}",
                    line.row, line.code
                ));
            }
            proposal.lines[n].parent = found;
        }
        before = Some(n);
    }
}

/// A line without a code stands beside the one before it.
fn without_code(proposal: &mut IndicatorProposal, n: usize, before: Option<usize>) {
    let row = proposal.lines[n].row;
    let place = match before {
        Some(before) => {
            proposal.lines[n].parent = proposal.lines[before].parent;
            format!("先与上一条“{}”同级", proposal.lines[before].title)
        }
        None => "先放在第一级".to_owned(),
    };
    proposal.remarks.push(format!("第{row}行“{}”没有编号，{place}", proposal.lines[n].title));
}

/// One separator for all, and none at the end: `1．1.` is `1.1`.
fn plain(code: &str) -> String {
    let dotted: String = code
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '．' | '。' | '-' | '－' | '—' | '–' | '_' | '/' | '、' => '.',
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            c => c,
        })
        .collect();
    dotted.trim_matches('.').to_owned()
}

/// Codes of two digits a level.
fn is_paired(codes: &[String]) -> bool {
    let filled = || codes.iter().filter(|code| !code.is_empty());
    let pairs =
        |code: &String| code.bytes().all(|b| b.is_ascii_digit()) && code.len().is_multiple_of(2);
    filled().all(pairs)
        && filled().any(|code| code.len() > 2)
        && filled().any(|code| code.len() == 2)
}

/// The codes above one, the nearest first.
fn prefixes(code: &str, paired: bool) -> Vec<String> {
    if paired {
        return (2..code.len()).step_by(2).rev().map(|at| code[..at].to_owned()).collect();
    }
    let dots: Vec<usize> = code.match_indices('.').map(|(at, _)| at).collect();
    dots.iter().rev().map(|at| code[..*at].to_owned()).collect()
}

fn is_chinese(code: &str) -> bool {
    let code = code.trim_start_matches(['（', '(']);
    code.starts_with(|c: char| "一二三四五六七八九十".contains(c))
}

/// 一 → （一） → 1 → （1）: each kind of number is a level, in the order official text has them.
fn by_outline(proposal: &mut IndicatorProposal) {
    let kinds: Vec<Option<numbering::Dialect>> =
        proposal.lines.iter().map(|line| outline(&line.code)).collect();
    let mut used: Vec<_> = kinds.iter().flatten().copied().collect();
    used.sort_unstable();
    used.dedup();
    let mut open: Vec<Option<usize>> = vec![None; used.len()];
    let mut before = None;
    for (n, kind) in kinds.iter().enumerate() {
        let depth = kind.and_then(|kind| used.iter().position(|other| *other == kind));
        match depth {
            Some(depth) => {
                proposal.lines[n].parent = open[..depth].iter().rev().find_map(|line| *line);
                open[depth] = Some(n);
                open[depth + 1..].fill(None);
            }
            None if proposal.lines[n].code.is_empty() => without_code(proposal, n, before),
            None => {
                let line = &proposal.lines[n];
                let remark =
                    format!("第{}行的编号“{}”看不出是第几级，先放在第一级", line.row, line.code);
                proposal.remarks.push(remark);
            }
        }
        before = Some(n);
    }
}

/// A number of an outline, with or without its own mark.
fn outline(code: &str) -> Option<numbering::Dialect> {
    let code = code.trim();
    let mark = numbering::read(code).filter(|mark| mark.length == code.chars().count());
    let bare = || numbering::read(&format!("{code}、")).filter(|m| m.length > code.chars().count());
    mark.or_else(bare).map(|mark| mark.dialect)
}

/// A code that stands twice: a spreadsheet shows 1.10 as 1.1.
pub(super) fn twice(proposal: &mut IndicatorProposal) {
    let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for line in proposal.lines.iter().filter(|line| !line.code.is_empty()) {
        rows.entry(&line.code).or_default().push(line.row);
    }
    let mut remarks = Vec::new();
    let outlined = proposal.lines.iter().any(|line| is_chinese(&line.code));
    for (code, rows) in rows.iter().filter(|(_, rows)| rows.len() > 1) {
        let places: Vec<_> = rows.iter().take(5).map(|row| format!("第{row}行")).collect();
        let hint = if code.contains('.') {
            "，请核对是否把1.10写成了1.1"
        } else {
            "，请核对"
        };
        remarks.push(format!("编号“{code}”出现了{}次：{}{hint}", rows.len(), places.join("、")));
    }
    // An outline counts anew under each heading.
    if !outlined {
        proposal.remarks.extend(remarks);
    }
}
