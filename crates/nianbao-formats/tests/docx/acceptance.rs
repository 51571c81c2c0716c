//! The rules of the layout, read off the XML as a stranger would (GB/T 9704—2012).

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::doc::{Doc, Face, Role};
use nianbao_formats::export::docx::{self, Faces, Latin, Looks, Margins};

use crate::build::*;
use crate::parts::{Node, part, parts, write};

fn styles(style: &Looks) -> BTreeMap<String, Node> {
    let sheet = Node::parse(&part(&report(), style, "word/styles.xml"));
    let list = sheet.children.into_iter().filter(|n| n.name == "w:style");
    list.map(|s| (s.attr("w:styleId").unwrap().to_owned(), s)).collect()
}

fn document(doc: &Doc) -> Node {
    Node::parse(&part(doc, &Looks::default(), "word/document.xml"))
}

/// A property of a style or of one it rests on.
fn inherited<'a>(styles: &'a BTreeMap<String, Node>, id: &str, path: &str) -> Option<&'a Node> {
    let style = &styles[id];
    style.at(path).or_else(|| inherited(styles, style.val("w:basedOn")?, path))
}

#[test]
fn paper_and_margins_are_exact() {
    for (margins, top, bottom, pitch) in
        [(Margins::Nominal, 2098, 1984, 579), (Margins::Compensated, 1960, 1847, 589)]
    {
        let style = Looks { margins, ..Looks::default() };
        let document = Node::parse(&part(&report(), &style, "word/document.xml"));
        let section = document.at("w:body/w:sectPr").unwrap();
        let number = |path: &str, name: &str| -> i32 {
            section.at(path).unwrap().attr(name).unwrap().parse().unwrap()
        };
        assert_eq!((number("w:pgSz", "w:w"), number("w:pgSz", "w:h")), (11906, 16838));
        assert_eq!(number("w:pgMar", "w:top"), top);
        assert_eq!(number("w:pgMar", "w:bottom"), bottom);
        assert_eq!(number("w:pgMar", "w:left"), 1587);
        assert_eq!(number("w:pgMar", "w:right"), 1474);
        assert_eq!(number("w:docGrid", "w:linePitch"), pitch);
        assert_eq!(section.at("w:docGrid").unwrap().attr("w:type"), Some("lines"));
        assert!(section.at("w:titlePg").is_none(), "the first page is numbered too");
        let room = 16838 - top - bottom;
        assert_eq!(room / pitch, 22, "lines a page");
    }
}

#[test]
fn twenty_eight_tightened_characters_fit_a_line() {
    let width = 11906 - 1587 - 1474;
    assert!((28 * 315..28 * 320).contains(&width));
    let styles = styles(&Looks::default());
    for id in ["BodyText", "Heading1", "Heading2", "Heading3", "Heading4", "Signature", "Date"] {
        let spacing = inherited(&styles, id, "w:rPr/w:spacing").unwrap();
        assert_eq!(spacing.attr("w:val"), Some("-5"), "{id}");
        assert_eq!(inherited(&styles, id, "w:rPr/w:sz").unwrap().attr("w:val"), Some("32"));
    }
    for id in ["Title", "Footer", "TableText", "TableHead"] {
        let spacing = inherited(&styles, id, "w:rPr/w:spacing").unwrap();
        assert_eq!(spacing.attr("w:val"), Some("0"), "{id}");
    }
}

#[test]
fn body_lines_are_exact_and_off_the_grid() {
    let styles = styles(&Looks::default());
    for id in ["BodyText", "Salutation", "Heading1", "Heading2", "Signature", "Date"] {
        let get = |path| inherited(&styles, id, path).unwrap();
        let normal = styles["Normal"].at("w:pPr/w:spacing").unwrap();
        assert_eq!(normal.attr("w:line"), Some("579"));
        assert_eq!(normal.attr("w:lineRule"), Some("exact"));
        assert_eq!(get("w:pPr/w:snapToGrid").attr("w:val"), Some("0"), "{id}");
        assert_eq!(get("w:pPr/w:widowControl").attr("w:val"), Some("0"), "{id}");
        assert_eq!(get("w:pPr/w:autoSpaceDE").attr("w:val"), Some("0"), "{id}");
        assert_eq!(get("w:pPr/w:autoSpaceDN").attr("w:val"), Some("0"), "{id}");
    }
    assert_eq!(inherited(&styles, "BodyText", "w:pPr/w:jc").unwrap().attr("w:val"), Some("both"));
}

