//! A report from elsewhere as the check reads it: its paragraphs, each with the part it plays and its
//! place in the decoded text. What was left out of the report is not checked.

use nianbao_core::check::{Paper, Para, Place, settle};
use nianbao_core::doc::Role;
use nianbao_core::text::parts::Part;

use super::text::{self as reading, Outline};
use super::{BlockProposal, BlockRole, Form, Manuscript, Proposal, lines};

/// A text as paragraphs to be checked: a whole report without what a portal puts around it, a piece
/// of one as it stands. Places count its characters.
pub fn paper(text: &str) -> Paper {
    with_forms(text, None)
}

/// [`paper`], of a file with its form.
pub fn paper_of(found: &Manuscript) -> Paper {
    with_forms(&found.text, found.forms.as_deref())
}

fn with_forms(text: &str, forms: Option<&[Form]>) -> Paper {
    match reading::outline(text, forms) {
        Ok(read) if is_report(&read.proposal) => of(read),
        _ => Paper::plain(text),
    }
}

fn is_report(proposal: &Proposal) -> bool {
    let headings = proposal.blocks.iter().filter(|b| b.role == BlockRole::Heading).count();
    !proposal.title.is_empty() && headings >= 2
}

fn of(read: Outline) -> Paper {
    let Outline { proposal, paras: lines, .. } = read;
    let mut paras = Vec::new();
    let mut settled = Vec::new();
    let mut begun = false;
    let mut next = 0;
    for para in lines {
        while proposal.blocks.get(next).is_some_and(|block| block.end <= para.start) {
            next += 1;
        }
        let Some(block) = proposal.blocks.get(next).filter(|block| block.start < para.end) else {
            continue;
        };
        begun |= block.role == BlockRole::Heading;
        // 2024年，我局将……。一是……: the lead is of the part of what runs on in its paragraph.
        let mut own = proposal.blocks[next..].iter().take_while(|block| block.start < para.end);
        let part = own.find_map(|block| part(block.role));
        settled.push(
            part.is_some() || !begun || !matches!(block.role, BlockRole::Lead | BlockRole::Heading),
        );
        let (role, places) = (role(block, &para), places(&para));
        paras.push(Para { role, part, text: para.text, places });
    }
    settle(&mut paras, &settled);
    Paper { paras, year: proposal.year, unit: proposal.unit, ..Paper::default() }
}

fn part(role: BlockRole) -> Option<Part> {
    match role {
        BlockRole::Achievement => Some(Part::Results),
        BlockRole::Problem => Some(Part::Problems),
        BlockRole::Cause => Some(Part::Causes),
        BlockRole::Plan => Some(Part::Plans),
        BlockRole::LeaderDuty => Some(Part::Duties),
        _ => None,
    }
}

fn role(block: &BlockProposal, para: &lines::Para) -> Role {
    match block.role {
        BlockRole::Title => Role::Title,
        BlockRole::Addressee => Role::Addressee,
        BlockRole::Signature => Role::Signature,
        BlockRole::Date => Role::Date,
        _ => {
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            let alone = bare(&para.text) == bare(&block.number) + bare(&block.title);
            let first = block.start == para.start && !block.title.is_empty();
            if first && alone && block.level > 0 { Role::Heading(block.level) } else { Role::Body }
        }
    }
}

/// Runs of characters that stand side by side in the text too.
fn places(para: &lines::Para) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for (from, &at) in para.at.iter().enumerate() {
        let at = at as usize;
        match out.last_mut() {
            Some(last) if last.at + last.length == at => last.length += 1,
            _ => out.push(Place { from, length: 1, at, record: None }),
        }
    }
    out
}
