//! word/document.xml

use nianbao_core::doc::{Block, Doc, Imprint, Inline, Letterhead, Paragraph, Role, Text};

use super::runs::{Found, Pen, Setting, clean};
use super::{footer, styles, table};
use crate::export::ooxml::{Indent, Justify, ParagraphProps, R, Section, Spacing, W, Xml};
use nianbao_core::looks::signature::{Place, places};
use nianbao_core::looks::{LEFT, Looks, PAPER, RIGHT, title};

pub fn write(doc: &Doc, style: &Looks) -> (Vec<u8>, Found) {
    let mut x = Xml::new(size(doc));
    let mut pen = Pen::new(style);
    x.element("w:document", &[("xmlns:r", R.into()), ("xmlns:w", W.into())], |x| {
        x.element("w:body", &[], |x| {
            lines(x, &mut pen, doc.letterhead.as_ref().map(Letterhead::lines));
            body(x, &mut pen, doc);
            lines(x, &mut pen, doc.imprint.as_ref().map(Imprint::lines));
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

fn lines(x: &mut Xml, pen: &mut Pen<'_>, lines: Option<Vec<String>>) {
    for line in lines.unwrap_or_default() {
        let text = Text { text: line, ..Text::default() };
        x.element("w:p", &[], |x| {
            ParagraphProps::styled(styles::of(Role::Addressee)).write(x);
            pen.runs(x, &[Inline::Text(text)], setting(pen.style, Role::Body));
        });
    }
}

fn body(x: &mut Xml, pen: &mut Pen<'_>, doc: &Doc) {
    let mut date_place = None;
    for (n, block) in doc.blocks.iter().enumerate() {
        let next = doc.blocks.get(n + 1);
        // 7.3.5.5: 署名 and 成文日期 never stand on a page without text.
        let keep_next = matches!(role(next), Some(Role::Signature | Role::Date));
        match block {
            Block::Table(table) => {
                let gap = matches!(next, None | Some(Block::Table(_)));
                table::write(x, pen, table, keep_next, gap);
            }
            Block::Paragraph(paragraph) => {
                let mut props = ParagraphProps::styled(styles::of(paragraph.role));
                props.keep_next = keep_next;
                match paragraph.role {
                    Role::Title => place_title(&mut props, paragraph, &doc.meta.unit),
                    Role::Signature => {
                        let date = next.filter(|_| role(next) == Some(Role::Date)).map(text);
                        let (name, below) = places(&clean(&paragraph.plain()), date.as_deref());
                        place(&mut props, name);
                        date_place = Some(below);
                    }
                    Role::Date => match date_place.take() {
                        Some(below) => place(&mut props, below),
                        None => {
                            props.spacing = Some(Spacing {
                                before: Some(pen.style.margins.line()),
                                ..Spacing::default()
                            });
                        }
                    },
                    _ => date_place = None,
                }
                x.element("w:p", &[], |x| {
                    props.write(x);
                    pen.runs(x, &paragraph.inlines, setting(pen.style, paragraph.role));
                });
            }
        }
    }
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
        Role::Title => style.faces.title.as_str(),
        _ => level.map_or(style.faces.body.as_str(), |n| style.faces.heading(n)),
    };
    Setting { face, level }
}

fn place(props: &mut ParagraphProps, place: Place) {
    props.indent =
        Some(Indent { left: Some(place.left), right: Some(place.right), first_line: Some((0, 0)) });
    props.justify = Some(if place.block { Justify::Left } else { Justify::Right });
}

fn place_title(props: &mut ParagraphProps, paragraph: &Paragraph, unit: &str) {
    let side = title::side_indent(&clean(&paragraph.plain()), unit);
    if side > 0 {
        props.indent =
            Some(Indent { left: Some(side), right: Some(side), first_line: Some((0, 0)) });
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
    }
    .write(x);
}
