//! What was found, for those who review on paper or in Word.

use nianbao_core::check::{self, Finding};
use nianbao_core::doc::{Align, Block, Cell, Doc, Inline, Meta, Paragraph, Role, Table, Text};
use nianbao_formats::export::docx::Comment;

use super::publication::Publication;
use super::{Checked, Excerpt, FindingPart, PlacedFinding};

/// 序号, 位置, 问题, 依据, 建议, 处理情况, in thousandths.
const COLUMNS: [u16; 6] = [62, 228, 230, 170, 140, 170];
/// Characters shown at either side of the place: a column is narrow.
const AROUND: usize = 8;
const HEADS: [&str; 6] = ["序号", "位置", "问题", "依据", "建议", "处理情况"];

/// 体检意见表: a table for each part of the report; what somebody let stand with his reason. Of the edition
/// to be published also what is to be looked over.
pub(crate) fn sheet(
    checked: &Checked,
    publication: Option<&Publication>,
    meta: &Meta,
    day: &str,
) -> Doc {
    let counts = checked.counts;
    let mut blocks = vec![
        line(Role::Title, "体检意见表"),
        line(
            Role::Body,
            &format!(
                "《{}》，{day}检查。查出错误{}处、警告{}处、提示{}处；另有{}处已认可，说明写在“处理情况”里。",
                meta.title.replace('\n', ""),
                counts.error,
                counts.warning,
                counts.hint,
                checked.accepted.len()
            ),
        ),
    ];
    let mut number = 0;
    for part in FindingPart::ALL {
        let open = checked.findings.iter().map(|found| (found, ""));
        let let_stand = checked.accepted.iter().map(|a| (&a.found, a.reason.as_str()));
        let mut rows: Vec<_> = open.chain(let_stand).filter(|(f, _)| f.part == part).collect();
        if rows.is_empty() {
            continue;
        }
        rows.sort_by_key(|(found, reason)| {
            (!reason.is_empty(), found.finding.at.as_ref().map(|at| at.start))
        });
        blocks.push(line(Role::Caption, part.word()));
        let mut table = Table {
            columns: COLUMNS.to_vec(),
            header_rows: 1,
            rows: vec![HEADS.iter().map(|head| cell(&[head.to_string()], Align::Centre)).collect()],
        };
        for (found, reason) in rows {
            number += 1;
            table.rows.push(row(number, found, reason));
        }
        blocks.push(Block::Table(table));
    }
    if number == 0 {
        blocks.push(line(Role::Body, "没有查出问题。"));
    }
    if let Some(publication) = publication.filter(|list| !list.places.is_empty()) {
        blocks.push(line(Role::Caption, "公开前逐处看过"));
        blocks.push(Block::Table(look_over(publication)));
    }
    let title = format!("{}体检意见表", meta.title.replace('\n', ""));
    Doc { meta: Meta { title, ..meta.clone() }, blocks, ..Doc::default() }
}

/// 序号, 位置, 内容, 公开版, 看过, in thousandths.
const LOOK_COLUMNS: [u16; 5] = [62, 228, 350, 230, 130];
const LOOK_HEADS: [&str; 5] = ["序号", "位置", "内容", "公开版", "看过"];

fn look_over(publication: &Publication) -> Table {
    let heads = LOOK_HEADS.iter().map(|head| cell(&[head.to_string()], Align::Centre)).collect();
    let rows = publication.places.iter().zip(1..).map(|(found, n): (_, usize)| {
        let Excerpt { before, marked, after } = &found.excerpt;
        let published = match (&found.code, &found.reason) {
            (None, _) => "照印".to_owned(),
            (_, Some(reason)) => format!("照原样公开：{reason}"),
            _ => format!("印成{}", found.published),
        };
        let seen = if found.seen { "看过" } else { "" };
        vec![
            cell(&[n.to_string()], Align::Centre),
            cell(std::slice::from_ref(&found.place), Align::Left),
            cell(&[format!("{}：{before}【{marked}】{after}", found.what)], Align::Left),
            cell(&[published], Align::Left),
            cell(&[seen.to_owned()], Align::Centre),
        ]
    });
    Table {
        columns: LOOK_COLUMNS.to_vec(),
        header_rows: 1,
        rows: std::iter::once(heads).chain(rows).collect(),
    }
}