#[test]
fn a_first_line_indent_is_given_in_characters_and_in_twips() {
    let styles = styles(&Looks::default());
    for id in ["BodyText", "Heading1", "Heading2", "Heading3", "Heading4"] {
        let indent = inherited(&styles, id, "w:pPr/w:ind").unwrap();
        assert_eq!(indent.attr("w:firstLineChars"), Some("200"), "{id}");
        assert_eq!(indent.attr("w:firstLine"), Some("630"), "{id}");
    }
    for id in ["Title", "Salutation", "Footer", "TableText", "Signature", "Date"] {
        let indent = inherited(&styles, id, "w:pPr/w:ind").unwrap();
        assert_eq!(indent.attr("w:firstLine"), Some("0"), "{id}");
    }
}

#[test]
fn headings_are_words_own_black_and_not_bold() {
    let styles = styles(&Looks::default());
    let faces = ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"];
    for (n, face) in (1..=4).zip(faces) {
        let style = &styles[&format!("Heading{n}")];
        assert_eq!(style.val("w:name").unwrap(), format!("heading {n}"));
        assert_eq!(style.val("w:pPr/w:outlineLvl").unwrap(), (n - 1).to_string());
        assert_eq!(style.val("w:rPr/w:color"), Some("000000"));
        assert_eq!(style.val("w:rPr/w:b"), Some("0"));
        assert_eq!(style.at("w:rPr/w:rFonts").unwrap().attr("w:eastAsia"), Some(face));
        let run_in = &styles[style.val("w:link").unwrap()];
        assert_eq!(run_in.val("w:link").unwrap(), format!("Heading{n}"));
        assert_eq!(run_in.at("w:rPr/w:rFonts").unwrap().attr("w:eastAsia"), Some(face));
    }
}

#[test]
fn a_run_in_heading_does_not_bind_its_paragraph_to_the_next() {
    let document = document(&doc(vec![run_in(2, "（一）机制。", "正文。"), body("后")]));
    assert!(document.all("w:keepNext").is_empty());
}

#[test]
fn every_style_with_a_face_names_all_four_slots_and_no_theme() {
    for (faces, latin) in
        [(Faces::standard(), Latin::Chinese), (Faces::windows(), Latin::TimesNewRoman)]
    {
        let style = Looks { faces, latin, ..Looks::default() };
        for (name, xml) in parts(&write(&report(), &style)) {
            for attr in ["asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme", "themeColor"] {
                assert!(!xml.contains(attr), "{name} has {attr}");
            }
            for face in ["等线", "Calibri", "Cambria", "MS Mincho"] {
                assert!(!xml.contains(face), "{name} names {face}");
            }
        }
        for (id, sheet) in styles(&style) {
            let Some(fonts) = sheet.at("w:rPr/w:rFonts") else { continue };
            let chinese = fonts.attr("w:eastAsia").unwrap();
            assert_eq!(fonts.attr("w:hAnsi"), Some(chinese), "{id}: quotes would be Latin");
            assert_eq!(fonts.attr("w:cs"), Some(chinese), "{id}");
            assert_eq!(fonts.attr("w:hint"), Some("eastAsia"), "{id}");
            let ascii = fonts.attr("w:ascii").unwrap();
            assert!(ascii == chinese || latin == Latin::TimesNewRoman, "{id}: {ascii}");
        }
    }
}

#[test]
fn every_run_is_hinted_east_asian() {
    let doc = doc(vec![body("他说“依法行政”——第一……第二·三")]);
    for run in document(&doc).all("w:r") {
        let fonts = run.at("w:rPr/w:rFonts").unwrap();
        assert_eq!(fonts.attr("w:hint"), Some("eastAsia"));
        assert_eq!(fonts.attr("w:hAnsi"), None, "the style's stands");
    }
}

