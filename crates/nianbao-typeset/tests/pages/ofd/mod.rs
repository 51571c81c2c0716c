//! Pages as OFD: what is in the file.

mod file;

use nianbao_core::doc::{Block, Role};
use nianbao_core::looks::Looks;
use nianbao_typeset::{Fonts, lines};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::types::Tag;
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{GlyphId, MetadataProvider};

use crate::{MADE, build, compositor, doc, lay, paragraph};
use file::{Element, File};

fn said(page: &Element) -> String {
    page.every("TextCode").iter().map(|code| code.text.as_str()).collect()
}

#[test]
fn every_page_says_what_was_set_on_it() {
    let pages = lay(&build::official());
    let file = File::of(&pages);
    let written: Vec<String> = file.pages().iter().map(said).collect();
    assert_eq!(written.len(), pages.count());
    for (n, text) in written.iter().enumerate() {
        let set: String =
            pages.runs().iter().filter(|run| run.page == n).map(|run| run.text.as_str()).collect();
        assert_eq!(*text, set, "page {}", n + 1);
    }
}

#[test]
fn the_same_pages_and_time_give_the_same_bytes() {
    let bytes = || lay(&build::report()).ofd(MADE).unwrap().bytes;
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_page_is_a4_and_the_file_says_what_it_is() {
    let file = File::of(&lay(&build::report()));
    for page in file.pages() {
        assert_eq!(page.one("PhysicalBox").text, "0 0 210 297");
    }
    let root = file.part("Doc_0/Document.xml");
    assert_eq!(root.one("PageArea").one("PhysicalBox").text, "0 0 210 297");
    let info = file.part("OFD.xml");
    let told: Vec<(&str, &str)> = info.one("DocInfo").inner[1..]
        .iter()
        .map(|element| (element.name.as_str(), element.text.as_str()))
        .collect();
    let doc = build::report();
    let meant = [
        ("Title", doc.meta.title.as_str()),
        ("Author", &doc.meta.unit),
        ("CreationDate", "2024-01-26"),
        ("Creator", "法治年报"),
        ("CreatorVersion", env!("CARGO_PKG_VERSION")),
    ];
    assert_eq!(told, meant);
    assert_eq!(info.one("DocRoot").text, "Doc_0/Document.xml");
    let number = &info.one("DocID").text;
    assert!(number.len() == 32 && number.chars().all(|c| c.is_ascii_hexdigit()), "{number}");
}

#[test]
fn the_outline_is_that_of_the_report() {
    let doc = doc(vec![
        paragraph(Role::Heading(1), "一、“甲”与<乙>&丙"),
        paragraph(Role::Heading(2), "（一）下一级"),
        paragraph(Role::Body, &"正文。".repeat(300)),
        paragraph(Role::Heading(1), "二、其次"),
    ]);
    let file = File::of(&lay(&doc));
    let root = file.part("Doc_0/Document.xml");
    let top: Vec<&Element> = root.one("Outlines").inner.iter().collect();
    let titles: Vec<&str> = top.iter().map(|e| e.attrs["Title"].as_str()).collect();
    assert_eq!(titles, ["一、“甲”与<乙>&丙", "二、其次"]);
    assert_eq!(top[0].one("OutlineElem").attrs["Title"], "（一）下一级");
    let pages: Vec<&str> =
        root.one("Pages").inner.iter().map(|page| page.attrs["ID"].as_str()).collect();
    let places: Vec<&str> =
        root.every("Dest").iter().map(|dest| dest.attrs["PageID"].as_str()).collect();
    assert_eq!(places, [pages[0], pages[0], pages[1]]);
}

/// Children in the order GB/T 33190 has them; a sequence may begin anew with the last two of TextObject.
const ORDER: [(&str, &[&str]); 15] = [
    ("OFD", &["DocBody"]),
    ("DocBody", &["DocInfo", "DocRoot", "Versions", "Signatures"]),
    (
        "DocInfo",
        &["DocID", "Title", "Author", "CreationDate", "ModDate", "Creator", "CreatorVersion"],
    ),
    ("Document", &["CommonData", "Pages", "Outlines"]),
    ("CommonData", &["MaxUnitID", "PageArea", "PublicRes", "DocumentRes", "DefaultCS"]),
    ("Pages", &["Page"]),
    ("Page", &["Area", "Content"]),
    ("Content", &["Layer"]),
    ("OutlineElem", &["Actions", "OutlineElem"]),
    ("Res", &["ColorSpaces", "Fonts"]),
    ("Fonts", &["Font"]),
    ("Font", &["FontFile"]),
    ("TextObject", &["FillColor", "CGTransform", "TextCode"]),
    ("CGTransform", &["Glyphs"]),
    ("PathObject", &["StrokeColor", "FillColor", "AbbreviatedData"]),
];

fn in_order(element: &Element) {
    if let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == element.name) {
        let at = |e: &Element| order.iter().position(|name| *name == e.name);
        let places: Vec<Option<usize>> = element.inner.iter().map(at).collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{element:?}");
    }
    element.inner.iter().for_each(in_order);
}