fn row(number: usize, found: &PlacedFinding, reason: &str) -> Vec<Cell> {
    let excerpt = &found.excerpt;
    let mut place = Vec::new();
    if !found.place.is_empty() {
        place.push(found.place.clone());
    }
    if !excerpt.marked.is_empty() {
        let before = excerpt.before.chars().count().saturating_sub(AROUND);
        let before: String = excerpt.before.chars().skip(before).collect();
        let after: String = excerpt.after.chars().take(AROUND).collect();
        let text = format!("…{before}【{}】{after}…", excerpt.marked);
        place.push(text.replace('\n', " "));
    }
    let settled = if reason.is_empty() { String::new() } else { format!("认可：{reason}") };
    let finding = &found.finding;
    vec![
        cell(&[number.to_string()], Align::Centre),
        cell(&place, Align::Left),
        cell(&[says(finding)], Align::Left),
        cell(&[source(finding)], Align::Left),
        cell(&advice(finding), Align::Left),
        cell(&[settled], Align::Left),
    ]
}

fn says(finding: &Finding) -> String {
    format!("{}：{}", finding.severity.word(), finding.message)
}

fn source(finding: &Finding) -> String {
    check::rule(&finding.code)
        .map(|rule| format!("{}（{}）", rule.source, rule.strength.word()))
        .unwrap_or_default()
}

fn advice(finding: &Finding) -> Vec<String> {
    let mut out: Vec<String> =
        Some(finding.hint.to_string()).filter(|h| !h.is_empty()).into_iter().collect();
    if let Some(fix) = &finding.fix {
        let text = finding.at.as_ref().map_or("", |at| &at.text);
        out.push(if fix.replacement.is_empty() {
            format!("删去“{text}”")
        } else {
            format!("改为“{}”", fix.replacement)
        });
    }
    out
}

/// Each finding as a comment on its place, those let stand with their reason. What reads otherwise in
/// the document stands at the title, so that none is lost.
pub(crate) fn comments(checked: &Checked, doc: &Doc) -> Vec<Comment> {
    let text: Vec<char> = doc.plain().chars().collect();
    let open = checked.findings.iter().map(|found| (found, ""));
    let let_stand = checked.accepted.iter().map(|a| (&a.found, a.reason.as_str()));
    let comment = |(found, reason): (&PlacedFinding, &str)| {
        let finding = &found.finding;
        let at = finding.at.as_ref().filter(|at| {
            text.get(at.start..at.end)
                .is_some_and(|there| there.iter().copied().eq(at.text.chars()))
        });
        let mut lines = vec![says(finding)];
        if at.is_none() && !found.place.is_empty() {
            lines.push(format!("位置：{}", found.place));
        }
        lines.extend(advice(finding).into_iter().map(|line| format!("建议：{line}")));
        lines.push(format!("依据：{}", source(finding)));
        if !reason.is_empty() {
            lines.push(format!("已认可：{reason}"));
        }
        Comment { at: at.map(|at| at.start..at.end), lines }
    };
    open.chain(let_stand).map(comment).collect()
}

fn line(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph { role, inlines: vec![run(text)] })
}

fn run(text: &str) -> Inline {
    Inline::Text(Text { text: text.to_owned(), ..Text::default() })
}

fn cell(lines: &[String], align: Align) -> Cell {
    let mut inlines = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        if n > 0 {
            inlines.push(Inline::Break);
        }
        inlines.push(run(line));
    }
    Cell { inlines, columns: 1, rows: 1, align }
}
