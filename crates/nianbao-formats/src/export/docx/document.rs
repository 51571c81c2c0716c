//! word/document.xml

use nianbao_core::diff::{Redline, Side};
use nianbao_core::doc::{Block, Doc, Inline, Paragraph, Role};

use super::comments::{Comment, Commenter};
use super::runs::{Found, Pen, Setting, clean};
use super::tracker::{Author, Tracker, ends};
use super::{footer, imprint, letterhead, styles, table};
use crate::export::ooxml::{Indent, Justify, ParagraphProps, R, Section, Spacing, Twips, W, Xml};
use nianbao_core::looks::attachment::{Hang, hang};
use nianbao_core::looks::keep::keeps_next;
use nianbao_core::looks::signature::{Place, lines_above, places};
use nianbao_core::looks::{LEFT, Looks, PAPER, RIGHT, Seal, WordGrid, title};

pub fn write(doc: &Doc, style: &Looks) -> (Vec<u8>, Found) {
    written(doc, Pen::new(style), None)
}

/// With what was taken out and put in as tracked changes.
pub fn write_tracked(redline: &Redline, style: &Looks, author: Author<'_>) -> (Vec<u8>, Found) {
    let mut pen = Pen::new(style);
    pen.tracker = Some(Tracker::new(author));
    written(&redline.doc, pen, Some(redline))
}

/// With what is said of it beside it.
pub fn write_commented(doc: &Doc, style: &Looks, comments: &[Comment]) -> (Vec<u8>, Found) {
    let mut pen = Pen::new(style);
    pen.comments = Some(Commenter::new(doc, comments));
    written(doc, pen, None)
}

fn written(doc: &Doc, mut pen: Pen<'_>, redline: Option<&Redline>) -> (Vec<u8>, Found) {
    let mut x = Xml::new(size(doc));
    let style = pen.style;
    // Comments count the characters of the paragraphs, not of what stands round them.
    let mut comments = pen.comments.take();
    x.element("w:document", &[("xmlns:r", R.into()), ("xmlns:w", W.into())], |x| {
        x.element("w:body", &[], |x| {
            if let Some(head) = &doc.letterhead {
                letterhead::write(x, &mut pen, head);
            }
            body(x, &mut pen, doc, redline, &mut comments);
            if let Some(foot) = &doc.imprint {
                imprint::write(x, &mut pen, foot);
            }
            section(x, style);
        });
    });
    (x.finish(), pen.found)
}

/// A guess at the bytes needed, so that the buffer grows once at most.
fn size(doc: &Doc) -> usize {
    let inlines = |inlines: &[Inline]| -> usize {
        inlines.iter().map(|i| if let Inline::Text(t) = i { t.text.len() + 90 } else { 8 }).sum()
    };
    let block = |block: &Block| match block {
        Block::Paragraph(p) => 120 + inlines(&p.inlines),
        Block::Table(t) => t.rows.iter().flatten().map(|c| 260 + inlines(&c.inlines)).sum(),
    };
    2048 + doc.blocks.iter().map(block).sum::<usize>()
}

