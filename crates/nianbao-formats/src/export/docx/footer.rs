//! Page numbers: 4号宋体 between two 一字线, 7 mm below the text block (GB/T 9704—2012, 7.5).

use super::styles;
use crate::export::ooxml::{
    Fonts, FooterKind, FooterRef, Indent, Justify, ParagraphProps, RunProps, Twips, W, Xml,
};
use nianbao_core::looks::{PageNumbers, SMALL_SIZE};

/// From the paper's lower edge to the footer's. With an exact 14 pt line the dash then stands 269 mm
/// from the upper edge, 7 mm below 版心, whichever margins are chosen: 0.15 mm higher in LibreOffice,
/// which puts the base line at 80 % of an exact line, as much lower by the measures of 宋体.
pub const DISTANCE: Twips = 1453;

/// 空一字 at 四号.
const GAP: Twips = 280;

pub const DEFAULT_RELATION: &str = "rId5";
pub const EVEN_RELATION: &str = "rId6";

pub fn references(page_numbers: PageNumbers) -> &'static [FooterRef] {
    const BOTH: [FooterRef; 2] = [
        FooterRef { kind: FooterKind::Default, relation: DEFAULT_RELATION },
        FooterRef { kind: FooterKind::Even, relation: EVEN_RELATION },
    ];
    match page_numbers {
        PageNumbers::Outer => &BOTH,
        PageNumbers::Centred => &BOTH[..1],
        PageNumbers::None => &[],
    }
}

pub fn write(page_numbers: PageNumbers, kind: FooterKind, song: &str) -> Vec<u8> {
    let (justify, left, right) = match (page_numbers, kind) {
        (PageNumbers::Outer, FooterKind::Default) => (Justify::Right, 0, GAP),
        (PageNumbers::Outer, FooterKind::Even) => (Justify::Left, GAP, 0),
        _ => (Justify::Center, 0, 0),
    };
    let mut x = Xml::new(2048);
    x.element("w:ftr", &[("xmlns:w", W.into())], |x| {
        x.element("w:p", &[], |x| {
            ParagraphProps {
                indent: Some(Indent { left: Some(left), right: Some(right), ..Indent::NONE }),
                justify: Some(justify),
                ..ParagraphProps::styled(styles::FOOTER)
            }
            .write(x);
            run(x, song, |x| {
                x.element("w:t", &[("xml:space", "preserve".into())], |x| x.text("— "))
            });
            run(x, song, |x| x.empty("w:fldChar", &[("w:fldCharType", "begin".into())]));
            run(x, song, |x| {
                x.element("w:instrText", &[("xml:space", "preserve".into())], |x| x.text(" PAGE "));
            });
            run(x, song, |x| x.empty("w:fldChar", &[("w:fldCharType", "separate".into())]));
            run(x, song, |x| x.leaf("w:t", "1"));
            run(x, song, |x| x.empty("w:fldChar", &[("w:fldCharType", "end".into())]));
            run(x, song, |x| {
                x.element("w:t", &[("xml:space", "preserve".into())], |x| x.text(" —"))
            });
        });
    });
    x.finish()
}

/// Word sets a field's result in the look of its code, so every run says its face.
fn run(x: &mut Xml, song: &str, inner: impl FnOnce(&mut Xml)) {
    x.element("w:r", &[], |x| {
        RunProps {
            fonts: Some(Fonts::Named { ascii: song, cjk: song }),
            size: Some(SMALL_SIZE),
            ..RunProps::default()
        }
        .write(x);
        inner(x);
    });
}
