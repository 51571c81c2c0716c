//! What reads files: a result or a sentence, never more.

use nianbao_formats::import::{self, ImportError, Revisions, indicators, table};

fn is_sentence(error: ImportError) {
    assert!(!error.to_string().is_empty() && !error.hint().is_empty());
}

pub fn decode(input: &[u8]) {
    match import::decode(input) {
        Ok(decoded) => assert!(!decoded.text.trim().is_empty()),
        Err(error) => is_sentence(error),
    }
    if let Err(error) = import::read(input) {
        is_sentence(error);
    }
}

pub fn page(input: &[u8]) {
    file(input, "html");
    file(input, "md");
}

pub fn word(input: &[u8]) {
    file(input, "docx");
}

/// As the check and the reading in take it, on either side of tracked changes.
fn file(input: &[u8], ending: &str) {
    for side in [Revisions::Accepted, Revisions::Original] {
        match import::manuscript(input, ending, side) {
            Ok(found) => {
                assert!(!found.text.trim().is_empty());
                let length = found.text.chars().count();
                assert!(found.dropped.iter().all(|dropped| dropped.end <= length));
                import::paper_of(&found);
                if let Err(error) = import::text::read_manuscript(&found) {
                    is_sentence(error);
                }
            }
            Err(error) => is_sentence(error),
        }
    }
}

/// CSV or XLSX, and as a table of indicators.
pub fn table(input: &[u8]) {
    match table::read(input) {
        Ok(grids) => {
            let cells = grids.iter().flat_map(|grid| &grid.rows).map(Vec::len).sum::<usize>();
            assert!(cells > 0);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Ok(proposal) = indicators::read(input, None) {
        let lines = &proposal.lines;
        assert!(lines.iter().all(|line| line.parent.is_none_or(|at| at < lines.len())));
        assert_eq!(indicators::records(&proposal, 2023).len(), lines.len());
    }
}