#[test]
fn odd_and_even_pages_have_footers_of_their_own() {
    let parts = parts(&write(&report(), &Looks::default()));
    assert!(Node::parse(&parts["word/settings.xml"]).at("w:evenAndOddHeaders").is_some());
    for (part, justify, side) in
        [("word/footer1.xml", "right", "w:right"), ("word/footer2.xml", "left", "w:left")]
    {
        let footer = Node::parse(&parts[part]);
        let paragraph = footer.at("w:p/w:pPr").unwrap();
        assert_eq!(paragraph.val("w:jc"), Some(justify));
        let indent = paragraph.at("w:ind").unwrap();
        assert_eq!(indent.attr(side), Some("280"));
        assert_eq!(indent.attr("w:firstLine"), Some("0"));
        let text: String = footer.all("w:t").iter().map(|t| t.text.as_str()).collect();
        assert_eq!(text, "— 1 —");
        for run in footer.all("w:r") {
            assert_eq!(run.at("w:rPr/w:rFonts").unwrap().attr("w:ascii"), Some("宋体"));
            assert_eq!(run.val("w:rPr/w:sz"), Some("28"));
        }
    }
}

#[test]
fn columns_add_up_to_the_table_and_every_cell_has_a_paragraph() {
    let document = document(&doc(vec![
        table(
            &[333, 333, 334],
            1,
            vec![
                vec![span("甲", 2, 2), cell("乙")],
                vec![cell("丙")],
                vec![cell(&repeat("丁", 61))],
            ],
        ),
        body("后"),
    ]));
    for table in document.all("w:tbl") {
        let twips = |node: &&Node| -> i32 { node.attr("w:w").unwrap().parse().unwrap() };
        let grid: Vec<i32> = table.all("w:gridCol").iter().map(twips).collect();
        assert_eq!(grid.iter().sum::<i32>(), twips(&table.at("w:tblPr/w:tblW").unwrap()));
        assert_eq!(table.at("w:tblPr/w:tblLayout").unwrap().attr("w:type"), Some("fixed"));
        for row in table.all("w:tr") {
            let cells: i32 = row.all("w:tcW").iter().map(twips).sum();
            assert_eq!(cells, grid.iter().sum::<i32>());
        }
        for cell in table.all("w:tc") {
            assert!(cell.at("w:p").is_some());
        }
        let rows = table.all("w:tr");
        let whole: Vec<_> = rows.iter().map(|row| !row.all("w:cantSplit").is_empty()).collect();
        assert_eq!(whole, [true, true, false], "a row of free text may be higher than a page");
    }
    let styles = styles(&Looks::default());
    let line = styles["TableText"].at("w:pPr/w:spacing").unwrap();
    assert_eq!(line.attr("w:lineRule"), Some("atLeast"), "an exact line clips a cell");
}

#[test]
fn the_signature_is_kept_with_the_last_line() {
    let document = document(&report());
    let paragraphs = document.all("w:p");
    let last = paragraphs.len() - 1;
    for (n, style, kept) in
        [(last - 2, "BodyText", true), (last - 1, "Signature", true), (last, "Date", false)]
    {
        let props = paragraphs[n].at("w:pPr").unwrap();
        assert_eq!(props.val("w:pStyle"), Some(style));
        assert_eq!(props.at("w:keepNext").is_some(), kept, "{style}");
    }
    assert!(paragraphs[last - 3].at("w:pPr/w:keepNext").is_none(), "a chain moves whole pages");
}

#[test]
fn properties_name_title_and_unit_and_no_person_or_path() {
    let parts = parts(&write(&report(), &Looks::default()));
    let core = Node::parse(&parts["docProps/core.xml"]);
    let names: BTreeSet<_> = core.children.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, BTreeSet::from(["dc:title", "dc:creator", "dc:language"]));
    assert_eq!(core.at("dc:creator").unwrap().text, "清河市司法局");
}

#[test]
fn every_style_a_paragraph_names_is_there() {
    let styles = styles(&Looks::default());
    let mut blocks = vec![title("题"), addressee("某局："), signature("某局"), date("某日")];
    for level in 0..=9 {
        blocks.push(heading(level, "标题"));
        blocks.push(run_in(level, "标题。", "正文"));
    }
    blocks.push(table(&[1000], 1, vec![vec![cell("甲")], vec![cell("乙")]]));
    let document = document(&doc(blocks));
    for name in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        for node in document.all(name) {
            let id = node.attr("w:val").unwrap();
            assert!(styles.contains_key(id), "{id}");
        }
    }
}