fn body(
    x: &mut Xml,
    pen: &mut Pen<'_>,
    doc: &Doc,
    redline: Option<&Redline>,
    comments: &mut Option<Commenter>,
) {
    let ends = redline.map(ends).unwrap_or_default();
    let mut date_place = None;
    for (n, block) in doc.blocks.iter().enumerate() {
        let next = doc.blocks.get(n + 1);
        let end = ends.get(n).copied().unwrap_or(Side::Same);
        if let (Some(tracker), Some(redline)) = (&mut pen.tracker, redline) {
            tracker.begin(block, &redline.marks[n]);
        }
        match block {
            Block::Table(table) => {
                let gap = matches!(next, None | Some(Block::Table(_)));
                table::write(x, pen, table, keeps_next(None, role(next)), gap, end);
            }
            Block::Paragraph(paragraph) => {
                let mut props = ParagraphProps::styled(styles::of(paragraph.role));
                props.keep_next = keeps_next(Some(paragraph.role), role(next));
                let looks = pen.style;
                match paragraph.role {
                    Role::Title => {
                        place_title(&mut props, paragraph, &doc.meta.unit);
                        if n == 0 && doc.letterhead.is_some() {
                            // Two lines under the red one (7.3.1).
                            props.spacing = Some(before(2 * looks.margins.line()));
                        }
                    }
                    Role::AttachmentTitle => place_title(&mut props, paragraph, &doc.meta.unit),
                    Role::AttachmentNote => place_note(&mut props, paragraph),
                    Role::Signature => {
                        let date = next.filter(|_| role(next) == Some(Role::Date)).map(text);
                        let name = clean(&paragraph.plain());
                        let (name, below) = places(&name, date.as_deref(), looks.seal);
                        place(&mut props, name);
                        if looks.seal == Seal::Room {
                            let lines = lines_above(looks.seal);
                            props.spacing = Some(before(lines * looks.margins.line()));
                        }
                        date_place = Some(below);
                    }
                    Role::Date => match date_place.take() {
                        Some(below) => place(&mut props, below),
                        None => props.spacing = Some(before(looks.margins.line())),
                    },
                    _ => date_place = None,
                }
                x.element("w:p", &[], |x| {
                    props.write_and(x, |x| {
                        if let (Some(tracker), Side::Old | Side::New) = (&mut pen.tracker, end) {
                            x.element("w:rPr", &[], |x| tracker.mark(x, end));
                        }
                    });
                    std::mem::swap(&mut pen.comments, comments);
                    pen.runs(x, &paragraph.inlines, setting(looks, paragraph.role));
                    std::mem::swap(&mut pen.comments, comments);
                    if let Some(comments) = comments {
                        comments.end(x);
                    }
                });
            }
        }
    }
}

fn before(space: Twips) -> Spacing {
    Spacing { before: Some(space), ..Spacing::default() }
}

fn role(block: Option<&Block>) -> Option<Role> {
    match block {
        Some(Block::Paragraph(paragraph)) => Some(paragraph.role),
        _ => None,
    }
}

fn text(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => clean(&paragraph.plain()),
        Block::Table(_) => String::new(),
    }
}

fn setting(style: &Looks, role: Role) -> Setting<'_> {
    let level = if let Role::Heading(n) = role { Some(styles::level(n)) } else { None };
    let face = match role {
        Role::Title | Role::AttachmentTitle => style.faces.title.as_str(),
        Role::AttachmentLabel | Role::Caption => style.faces.heading1.as_str(),
        _ => level.map_or(style.faces.body.as_str(), |n| style.faces.heading(n)),
    };
    Setting { level, ..Setting::of(face) }
}

fn place(props: &mut ParagraphProps, place: Place) {
    props.indent =
        Some(Indent { left: Some(place.left), right: Some(place.right), ..Indent::NONE });
    props.justify = Some(if place.block { Justify::Left } else { Justify::Right });
}

fn place_note(props: &mut ParagraphProps, paragraph: &Paragraph) {
    let Hang { first, rest } = hang(&clean(&paragraph.plain()));
    let indent = Indent { left: Some(rest), right: Some(0), ..Indent::default() };
    props.indent = Some(if rest > first {
        Indent { hanging: Some(rest - first), ..indent }
    } else {
        Indent { first_line: Some((0, 0)), ..indent }
    });
}

fn place_title(props: &mut ParagraphProps, paragraph: &Paragraph, unit: &str) {
    let side = title::side_indent(&clean(&paragraph.plain()), unit);
    if side > 0 {
        props.indent = Some(Indent { left: Some(side), right: Some(side), ..Indent::NONE });
    }
}

fn section(x: &mut Xml, style: &Looks) {
    Section {
        footers: footer::references(style.page_numbers),
        width: PAPER.0,
        height: PAPER.1,
        top: style.margins.top(),
        right: RIGHT,
        bottom: style.margins.bottom(),
        left: LEFT,
        header: 850,
        footer: footer::DISTANCE,
        line_pitch: style.margins.line(),
        char_space: (style.grid == WordGrid::Characters).then_some(WordGrid::CHAR_SPACE),
    }
    .write(x);
}
