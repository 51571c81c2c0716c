//! Styles of what stands around the text: 版头, 附件说明, 附注, attachments, 版记.

use nianbao_core::looks::letterhead::RED;
use nianbao_core::looks::{Looks, imprint};

use super::{BODY_INDENT, IMPRINT, LETTERHEAD, MARK, exact, face, off_grid, paragraph};
use crate::export::ooxml::{
    Indent, Justify, ParagraphProps, RunProps, Spacing, StyleDef, Twips, Xml,
};

/// A style that Word does not know by itself.
fn own(id: &'static str, name: &'static str) -> StyleDef<'static> {
    StyleDef { custom: true, priority: 20, ..paragraph(id, name) }
}

fn flat(justify: Option<Justify>) -> ParagraphProps {
    ParagraphProps { indent: Some(Indent::NONE), justify, ..ParagraphProps::default() }
}

fn before(space: Twips) -> Spacing {
    Spacing { before: Some(space), ..Spacing::default() }
}

pub fn write(x: &mut Xml, looks: &Looks) {
    letterhead(x, looks);
    notes(x, looks);
    attachments(x, looks);
    StyleDef {
        next: None,
        paragraph: Some(ParagraphProps {
            snap_to_grid: off_grid(looks),
            spacing: Some(exact(imprint::LINE)),
            ..flat(Some(Justify::Left))
        }),
        run: Some(RunProps {
            spacing: Some(0),
            size: Some(imprint::SIZE),
            ..face(looks, &looks.faces.body)
        }),
        ..own(IMPRINT, "版记")
    }
    .write(x);
}

fn letterhead(x: &mut Xml, looks: &Looks) {
    StyleDef { paragraph: Some(flat(Some(Justify::Left))), ..own(LETTERHEAD, "版头") }.write(x);
    StyleDef {
        paragraph: Some(ParagraphProps {
            snap_to_grid: off_grid(looks),
            ..flat(Some(Justify::Center))
        }),
        run: Some(RunProps {
            bold: Some(false),
            color: Some(RED),
            spacing: Some(0),
            ..face(looks, &looks.faces.title)
        }),
        ..own(MARK, "发文机关标志")
    }
    .write(x);
}

fn notes(x: &mut Xml, looks: &Looks) {
    StyleDef {
        paragraph: Some(ParagraphProps {
            // One empty line above them, none between.
            spacing: Some(before(looks.margins.line())),
            contextual_spacing: true,
            ..flat(None)
        }),
        ..own("AttachmentNote", "附件说明")
    }
    .write(x);
    StyleDef {
        paragraph: Some(ParagraphProps { indent: Some(BODY_INDENT), ..ParagraphProps::default() }),
        ..own("Note", "附注")
    }
    .write(x);
}

fn attachments(x: &mut Xml, looks: &Looks) {
    let heading = face(looks, &looks.faces.heading1);
    StyleDef {
        paragraph: Some(ParagraphProps { page_break_before: true, keep_next: true, ..flat(None) }),
        run: Some(heading),
        ..own("AttachmentLabel", "附件")
    }
    .write(x);
    StyleDef {
        based_on: Some("Title"),
        // The third line (7.3.7): one empty line under 附件.
        paragraph: Some(ParagraphProps {
            spacing: Some(before(looks.margins.line())),
            ..ParagraphProps::default()
        }),
        ..own("AttachmentTitle", "附件标题")
    }
    .write(x);
    StyleDef {
        custom: false,
        priority: 35,
        paragraph: Some(ParagraphProps { keep_next: true, ..flat(Some(Justify::Center)) }),
        run: Some(heading),
        ..own("Caption", "caption")
    }
    .write(x);
}
