//! Laid-out pages as OFD, GB/T 33190—2016: the frames' own glyphs at their own places, so that a page
//! is that of the PDF, with the text beside them for finding and copying.

mod draw;
mod faces;
mod length;
mod outline;
mod outlines;
mod read_back;
mod text;
mod xml;

use std::io::{Cursor, Write};

use typst::layout::Point;
use typst::model::Document;
use typst::utils::hash128;
use typst_layout::PagedDocument;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::{Made, TypesetError};
use faces::Faces;
use length::Length;
use xml::Xml;

/// A written file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ofd {
    pub bytes: Vec<u8>,
    /// Faces that their licence keeps out: a reader takes what it has under that name.
    pub named_only: Vec<String>,
}

/// Numbers of what is in a file; each once.
#[derive(Default)]
struct Ids(u32);

impl Ids {
    fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

/// Name in the package and content.
type Part = (String, Vec<u8>);

pub(crate) fn write(document: &PagedDocument, made: Made) -> Result<Ofd, TypesetError> {
    let mut ids = Ids::default();
    let mut faces = Faces::default();
    let colours = ids.next();
    let mut pages = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    for (n, page) in document.pages().iter().enumerate() {
        pages.push(ids.next());
        let layer = ids.next().to_string();
        let mut drawn = Ok(());
        let content = Xml::part("Page", &[], |x| {
            let size = page.frame.size();
            area(x, "Area", Length::of(size.x), Length::of(size.y));
            x.element("Content", &[], |x| {
                x.element("Layer", &[("ID", &layer)], |x| {
                    drawn = draw::frame(x, &page.frame, Point::zero(), &mut faces, &mut ids);
                });
            });
        });
        drawn?;
        parts.push((root_folder(&page_file(n)), content));
    }
    let mut files = Vec::new();
    for face in faces.iter() {
        let file = face.embeds.then(|| face.part()).transpose()?;
        files.push(file.map(|(name, bytes)| {
            parts.push((root_folder(&format!("Res/{name}")), bytes));
            name
        }));
    }
    let head = [
        ("OFD.xml".to_owned(), entry(document, made, hash128(&parts))),
        (root_folder("Document.xml"), root(document, &pages, colours, &ids)),
        (root_folder("PublicRes.xml"), resources(&faces, &files, colours)),
    ];
    parts.splice(0..0, head);
    let named_only = faces.iter().filter(|face| !face.embeds).map(|f| f.family().to_owned());
    let mut named_only: Vec<String> = named_only.collect();
    named_only.sort_unstable();
    named_only.dedup();
    let bytes = archive(&parts).map_err(|e| TypesetError::Ofd(e.to_string()))?;
    if !read_back::same(document, &bytes) {
        return Err(TypesetError::Ofd("it reads otherwise than it was set".to_owned()));
    }
    Ok(Ofd { bytes, named_only })
}

fn root_folder(name: &str) -> String {
    format!("Doc_0/{name}")
}

fn page_file(n: usize) -> String {
    format!("Pages/Page_{n}/Content.xml")
}

fn area(x: &mut Xml, name: &'static str, width: Length, height: Length) {
    x.element(name, &[], |x| x.leaf("PhysicalBox", &[], &format!("0 0 {width} {height}")));
}

/// What the file is. No user, no path: it goes out to the public.
fn entry(document: &PagedDocument, made: Made, number: u128) -> Vec<u8> {
    let info = document.info();
    let one_line = |text: &str| text.replace(['\n', '\r'], "");
    Xml::part("OFD", &[("Version", "1.0"), ("DocType", "OFD")], |x| {
        x.element("DocBody", &[], |x| {
            x.element("DocInfo", &[], |x| {
                x.leaf("DocID", &[], &format!("{number:032x}"));
                if let Some(title) = &info.title {
                    x.leaf("Title", &[], &one_line(title));
                }
                if let Some(unit) = info.author.first() {
                    x.leaf("Author", &[], &one_line(unit));
                }
                let date = format!("{:04}-{:02}-{:02}", made.year, made.month, made.day);
                x.leaf("CreationDate", &[], &date);
                x.leaf("Creator", &[], "法治年报");
                x.leaf("CreatorVersion", &[], env!("CARGO_PKG_VERSION"));
            });
            x.leaf("DocRoot", &[], "Doc_0/Document.xml");
        });
    })
}

fn root(document: &PagedDocument, pages: &[u32], colours: u32, ids: &Ids) -> Vec<u8> {
    Xml::part("Document", &[], |x| {
        x.element("CommonData", &[], |x| {
            x.leaf("MaxUnitID", &[], &ids.0.to_string());
            if let Some(page) = document.pages().first() {
                let size = page.frame.size();
                area(x, "PageArea", Length::of(size.x), Length::of(size.y));
            }
            x.leaf("PublicRes", &[], "PublicRes.xml");
            x.leaf("DefaultCS", &[], &colours.to_string());
        });
        x.element("Pages", &[], |x| {
            for (n, id) in pages.iter().enumerate() {
                x.empty("Page", &[("ID", &id.to_string()), ("BaseLoc", &page_file(n))]);
            }
        });
        let outline = outline::of(document);
        if !outline.is_empty() {
            x.element("Outlines", &[], |x| outline::write(x, &outline, pages));
        }
    })
}

/// `files` are those of the faces.
fn resources(faces: &Faces, files: &[Option<String>], colours: u32) -> Vec<u8> {
    Xml::part("Res", &[("BaseLoc", "Res")], |x| {
        x.element("ColorSpaces", &[], |x| {
            x.empty("ColorSpace", &[("ID", &colours.to_string()), ("Type", "RGB")]);
        });
        if faces.iter().next().is_some() {
            x.element("Fonts", &[], |x| {
                for (face, file) in faces.iter().zip(files) {
                    let (id, name) = (face.id.to_string(), face.name());
                    let attrs = [("ID", &*id), ("FontName", &*name), ("FamilyName", face.family())];
                    match file {
                        Some(file) => {
                            x.element("Font", &attrs, |x| x.leaf("FontFile", &[], file));
                        }
                        None => x.empty("Font", &attrs),
                    }
                }
            });
        }
    })
}

/// The entries bear no time, so that the same report gives the same bytes.
fn archive(parts: &[Part]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Dos);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
