//! The parts and the archive. Entries stand in order of name and bear no time, so that the same report
//! gives the same bytes.

use std::io::{Cursor, Write};

use nianbao_core::doc::Doc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::footer::{DEFAULT_RELATION, EVEN_RELATION};
use super::runs::{Found, clean};
use super::{fonts, footer, settings, styles, theme};
use crate::export::ExportError;
use crate::export::ooxml::{FooterKind, R, Xml};
use nianbao_core::looks::{Looks, PageNumbers};

/// Level 6 makes a report a tenth smaller and takes three times as long.
const LEVEL: i64 = 3;
/// A part shorter than this is stored as it is: setting the compressor up takes longer than writing
/// all ten of them, and saves 7 KB.
const SHORT: usize = 2048;

pub fn write(
    doc: &Doc,
    style: &Looks,
    document: Vec<u8>,
    found: &Found,
    comments: Option<Vec<u8>>,
) -> Result<Vec<u8>, ExportError> {
    let numbers = style.page_numbers;
    let mut parts = vec![
        ("[Content_Types].xml", content_types(numbers, comments.is_some())),
        ("_rels/.rels", package_relations()),
        ("docProps/app.xml", app()),
        ("docProps/core.xml", core(doc)),
        ("word/_rels/document.xml.rels", document_relations(numbers, comments.is_some())),
        ("word/document.xml", document),
        ("word/fontTable.xml", fonts::write(style, &found.substituted.order)),
        ("word/settings.xml", settings::write(numbers)),
        ("word/styles.xml", styles::write(style)),
        ("word/theme/theme1.xml", theme::write(style)),
    ];
    for (kind, _, name) in footers(numbers) {
        parts.push((name, footer::write(numbers, *kind, &style.faces.page_number)));
    }
    parts.extend(comments.map(|comments| (COMMENTS, comments)));
    parts.sort_by_key(|part| part.0);
    archive(&parts)
}

fn archive(parts: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, ExportError> {
    let plain = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .system(System::Dos);
    let packed =
        plain.compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL));
    let size = parts.iter().map(|p| p.1.len() / 4 + 256).sum();
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
    for (name, bytes) in parts {
        zip.start_file(*name, if bytes.len() < SHORT { plain } else { packed })?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument";

const COMMENTS: &str = "word/comments.xml";

type Footer = (FooterKind, &'static str, &'static str);

fn footers(numbers: PageNumbers) -> &'static [Footer] {
    const BOTH: [Footer; 2] = [
        (FooterKind::Default, DEFAULT_RELATION, "word/footer1.xml"),
        (FooterKind::Even, EVEN_RELATION, "word/footer2.xml"),
    ];
    &BOTH[..footer::references(numbers).len()]
}

fn content_types(numbers: PageNumbers, comments: bool) -> Vec<u8> {
    let mut parts = vec![
        ("docProps/app.xml", format!("{OFFICE}.extended-properties+xml")),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".into()),
        ("word/document.xml", format!("{WORD}.document.main+xml")),
        ("word/fontTable.xml", format!("{WORD}.fontTable+xml")),
        ("word/settings.xml", format!("{WORD}.settings+xml")),
        ("word/styles.xml", format!("{WORD}.styles+xml")),
        ("word/theme/theme1.xml", format!("{OFFICE}.theme+xml")),
    ];
    parts.extend(footers(numbers).iter().map(|f| (f.2, format!("{WORD}.footer+xml"))));
    parts.extend(comments.then(|| (COMMENTS, format!("{WORD}.comments+xml"))));
    let namespace = format!("{PACKAGE}/content-types");
    let mut x = Xml::new(2048);
    x.element("Types", &[("xmlns", (&namespace).into())], |x| {
        for (extension, kind) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        ] {
            x.empty("Default", &[("Extension", extension.into()), ("ContentType", kind.into())]);
        }
        for (name, kind) in &parts {
            let name = format!("/{name}");
            x.empty("Override", &[("PartName", (&name).into()), ("ContentType", kind.into())]);
        }
    });
    x.finish()
}

fn relations(list: &[(&str, String, &str)]) -> Vec<u8> {
    let namespace = format!("{PACKAGE}/relationships");
    let mut x = Xml::new(1024);
    x.element("Relationships", &[("xmlns", (&namespace).into())], |x| {
        for (id, kind, target) in list {
            x.empty(
                "Relationship",
                &[("Id", (*id).into()), ("Type", kind.into()), ("Target", (*target).into())],
            );
        }
    });
    x.finish()
}

fn package_relations() -> Vec<u8> {
    relations(&[
        ("rId1", format!("{R}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("rId3", format!("{R}/extended-properties"), "docProps/app.xml"),
    ])
}

fn document_relations(numbers: PageNumbers, comments: bool) -> Vec<u8> {
    let mut list = vec![
        ("rId1", format!("{R}/styles"), "styles.xml"),
        ("rId2", format!("{R}/settings"), "settings.xml"),
        ("rId3", format!("{R}/fontTable"), "fontTable.xml"),
        ("rId4", format!("{R}/theme"), "theme/theme1.xml"),
    ];
    list.extend(comments.then(|| ("rId9", format!("{R}/comments"), "comments.xml")));
    for (_, id, name) in footers(numbers) {
        list.push((id, format!("{R}/footer"), name.trim_start_matches("word/")));
    }
    relations(&list)
}

/// No user, no path, no time: a report goes out to the public.
fn core(doc: &Doc) -> Vec<u8> {
    let namespace = format!("{PACKAGE}/metadata/core-properties");
    let mut x = Xml::new(1024);
    x.element(
        "cp:coreProperties",
        &[
            ("xmlns:cp", (&namespace).into()),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/".into()),
        ],
        |x| {
            x.leaf("dc:title", &property(&doc.meta.title));
            x.leaf("dc:creator", &property(&doc.meta.unit));
            x.leaf("dc:language", "zh-CN");
        },
    );
    x.finish()
}

/// A property is one line; a title in two is joined, as it would be read out.
fn property(text: &str) -> String {
    clean(text).chars().filter(|c| !c.is_control()).collect()
}

fn app() -> Vec<u8> {
    let mut x = Xml::new(512);
    x.element(
        "Properties",
        &[(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties".into(),
        )],
        |x| x.leaf("Application", "法治年报"),
    );
    x.finish()
}