#[test]
fn characters_xml_cannot_hold_are_dropped_and_named() {
    let written = docx::write(
        &doc(vec![paragraph(
            Role::Body,
            vec![text("甲\u{2}乙\u{2}"), faced(Face::Lead, "\u{FFFE}丙\u{B}")],
        )]),
        &Looks::default(),
    )
    .unwrap();
    assert_eq!(written.dropped, ['\u{2}', '\u{FFFE}', '\u{B}']);
    assert_eq!(docx::read_back(&written.bytes).unwrap(), ["甲乙丙"]);
}

#[test]
fn characters_the_face_lacks_are_named_with_the_face_they_are_set_in() {
    let doc = doc(vec![body("王珺、张䶮")]);
    let written = docx::write(&doc, &Looks::default()).unwrap();
    assert_eq!(written.substituted, [('珺', "仿宋"), ('䶮', "宋体")]);
    let style = Looks { faces: Faces::windows(), ..Looks::default() };
    assert_eq!(docx::write(&doc, &style).unwrap().substituted, [('䶮', "宋体")]);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(write(&report(), &Looks::default()), write(&report(), &Looks::default()));
}

#[test]
fn a_file_that_says_something_else_is_found_out() {
    let bytes = write(&report(), &Looks::default());
    assert_eq!(docx::verify(&report(), &bytes).unwrap(), report().blocks.len());
    let mut other = report();
    other.blocks.remove(3);
    let fault = docx::verify(&other, &bytes).unwrap_err();
    assert_eq!(fault.to_string(), "导出的文件第4段与成稿不一致，没有保存，请再导出一次。");
    let cut = &bytes[..bytes.len() / 2];
    assert!(docx::verify(&report(), cut).is_err());
}

#[test]
fn the_order_of_properties_is_the_schemas_around_the_text_too() {
    let order = [
        "w:pStyle",
        "w:keepNext",
        "w:keepLines",
        "w:pageBreakBefore",
        "w:widowControl",
        "w:pBdr",
        "w:tabs",
        "w:kinsoku",
        "w:overflowPunct",
        "w:autoSpaceDE",
        "w:autoSpaceDN",
        "w:adjustRightInd",
        "w:snapToGrid",
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:jc",
        "w:outlineLvl",
    ];
    for props in document(&official()).all("w:pPr") {
        let places: Vec<_> = props
            .children
            .iter()
            .map(|child| order.iter().position(|name| *name == child.name).expect(&child.name))
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}

#[test]
fn the_red_line_belongs_to_the_number_and_reaches_from_edge_to_edge() {
    let document = document(&official());
    let ruled: Vec<_> =
        document.all("w:p").into_iter().filter(|p| p.at("w:pPr/w:pBdr").is_some()).collect();
    assert_eq!(ruled.len(), 1);
    let rule = ruled[0].at("w:pPr/w:pBdr/w:bottom").unwrap();
    assert_eq!(rule.attr("w:color"), Some("FF0000"));
    // An indent would shorten the line: places are tab stops.
    assert!(ruled[0].at("w:pPr/w:ind").is_none());
    assert_eq!(ruled[0].all("w:tab").len(), 2 * 2);
}

#[test]
fn the_imprint_is_anchored_at_the_foot_and_held_by_a_paragraph() {
    let document = document(&official());
    let body = document.at("w:body").unwrap();
    let [.., table, held, section] = &body.children[..] else { panic!("too short") };
    let place = table.at("w:tblPr/w:tblpPr").unwrap();
    assert_eq!(place.attr("w:vertAnchor"), Some("margin"));
    assert_eq!(place.attr("w:tblpYSpec"), Some("bottom"));
    assert_eq!((held.name.as_str(), section.name.as_str()), ("w:p", "w:sectPr"));
    let rules = table.at("w:tblPr/w:tblBorders").unwrap();
    for (side, width) in [("w:top", "8"), ("w:bottom", "8"), ("w:insideH", "6")] {
        assert_eq!(rules.at(side).unwrap().attr("w:sz"), Some(width), "{side}");
    }
}
