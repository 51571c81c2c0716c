//! Any document whatever can be written, and says the same when read.

use nianbao_core::doc::{
    Block, Cell, Doc, Face, Imprint, Inline, Letterhead, Paragraph, Role, Table, Text,
};
use nianbao_formats::export::docx::{
    self, Faces, Latin, Looks, Margins, PageNumbers, Seal, WordGrid,
};
use proptest::prelude::*;

use crate::build::doc;
use crate::parts::{Node, parts};

fn face() -> impl Strategy<Value = Face> {
    prop_oneof![Just(Face::Plain), Just(Face::Lead), any::<u8>().prop_map(Face::Heading)]
}

/// Chinese, Latin, marks of XML, rare and forbidden characters.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[一-龥0-9，。“”]{0,40}",
        "[ -~\t\n\r]{0,20}",
        "\\PC{0,20}",
        ".{0,10}",
        "[\u{0}-\u{1F}\u{FFF0}-\u{FFFF}𠀀𬭎䶮<>&\"']{0,10}",
    ]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let text = (words(), face())
        .prop_map(|(text, face)| Inline::Text(Text { text, face, ..Text::default() }));
    prop::collection::vec(prop_oneof![4 => text, 1 => Just(Inline::Break)], 0..5)
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![
        Just(Role::Title),
        Just(Role::Addressee),
        any::<u8>().prop_map(Role::Heading),
        Just(Role::Body),
        Just(Role::Signature),
        Just(Role::Date),
        Just(Role::AttachmentNote),
        Just(Role::Note),
        Just(Role::AttachmentLabel),
        Just(Role::AttachmentTitle),
        Just(Role::Caption),
    ]
}

fn table() -> impl Strategy<Value = Table> {
    let cell = (inlines(), 0..4_u16, 0..4_u16).prop_map(|(inlines, columns, rows)| Cell {
        inlines,
        columns,
        rows,
        ..Cell::default()
    });
    let rows = prop::collection::vec(prop::collection::vec(cell, 0..4), 0..5);
    (prop::collection::vec(0..=1000_u16, 0..5), 0..3_usize, rows)
        .prop_map(|(columns, header_rows, rows)| Table { columns, header_rows, rows })
}

fn any_doc() -> impl Strategy<Value = Doc> {
    let paragraph = (role(), inlines())
        .prop_map(|(role, inlines)| Block::Paragraph(Paragraph { role, inlines }));
    let block = prop_oneof![5 => paragraph, 1 => table().prop_map(Block::Table)];
    let around = prop::option::of((words(), words(), prop::collection::vec(words(), 0..5)));
    let blocks = prop::collection::vec(block, 0..8);
    (blocks, words(), words(), around).prop_map(|(blocks, title, unit, around)| {
        let mut doc = doc(blocks);
        if let Some((one, other, signers)) = around {
            doc.imprint =
                Some(Imprint { copies: one.clone(), office: other.clone(), printed: one.clone() });
            doc.letterhead = Some(Letterhead {
                copy: other.clone(),
                urgency: one.clone(),
                mark: other.clone(),
                number: one,
                signers,
            });
        }
        doc.meta.title = title;
        doc.meta.unit = unit;
        doc
    })
}

fn any_style() -> impl Strategy<Value = Looks> {
    let margins = prop_oneof![Just(Margins::Nominal), Just(Margins::Compensated)];
    let faces = prop_oneof![Just(Faces::standard()), Just(Faces::windows())];
    let latin = prop_oneof![Just(Latin::Chinese), Just(Latin::TimesNewRoman)];
    let numbers =
        prop_oneof![Just(PageNumbers::Outer), Just(PageNumbers::Centred), Just(PageNumbers::None),];
    let seal = prop_oneof![Just(Seal::None), Just(Seal::Room)];
    let grid = prop_oneof![Just(WordGrid::Lines), Just(WordGrid::Characters)];
    (margins, faces, latin, numbers, seal, grid).prop_map(
        |(margins, faces, latin, page_numbers, seal, grid)| Looks {
            margins,
            faces,
            latin,
            page_numbers,
            seal,
            grid,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_says_the_same_when_read(doc in any_doc(), style in any_style()) {
        let written = docx::write(&doc, &style).unwrap();
        prop_assert_eq!(docx::verify(&doc, &written.bytes).unwrap(), doc.paragraphs().count());
        let kept = |c: &char| !written.dropped.contains(c);
        let wanted: Vec<String> =
            doc.paragraphs().map(|p| p.plain().chars().filter(kept).collect()).collect();
        let read = docx::read_back(&written.bytes).unwrap();
        let head = read.len() - wanted.len();
        prop_assert!(doc.letterhead.is_some() || head == 0);
        prop_assert_eq!(&read[head..], wanted);
    }

    #[test]
    fn every_part_of_any_document_is_well_formed(doc in any_doc(), style in any_style()) {
        let written = docx::write(&doc, &style).unwrap();
        for (name, xml) in parts(&written.bytes) {
            let root = Node::parse(&xml);
            prop_assert!(xml.chars().all(|c| c >= ' ' || c == '\n'), "{}", name);
            for cell in root.all("w:tc") {
                prop_assert_eq!(cell.children.last().map(|c| c.name.as_str()), Some("w:p"));
            }
        }
    }

    #[test]
    fn reading_any_bytes_back_ends(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(docx::read_back(&bytes).is_err());
    }
}
