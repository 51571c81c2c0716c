//! The proposal as it grows: blocks and what is dropped, each with its place in the input.

use super::lines::Para;
use super::{BlockProposal, BlockRole, Dropped};

pub(super) struct Draft<'a> {
    pub paras: &'a [Para],
    pub blocks: Vec<BlockProposal>,
    pub dropped: Vec<Dropped>,
}

impl<'a> Draft<'a> {
    pub fn new(paras: &'a [Para]) -> Self {
        Self { paras, blocks: Vec::new(), dropped: Vec::new() }
    }

    /// Leaves a paragraph out, for a reason a clerk reads.
    pub fn drop(&mut self, para: usize, why: &str) {
        if let Some(para) = self.paras.get(para) {
            let (start, end) = (para.start, para.end);
            self.drop_span(para.text.clone(), start, end, why);
        }
    }

    pub fn drop_span(&mut self, text: String, start: usize, end: usize, why: &str) {
        self.dropped.push(Dropped { text, why: why.to_owned(), start, end });
    }

    /// A paragraph that is one block; a title stands in `title`, anything else in `body`.
    pub fn whole(&mut self, para: usize, role: BlockRole) {
        if let Some(para) = self.paras.get(para) {
            let mut block = piece(para, 0, para.chars.len(), role);
            if role == BlockRole::Title {
                std::mem::swap(&mut block.title, &mut block.body);
            }
            self.blocks.push(block);
        }
    }

    /// The paragraph goes on the last block, as a paragraph of its own. False where there is none.
    pub fn append(&mut self, para: &Para, from: usize) -> bool {
        let Some(last) = self.blocks.last_mut() else { return false };
        append(last, para, from, para.chars.len());
        true
    }
}

/// The characters `from..to` of a paragraph as a block without number and title.
pub(super) fn piece(para: &Para, from: usize, to: usize, role: BlockRole) -> BlockProposal {
    let (start, end) = para.span(from, to);
    BlockProposal {
        role,
        level: 0,
        number: String::new(),
        title: String::new(),
        body: para.slice(from, to),
        start,
        end,
        runs_on: false,
    }
}

/// More of a paragraph behind what a block holds: a line feed stands for the new paragraph.
pub(super) fn append(block: &mut BlockProposal, para: &Para, from: usize, to: usize) {
    if !block.body.is_empty() {
        block.body.push('\n');
    }
    block.body.push_str(&para.slice(from, to));
    block.end = block.end.max(para.span(from, to).1);
}