#[test]
fn elements_stand_in_the_order_of_the_standard_and_every_number_once() {
    let mut doc = build::official();
    doc.blocks.push(build::ledger(40));
    let file = File::of(&lay(&doc));
    let mut ids = Vec::new();
    let mut used = Vec::new();
    for xml in file.xml() {
        in_order(&xml);
        assert_eq!(xml.attrs["xmlns:ofd"], "http://www.ofdspec.org/2016");
        let page_list = xml.name == "Document";
        for name in ["Page", "Layer", "TextObject", "PathObject", "Font", "ColorSpace"] {
            let of = xml.every(name);
            ids.extend(of.iter().map(|e| e.attrs["ID"].parse::<u32>().unwrap()));
        }
        used.extend(xml.every("TextObject").iter().map(|e| e.attrs["Font"].clone()));
        if page_list {
            let most: u32 = xml.one("MaxUnitID").text.parse().unwrap();
            used.push(most.to_string());
            ids.push(most + 1);
        }
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    // The one put beside them is beyond all.
    let beyond = ids.pop().unwrap();
    assert_eq!(*ids.last().unwrap(), beyond - 1);
    assert!(used.iter().all(|id| ids.contains(&id.parse().unwrap())));
}

fn has_ink(font: &FontRef<'_>, glyph: u16) -> bool {
    let bounds = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    bounds.bounds(GlyphId::from(glyph)).is_some_and(|bounds| bounds.x_min < bounds.x_max)
}

#[test]
fn every_glyph_is_in_its_face_and_is_that_of_its_character() {
    let words = "张珺堃，王䶮，李𠀀，镕祎。Office 2023年，增长5.5%（“甲”）——";
    let file = File::of(&lay(&doc(vec![paragraph(Role::Body, words)])));
    let faces = file.faces();
    let mut seen = String::new();
    for page in file.pages() {
        for object in page.every("TextObject") {
            let font = FontRef::new(&faces[&object.attrs["Font"]]).unwrap();
            let count = font.maxp().unwrap().num_glyphs();
            let code = object.one("TextCode");
            let characters: Vec<char> = code.text.chars().collect();
            let given = object.one("CGTransform");
            let glyphs: Vec<u16> =
                given.one("Glyphs").text.split(' ').map(|glyph| glyph.parse().unwrap()).collect();
            assert_eq!(given.attrs["CodeCount"], characters.len().to_string());
            assert_eq!(given.attrs["GlyphCount"], glyphs.len().to_string());
            assert!(glyphs.iter().all(|glyph| *glyph != 0 && *glyph < count), "{object:?}");
            // The outlines that every reader knows.
            assert!(font.glyf().is_ok() && font.cff().is_err());
            if characters.len() == glyphs.len() {
                let cmap = font.cmap().unwrap();
                for (c, glyph) in characters.iter().zip(&glyphs) {
                    let found = cmap.map_codepoint(*c).unwrap();
                    assert_eq!(found.to_u32(), u32::from(*glyph), "{c}");
                    assert!(c.is_whitespace() || has_ink(&font, *glyph), "{c}");
                }
            }
            seen.push_str(&code.text);
        }
    }
    assert!(seen.contains(words), "{seen}");
}

#[test]
fn a_character_of_two_units_stands_in_a_text_of_its_own() {
    let file = File::of(&lay(&doc(vec![paragraph(Role::Body, "李𠀀和𠀁𠀂在")])));
    let pages = file.pages();
    let rare: Vec<&str> = pages
        .iter()
        .flat_map(|page| page.every("TextCode"))
        .map(|code| code.text.as_str())
        .filter(|text| text.chars().any(|c| c.len_utf16() == 2))
        .collect();
    assert_eq!(rare, ["𠀀", "𠀁", "𠀂"]);
}

#[test]
fn every_character_stands_where_it_was_set() {
    let words = "各级各部门认真落实“一规划两纲要”，全年办理12件。".repeat(4);
    let pages = lay(&doc(vec![paragraph(Role::Body, &words)]));
    let file = File::of(&pages);
    let mut ends = Vec::new();
    for object in file.pages()[0].every("TextObject") {
        let code = object.one("TextCode");
        let boundary = object.numbers("Boundary");
        let mut steps = code.attrs.get("DeltaX").map_or("", String::as_str).split(' ');
        let mut x = boundary[0] + code.numbers("X")[0];
        let y = boundary[1] + code.numbers("Y")[0];
        ends.push((code.text.clone(), x, y));
        let mut count = 1;
        while let Some(step) = steps.next().filter(|step| !step.is_empty()) {
            let (times, step) = if step == "g" {
                (steps.next().unwrap().parse().unwrap(), steps.next().unwrap())
            } else {
                (1, step)
            };
            count += times;
            x += f64::from(times) * step.parse::<f64>().unwrap();
        }
        assert_eq!(count as usize, code.text.chars().count(), "{}", code.text);
        assert!(x < boundary[0] + boundary[2] && y < boundary[1] + boundary[3]);
    }
    // Lines begin as measured on the pages, to a hundredth of a millimetre.
    for line in lines(&pages).iter().filter(|line| !line.text.contains('—')) {
        let near = |a: f64, b: f64| (a - b / crate::MM).abs() < 0.01;
        let found = ends.iter().any(|(text, x, y)| {
            line.text.starts_with(text.as_str()) && near(*x, line.x) && near(*y, line.baseline)
        });
        assert!(found, "{} at {} {}", line.text, line.x, line.baseline);
    }
}

#[test]
fn rules_and_the_red_line_are_paths() {
    let file = File::of(&lay(&build::official()));
    let pages = file.pages();
    let paths: Vec<&Element> = pages.iter().flat_map(|page| page.every("PathObject")).collect();
    let red: Vec<&&Element> = paths
        .iter()
        .filter(|path| path.every("FillColor").iter().any(|c| c.attrs["Value"] == "255 0 0"))
        .collect();
    assert_eq!(red.len(), 1, "{red:?}");
    let red = red[0];
    let boundary = red.numbers("Boundary");
    assert!((boundary[0] - 27.9).abs() < 0.01 && (boundary[2] - 156.2).abs() < 0.01, "{red:?}");
    let path = &red.one("AbbreviatedData").text;
    assert!(path.starts_with("M 0.1 0.1 L 156.1 0.1 L 156.1 "), "{path}");
    // 版记: two rules around, and one between.
    let last = pages.last().unwrap().every("PathObject");
    let rules = last
        .iter()
        .filter(|path| path.attrs.contains_key("Fill") && path.numbers("Boundary")[1] > 200.0);
    assert_eq!(rules.count(), 3);
}

#[test]
fn lines_of_a_table_are_stroked() {
    let file = File::of(&lay(&doc(vec![build::ledger(3)])));
    let pages = file.pages();
    let lines: Vec<&Element> = pages[0]
        .every("PathObject")
        .into_iter()
        .filter(|p| !p.attrs.contains_key("Fill"))
        .collect();
    assert!(!lines.is_empty());
    for line in lines {
        // Half a point.
        assert_eq!(line.attrs["LineWidth"], "0.1764");
        assert!(!line.attrs.contains_key("Stroke"), "on unless it says otherwise");
    }
}

#[test]
fn a_mark_stands_for_a_character_that_no_face_has() {
    let pages = lay(&doc(vec![paragraph(Role::Body, "甲\u{10FFFD}乙")]));
    assert_eq!(pages.missing(), ['\u{10FFFD}']);
    let file = File::of(&pages);
    assert!(said(&file.pages()[0]).contains("甲〓乙"));
}

#[test]
fn anything_that_is_set_is_written() {
    let unit = "清河市青山区人民政府城市更新和历史文化街区保护利用工作领导小组办公室青山分室";
    for blocks in [
        vec![],
        vec![paragraph(Role::Body, "")],
        vec![paragraph(Role::Body, "  两头有空格 \u{3000} ")],
        vec![paragraph(Role::Body, &"长".repeat(30_000))],
        vec![paragraph(Role::Body, "e\u{301}a\u{300} 葛\u{E0100} ﬃ office \u{202E}مرحبا\u{202C}")],
        vec![paragraph(Role::Title, &format!("{unit}<&>\"'年度报告"))],
        vec![build::ledger(200)],
    ] {
        let blocks: Vec<Block> = blocks;
        let pages = compositor().lay(&doc(blocks), &Looks::default()).unwrap();
        assert_eq!(File::of(&pages).pages().len(), pages.count());
    }
}

/// A face that has the characters of the text and may not be embedded.
fn restricted(words: &str) -> Vec<u8> {
    let file = File::of(&lay(&doc(vec![paragraph(Role::Body, words)])));
    let code = |page: &Element| {
        let objects = page.every("TextObject");
        objects
            .iter()
            .find(|o| words.starts_with(&o.one("TextCode").text))
            .map(|o| o.attrs["Font"].clone())
    };
    let mut face = file.faces().remove(&file.pages().iter().find_map(code).unwrap()).unwrap();
    let font = FontRef::new(&face).unwrap();
    let tables = font.table_directory().table_records();
    let os2 = tables.iter().find(|record| record.tag() == Tag::new(b"OS/2")).unwrap();
    let fs_type = os2.offset() as usize + 8;
    face[fs_type..fs_type + 2].copy_from_slice(&2_u16.to_be_bytes());
    face
}

#[test]
fn a_face_that_may_not_be_embedded_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("限.ttf"), restricted("各级各部门")).unwrap();
    let fonts = Fonts::in_folders(&[folder.path()]);
    assert!(fonts.is_empty());
    assert_eq!(fonts.refused().len(), 1);
}
