use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::record::{Unit, YearRecords};
use nianbao_core::text::punctuation;
use nianbao_formats::import::{self, Accepted, BlockRole, Proposal, Revisions};

/// A report read, taken and composed.
pub struct Journey {
    pub source: String,
    pub proposal: Proposal,
    pub accepted: Accepted,
    /// The composed report, a paragraph each.
    pub paragraphs: Vec<String>,
}

pub fn journey(bytes: &[u8], full_width: bool) -> Journey {
    journey_of(bytes, "txt", full_width)
}

pub fn journey_of(bytes: &[u8], ending: &str, full_width: bool) -> Journey {
    let found = import::manuscript(bytes, ending, Revisions::Accepted).unwrap();
    let proposal = import::text::read_manuscript(&found).unwrap();
    let source = found.text;
    let (accepted, paragraphs) = take(&proposal, &source, full_width);
    Journey { source, proposal, accepted, paragraphs }
}

pub fn take(proposal: &Proposal, source: &str, full_width: bool) -> (Accepted, Vec<String>) {
    let unit = Unit { name: proposal.unit.clone(), ..Unit::default() };
    let year = proposal.year.unwrap_or(2023);
    let accepted = import::records(proposal, source, &unit, year, full_width);
    let mut records = YearRecords::new(unit, accepted.year.clone());
    for record in accepted.records.clone() {
        records.push(record);
    }
    let doc = compose(&records, Edition::Submission, Catalog::built_in());
    let paragraphs = doc.paragraphs().map(|p| p.plain()).collect();
    (accepted, paragraphs)
}

/// The paragraphs of the source that were kept, as blocks say, in one way of writing.
pub fn kept(proposal: &Proposal) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for block in &proposal.blocks {
        let heading = block.role == BlockRole::Heading;
        let stop = if !block.title.is_empty() && !block.body.is_empty() { "。" } else { "" };
        let text = format!("{}{}{stop}{}", block.number, block.title, block.body);
        if block.runs_on && !out.is_empty() {
            if let Some(last) = out.last_mut() {
                let stop =
                    if heading || last.ends_with(['。', '：', '；']) { "" } else { "。" };
                last.push_str(stop);
                last.push_str(&text);
            }
        } else {
            out.push(text);
        }
    }
    out
}

/// One way of writing: full-width marks, no white space, no 。 at all, so that only words and order count.
pub fn words(text: &str) -> String {
    let wide = punctuation::widen(text).replace(['(', '（'], "（").replace([')', '）'], "）");
    wide.chars().filter(|c| !c.is_whitespace() && *c != '。').collect()
}

/// Letters and digits alone.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
