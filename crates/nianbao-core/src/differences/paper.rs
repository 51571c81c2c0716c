//! The difference list as a document of its own: a table for the desk of the reviewer.

use super::{Difference, Reason, differences};
use crate::catalog::Catalog;
use crate::check::{Finding, Options, YearInput, check_year};
use crate::compose::{Edition, WhyLeftOut, left_out, title};
use crate::doc::{Align, Block, Cell, Doc, Face, Inline, Meta, Paragraph, Role, Table, Text};
use crate::record::YearRecords;
use crate::text::numbering;

/// Thousandths of the text width: 序号, 内容, 报送版, 公开版, 原因.
const COLUMNS: [u16; 5] = [75, 205, 325, 265, 130];

/// 差异清单 of a year.
pub fn paper(records: &YearRecords, catalog: &Catalog) -> Doc {
    let of = title(records).replace('\n', "");
    let name = format!("《{of}》公开版差异清单");
    let all = differences(records, catalog);
    let mut blocks = vec![line(Role::Title, &name)];
    blocks.push(line(Role::Body, &summary(&all)));
    blocks.push(line(Role::Body, "本清单含有不公开的内容，只供公开前审查使用，请勿外传。"));
    if !all.is_empty() {
        blocks.push(Block::Table(table(&all)));
    }
    let mut number = 0;
    let mut section = |head: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return Vec::new();
        }
        number += 1;
        let head = line(Role::Heading(1), &format!("{}{head}", numbering::mark(1, number)));
        let lines = (1..).zip(&lines);
        let lines =
            lines.map(|(n, text)| line(Role::Body, &format!("{}{text}", numbering::mark(3, n))));
        std::iter::once(head).chain(lines).collect()
    };
    blocks.extend(section("公开前还要由人核对的地方", to_review(records, catalog)));
    blocks.extend(section("两个版本都没有写的材料", in_neither(records, catalog)));
    let meta = Meta { title: name, unit: records.unit.name.clone(), year: records.year.year };
    Doc { meta, blocks, ..Doc::default() }
}

fn summary(all: &[Difference]) -> String {
    if all.is_empty() {
        return "报送版和公开版的文字没有差异。".to_owned();
    }
    let of = |reason: &Reason| all.iter().filter(|line| line.reason == *reason).count();
    let counts = Reason::ALL.iter().map(|reason| (reason, of(reason))).filter(|(_, n)| *n > 0);
    let counts: Vec<String> = counts.map(|(r, n)| format!("{}{n}处", r.word())).collect();
    format!("报送版和公开版共有{}处差异：{}。", all.len(), counts.join("，"))
}

/// What the rules of privacy and secrecy say of the edition that is to be published.
fn to_review(records: &YearRecords, catalog: &Catalog) -> Vec<String> {
    let input = YearInput { records, last: None, edition: Edition::Public, catalog };
    let report = check_year(&input, &Options::default());
    let own = report.findings.into_iter().filter(|finding| finding.code.starts_with('P'));
    let told = |Finding { message, at, hint, .. }: Finding| {
        let at = at.map(|at| at.text).unwrap_or_default();
        let place = if at.is_empty() || message.contains(at.as_str()) {
            String::new()
        } else {
            format!("“{at}”：")
        };
        format!("{place}{message}，{hint}。")
    };
    own.map(told).collect()
}

fn in_neither(records: &YearRecords, catalog: &Catalog) -> Vec<String> {
    let all = records.records();
    let left = left_out(records, Edition::Submission, catalog).into_iter();
    left.filter(|left| {
        matches!(left.why, WhyLeftOut::Internal | WhyLeftOut::Rejected | WhyLeftOut::Unwritten)
    })
    .filter_map(|left| {
        let record = all.iter().find(|r| r.kind() == left.kind && r.id() == left.id)?;
        Some(format!("{}：{}。", record.name(), left.message))
    })
    .collect()
}

fn table(all: &[Difference]) -> Table {
    let head = ["序号", "位置和内容", "报送版", "公开版", "原因"];
    let head = head.map(|text| cell(text, Align::Centre)).to_vec();
    let rows = (1..).zip(all).map(|(n, line): (usize, _)| {
        let place =
            if line.place.is_empty() { String::new() } else { format!("{}　", line.place) };
        let public = if line.public.is_empty() {
            "（不印）".to_owned()
        } else {
            shown(line, &line.public)
        };
        let masked =
            if line.masked && line.reason != Reason::Masked { "，有隐私遮盖" } else { "" };
        vec![
            cell(&n.to_string(), Align::Centre),
            cell(&format!("{place}{}", line.what), Align::Left),
            cell(&shown(line, &line.sent), Align::Left),
            cell(&public, Align::Left),
            cell(&format!("{}{masked}", line.reason.word()), Align::Left),
        ]
    });
    Table {
        columns: COLUMNS.to_vec(),
        header_rows: 1,
        rows: std::iter::once(head).chain(rows).collect(),
    }
}

/// A short place is told with what stands beside it.
fn shown(line: &Difference, text: &str) -> String {
    let text = text.trim_matches('\n').replace('\t', "　");
    match line.reason {
        Reason::Masked | Reason::Renumbered => format!("…{}{text}{}…", line.before, line.after),
        _ => text,
    }
}

fn line(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph { role, inlines: vec![run(text)] })
}

fn run(text: &str) -> Inline {
    Inline::Text(Text { text: text.to_owned(), face: Face::Plain, ..Text::default() })
}

/// Paragraphs of a cell stand under one another.
fn cell(text: &str, align: Align) -> Cell {
    let mut inlines = Vec::new();
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            inlines.push(Inline::Break);
        }
        inlines.push(run(line));
    }
    Cell { inlines, columns: 1, rows: 1, align }
}
