//! What a person who knows the layout standard would look for on the pages.

use std::collections::BTreeMap;

use nianbao_core::doc::{Block, Doc, Role};

use crate::pages::{Pages, Run};

/// Text of one paragraph at one height of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub page: usize,
    pub block: usize,
    /// Points from the page's upper edge.
    pub baseline: f64,
    pub x: f64,
    pub text: String,
}

/// Something about the pages worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A paragraph's last line holds one or two characters.
    ShortLastLine { block: usize, page: usize, text: String },
    /// A heading is the last line of a page.
    HeadingAtFoot { block: usize, page: usize },
    /// 署名 or 成文日期 begins a page that has no body text (7.3.5.5).
    SignatureAlone { block: usize, page: usize },
    /// The last page of the text holds one or two lines of it.
    PageNearlyEmpty { block: usize, page: usize, lines: usize },
    /// What stands above the text leaves none of it on the first page (7.3.3).
    FirstPageWithoutText,
}

/// The lines of the pages, top to bottom; what the layout adds is not among them.
pub fn lines(pages: &Pages) -> Vec<Line> {
    let mut lines: BTreeMap<(usize, i64, usize), Vec<&Run>> = BTreeMap::new();
    for run in pages.runs() {
        let Some(from) = run.from else { continue };
        // A tenth of a point; runs of one line share its base line.
        #[allow(clippy::cast_possible_truncation, reason = "a place on a page")]
        let height = (run.baseline * 10.0).round() as i64;
        lines.entry((run.page, height, from.block)).or_default().push(run);
    }
    let line = |((page, _, block), mut runs): ((usize, i64, usize), Vec<&Run>)| {
        runs.sort_by(|a, b| a.x.total_cmp(&b.x));
        let first = runs.first()?;
        Some(Line {
            page,
            block,
            baseline: first.baseline,
            x: first.x,
            text: runs.iter().map(|run| run.text.as_str()).collect(),
        })
    };
    lines.into_iter().filter_map(line).collect()
}

/// Everything worth a look, in the order of the pages; `lines` are those of the document's pages.
pub fn measure(doc: &Doc, lines: &[Line]) -> Vec<Measure> {
    let role = |block: usize| match doc.blocks.get(block) {
        Some(Block::Paragraph(paragraph)) => Some(paragraph.role),
        _ => None,
    };
    let mut found = Vec::new();
    let is_text = |line: &Line| role(line.block).is_some_and(Role::is_text);
    if lines.iter().any(is_text) && !lines.iter().any(|line| line.page == 0 && is_text(line)) {
        found.push(Measure::FirstPageWithoutText);
    }
    for (n, line) in lines.iter().enumerate() {
        let next = lines.get(n + 1);
        let before = n.checked_sub(1).and_then(|n| lines.get(n));
        let last = next.is_none_or(|next| next.block != line.block);
        let several = before.is_some_and(|before| before.block == line.block);
        let short = line.text.trim_end_matches(['。', '；', '：', '）']).chars().count() <= 2;
        if role(line.block) == Some(Role::Body) && last && several && short {
            let (block, page, text) = (line.block, line.page, line.text.clone());
            found.push(Measure::ShortLastLine { block, page, text });
        }
        let ends_page = next.is_some_and(|next| next.page != line.page);
        if matches!(role(line.block), Some(Role::Heading(_))) && ends_page {
            found.push(Measure::HeadingAtFoot { block: line.block, page: line.page });
        }
        let begins_page = before.is_none_or(|before| before.page != line.page);
        if matches!(role(line.block), Some(Role::Signature | Role::Date)) && begins_page && n > 0 {
            found.push(Measure::SignatureAlone { block: line.block, page: line.page });
        }
    }
    found.extend(nearly_empty(lines, &is_text));
    found
}

/// Of the report itself: what is attached begins pages of its own. A page that begins with 署名 is said already.
fn nearly_empty(lines: &[Line], is_text: &dyn Fn(&Line) -> bool) -> Option<Measure> {
    let (page, block) = lines.iter().rev().find(|l| is_text(l)).map(|l| (l.page, l.block))?;
    let own: Vec<&Line> = lines.iter().filter(|line| line.page == page).collect();
    let few = page > 0 && own.len() <= 2 && own.first().is_some_and(|line| is_text(line));
    few.then_some(Measure::PageNearlyEmpty { block, page, lines: own.len() })
}
