//! A report in plain text, as typed, pasted or saved from a portal.

use nianbao_core::record::Precision;
use nianbao_core::text::{punctuation, quantity};

use super::draft::Draft;
use super::lines::{self, Para};
use super::{
    BlockProposal, BlockRole, FigureProposal, Form, ImportError, Manuscript, MarkFix,
    PrecisionWord, Proposal, head, names, tail, tree,
};

/// A report without its figures and marks: what it is made of, and its paragraphs.
pub(super) struct Outline {
    pub proposal: Proposal,
    pub paras: Vec<Para>,
    /// The year its words say it is of.
    year: Option<i32>,
}

/// Reads a report. Linear in the text.
///
/// # Errors
/// There is nothing but white space in it, or more than the importer takes.
pub fn read(text: &str) -> Result<Proposal, ImportError> {
    of(text, None)
}

/// Reads a report from what a file says, its form with it.
///
/// # Errors
/// As [`read`].
pub fn read_manuscript(found: &Manuscript) -> Result<Proposal, ImportError> {
    let mut proposal = of(&found.text, found.forms.as_deref())?;
    proposal.encoding.clone_from(&found.encoding);
    proposal.changes.clone_from(&found.changes);
    proposal.comments.clone_from(&found.comments);
    proposal.dropped.extend(found.dropped.iter().cloned());
    proposal.dropped.sort_by_key(|dropped| (dropped.start, dropped.end));
    Ok(proposal)
}

fn of(text: &str, forms: Option<&[Form]>) -> Result<Proposal, ImportError> {
    let Outline { mut proposal, paras, year } = outline(text, forms)?;
    proposal.figures = figures(&proposal.blocks, &paras, year);
    proposal.punctuation = marks(&proposal.blocks, &paras);
    Ok(proposal)
}

/// The outline of a report.
///
/// # Errors
/// As those of [`read`].
pub(super) fn outline(text: &str, forms: Option<&[Form]>) -> Result<Outline, ImportError> {
    if text.len() > super::decode::MOST_BYTES {
        return Err(ImportError::TooLarge);
    }
    let source: Vec<char> = text.chars().collect();
    let paras = lines::paragraphs(&source, forms);
    if paras.is_empty() {
        return Err(ImportError::Empty);
    }
    let end = tail::find(&paras);
    let mut draft = Draft::new(&paras);
    let head = head::read(&mut draft, end.from);
    let year = year(&head.title, &paras, head.next);
    tree::read(&mut draft, head.next, end.from, year);
    tail::read(&mut draft, &end);
    for (start, end) in lines::strays(&source) {
        let codes: Vec<String> =
            source[start..end].iter().take(4).map(|c| format!("U+{:04X}", *c as u32)).collect();
        draft.drop_span(codes.join(" "), start, end, "看不见的控制字符，已去掉");
    }
    draft.blocks.sort_by_key(|block| block.start);
    draft.dropped.sort_by_key(|dropped| (dropped.start, dropped.end));
    let (blocks, dropped) = (draft.blocks, draft.dropped);
    let dated =
        blocks.iter().find(|b| b.role == BlockRole::Date).and_then(|b| names::dated(&b.body));
    let issued = dated.or(head.facts.written).or(head.facts.published);
    let proposal = Proposal {
        unit: unit(&head.title, &head.facts.publisher, &blocks),
        year: year.or_else(|| issued.map(|day| i32::from(day.year()) - 1)),
        issued,
        figures: Vec::new(),
        punctuation: Vec::new(),
        title: head.title,
        blocks,
        dropped,
        encoding: String::new(),
        changes: Vec::new(),
        comments: Vec::new(),
    };
    Ok(Outline { proposal, paras, year })
}

/// Paragraphs that are looked through for a year that the title does not name.
const YEARS: usize = 100;

/// The year a report is of: its title's, or the first its text speaks of.
fn year(title: &str, paras: &[Para], from: usize) -> Option<i32> {
    let start = |p: &Para| -> String { p.chars.iter().take(60).collect() };
    names::year(title)
        .or_else(|| paras[from..].iter().take(YEARS).find_map(|p| names::year(&start(p))))
}

/// The unit: of the title where that is an organ, else the portal's word, the signature, or the organ
/// the first sentence begins with.
fn unit(title: &str, publisher: &str, blocks: &[BlockProposal]) -> String {
    let first = |role| blocks.iter().find(|b| b.role == role).map(|b| b.body.as_str());
    let titled = head::unit_in(title);
    let signed = first(BlockRole::Signature).map(str::to_owned);
    let published = Some(publisher.to_owned()).filter(|p| names::is_organ(p));
    let organ = titled.clone().filter(|name| names::is_organ(name));
    // 某街道办事处 under the report of 某街道 is its full name.
    let full =
        signed.clone().filter(|s| titled.as_ref().is_some_and(|t| s.starts_with(t.as_str())));
    let opens = || first(BlockRole::Lead).and_then(names::opening_organ);
    full.or(organ).or(signed).or(published).or(titled).or_else(opens).unwrap_or_default()
}

/// The paragraphs, each with the blocks that hold something of it.
fn kept<'a>(
    blocks: &'a [BlockProposal],
    paras: &'a [Para],
) -> impl Iterator<Item = (&'a Para, &'a [BlockProposal])> {
    let mut from = 0;
    paras.iter().filter_map(move |para| {
        while blocks.get(from).is_some_and(|b| b.end <= para.start) {
            from += 1;
        }
        let count = blocks[from..].iter().take_while(|b| b.start < para.end).count();
        (count > 0).then(|| (para, &blocks[from..from + count]))
    })
}

fn figures(blocks: &[BlockProposal], paras: &[Para], year: Option<i32>) -> Vec<FigureProposal> {
    let counts = |role: BlockRole| {
        !matches!(
            role,
            BlockRole::Title
                | BlockRole::Addressee
                | BlockRole::Signature
                | BlockRole::Date
                | BlockRole::Attachment
        )
    };
    let mut out = Vec::new();
    for (para, blocks) in kept(blocks, paras).filter(|(_, b)| b.iter().any(|b| counts(b.role))) {
        // 1. in front of a paragraph is no part of a number behind it.
        let from = para.mark().map_or(0, |mark| mark.length.min(para.chars.len()));
        let chars = &para.chars[from..];
        let quantities = quantity::read(chars);
        let labels = quantity::labels(chars, &quantities, year);
        for (found, label) in quantities.into_iter().zip(labels) {
            let (start, end) = para.span(from + found.start, from + found.end);
            if !blocks.iter().any(|b| counts(b.role) && b.start <= start && end <= b.end) {
                continue;
            }
            out.push(FigureProposal {
                label,
                value: found.value.to_string(),
                unit: found.unit,
                precision: match found.precision {
                    Precision::Exact => PrecisionWord::Exact,
                    Precision::About => PrecisionWord::About,
                    Precision::Over => PrecisionWord::Over,
                },
                start,
                end,
            });
        }
    }
    out
}

fn marks(blocks: &[BlockProposal], paras: &[Para]) -> Vec<MarkFix> {
    let mut out = Vec::new();
    for (para, _) in kept(blocks, paras) {
        for fix in punctuation::fixes_in(&para.chars) {
            out.push(MarkFix { at: para.span(fix.at, fix.at + 1).0, from: fix.from, to: fix.to });
        }
    }
    out
}
