//! Word files made from a few readable lines: `properties ‖ text`, a line a paragraph.
//!
//! Properties: `title`, `h1`…`h4` (styles), `n1/0` (list/level), `center`, `bold`, `hei`, `kai`, `big`,
//! `row` (cells apart by ` | `, `^` goes on from above), `xml` (as it stands). A text with a `<w:` in it
//! is the paragraph's content as it stands. A line without `‖` is a paragraph of text.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\"";

pub const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A file of these parts.
pub fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file from its lines. Lines `part 名 ‖ xml` are parts of their own.
pub fn word(source: &str) -> Vec<u8> {
    let mut parts = Vec::new();
    let mut body = String::new();
    let mut in_table = false;
    for line in source.lines().filter(|line| !line.trim().is_empty()) {
        let (properties, text) = line.split_once(" ‖ ").unwrap_or(("", line));
        let row = properties == "row";
        if row != in_table {
            body.push_str(if row { "<w:tbl>" } else { "</w:tbl>" });
            in_table = row;
        }
        if let Some(name) = properties.strip_prefix("part ") {
            parts.push((name.to_owned(), text.to_owned()));
        } else if row {
            body.push_str(&cells(text));
        } else if properties == "xml" {
            body.push_str(text);
        } else {
            body.push_str(&paragraph(properties, text));
        }
    }
    if in_table {
        body.push_str("</w:tbl>");
    }
    document(&body, &parts)
}

/// A Word file with this body, our styles and lists, and parts of its own.
pub fn document(body: &str, more: &[(String, String)]) -> Vec<u8> {
    let mut related = String::new();
    for part in
        ["styles", "numbering"].into_iter().chain(more.iter().map(|(name, _)| name.as_str()))
    {
        let kind = part.trim_end_matches(|c: char| c.is_ascii_digit());
        related.push_str(&format!(
            "<Relationship Id=\"{part}\" Type=\"{REL}/{kind}\" Target=\"{part}.xml\"/>"
        ));
    }
    let relationships = |inner: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
        )
    };
    let main = format!(
        "<Relationship Id=\"r\" Type=\"{REL}/officeDocument\" Target=\"word/document.xml\"/>"
    );
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        ("_rels/.rels".to_owned(), relationships(&main)),
        ("word/_rels/document.xml.rels".to_owned(), relationships(&related)),
        (
            "word/document.xml".to_owned(),
            format!(
                "<?xml version=\"1.0\"?>\n<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"
            ),
        ),
        ("word/styles.xml".to_owned(), styles()),
        ("word/numbering.xml".to_owned(), numbering()),
    ];
    for (name, inner) in more {
        let root = match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "header" => "hdr",
            "footer" => "ftr",
            other => other,
        };
        parts.push((format!("word/{name}.xml"), format!("<w:{root} {W}>{inner}</w:{root}>")));
    }
    let parts: Vec<(&str, String)> = parts.iter().map(|(n, t)| (n.as_str(), t.clone())).collect();
    package(&parts)
}

fn paragraph(properties: &str, text: &str) -> String {
    let (mut own, mut run) = (String::new(), String::new());
    for property in properties.split_whitespace() {
        if let Some((list, level)) = property.strip_prefix('n').and_then(|p| p.split_once('/')) {
            own.push_str(&format!(
                "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"
            ));
            continue;
        }
        match property {
            "title" => own.insert_str(0, "<w:pStyle w:val=\"Title\"/>"),
            "center" => own.push_str("<w:jc w:val=\"center\"/>"),
            "bold" => run.push_str("<w:b/>"),
            "hei" => run.push_str("<w:rFonts w:eastAsia=\"黑体\"/>"),
            "kai" => run.push_str("<w:rFonts w:eastAsia=\"楷体_GB2312\"/>"),
            "big" => run.push_str("<w:sz w:val=\"44\"/>"),
            h => {
                let level = h.strip_prefix('h').unwrap_or_else(|| panic!("no such property: {h}"));
                own.insert_str(0, &format!("<w:pStyle w:val=\"{level}\"/>"));
            }
        }
    }
    let content = if text.contains("<w:") {
        text.to_owned()
    } else {
        format!(
            "<w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escaped(text)
        )
    };
    format!("<w:p><w:pPr>{own}</w:pPr>{content}</w:p>")
}

fn cells(text: &str) -> String {
    let cell = |cell: &str| match cell.trim() {
        "^" => "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>".to_owned(),
        text => format!("<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>", escaped(text)),
    };
    format!("<w:tr>{}</w:tr>", text.split(" | ").map(cell).collect::<String>())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Word's own ids: digits, as in a Chinese file.
fn styles() -> String {
    let heading = |n: u8| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{n}\"><w:name w:val=\"heading {n}\"/><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"{}\"/></w:pPr></w:style>",
            n - 1
        )
    };
    format!(
        "<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"32\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>{}</w:styles>",
        (1..=4).map(heading).collect::<String>()
    )
}

/// List 1: the official levels. 2: the same, begun anew. 3: 1. and (1). 4: bullets. 5: 第一章.
fn numbering() -> String {
    let level = |at: u8, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let kinds = [
        level(0, "chineseCounting", "%1、")
            + &level(1, "chineseCounting", "（%2）")
            + &level(2, "decimal", "%3．")
            + &level(3, "decimal", "（%4）"),
        level(0, "decimal", "%1.") + &level(1, "decimal", "(%2)"),
        level(0, "bullet", "\u{F06C}"),
        level(0, "japaneseCounting", "第%1章"),
    ];
    let kinds: String = kinds
        .iter()
        .enumerate()
        .map(|(n, levels)| {
            format!("<w:abstractNum w:abstractNumId=\"{n}\">{levels}</w:abstractNum>")
        })
        .collect();
    let list = |id: u8, kind: u8, more: &str| {
        format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{more}</w:num>")
    };
    let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
    format!(
        "<w:numbering {W}>{kinds}{}{}{}{}{}</w:numbering>",
        list(1, 0, ""),
        list(2, 0, anew),
        list(3, 1, ""),
        list(4, 2, ""),
        list(5, 3, "")
    )
}
