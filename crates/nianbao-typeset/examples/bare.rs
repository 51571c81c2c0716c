//! What Typst alone takes for the pages of a document after one more character, and one page of
//! them as SVG: `cargo xtask bench pages` lays it beside what the program takes.
//! The argument is a document as JSON; prints milliseconds.

use std::error::Error;
use std::io::Write;
use std::sync::Arc;
use std::time::Instant;

use nianbao_core::doc::{Block, Doc, Inline, Role};
use nianbao_core::looks::Looks;
use nianbao_typeset::{Bare, Fonts};

const ROUNDS: usize = 31;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("a document")?;
    let mut doc: Doc = serde_json::from_slice(&std::fs::read(path)?)?;
    let mut bare = Bare::new(Arc::new(Fonts::of_this_machine(&[])));
    let looks = Looks::default();
    let first = bare.text(&doc, &looks);
    bare.compile(&first)?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        type_one(&mut doc);
        let text = bare.text(&doc, &looks);
        let begin = Instant::now();
        let page = bare.compile(&text)?;
        times.push(begin.elapsed());
        if page.is_empty() {
            return Err("no page".into());
        }
    }
    times.sort_unstable();
    let median = times[ROUNDS / 2].as_secs_f64() * 1000.0;
    writeln!(std::io::stdout(), "{median:.3}")?;
    Ok(())
}

/// One more character in the middle of the report, as the program's side types it.
fn type_one(doc: &mut Doc) {
    let middle = doc.blocks.len() / 2;
    let bodies = doc.blocks.iter_mut().skip(middle).filter_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.role == Role::Body => Some(paragraph),
        _ => None,
    });
    for inline in bodies.flat_map(|paragraph| paragraph.inlines.iter_mut().rev()) {
        if let Inline::Text(text) = inline {
            text.text.push('字');
            return;
        }
    }
}
