//! 版记 (GB/T 9704—2012, 7.4): its measures.

use super::{Margins, PAPER, SMALL_SIZE, TEXT_WIDTH, Twips};
use crate::doc::Imprint;

/// One 字 at 四号.
pub const CHAR: Twips = 280;
/// One line of it.
pub const LINE: Twips = 440;
/// Its first and its last line, 0.35 mm, in eighths of a point.
pub const OUTER_RULE: u32 = 8;
/// Those between, 0.25 mm.
pub const INNER_RULE: u32 = 6;
/// Half points.
pub const SIZE: u32 = SMALL_SIZE;

/// 262 mm: the text block's lower edge, on which the last line stands.
const FOOT: Twips = 14854;

/// From the last line to where Word's text area ends: nothing, or half the leading.
pub fn below(margins: Margins) -> Twips {
    (PAPER.1 - margins.bottom() - FOOT).max(0)
}

/// Whether it may stand at the foot as a whole. One that takes most of a page goes with the text.
pub fn stands_whole(imprint: &Imprint) -> bool {
    let room = TEXT_WIDTH - 5 * CHAR;
    let chars = Twips::try_from(imprint.copies.chars().count()).unwrap_or(Twips::MAX / CHAR);
    let lines = chars.saturating_mul(CHAR) / room + 1;
    lines.saturating_mul(LINE) < PAPER.1 / 2
}
