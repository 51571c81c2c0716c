//! The parts of the package, found by their relationships and never unpacked to disk.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use encoding_rs::{UTF_16BE, UTF_16LE};
use zip::ZipArchive;

use super::xml::{Node, Xml, value};
use crate::import::ImportError;
use crate::import::table::{self, TableError};

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Names in small letters and with `/`, as the standard compares them.
    places: BTreeMap<String, usize>,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        table::weigh(bytes).map_err(|error| match error {
            TableError::Bomb => ImportError::Bomb,
            _ => ImportError::Broken,
        })?;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Broken)?;
        let places = (0..zip.len())
            .filter_map(|n| Some((plain(&zip.name_for_index(n)?.ok()?), n)))
            .collect();
        Ok(Self { zip, places })
    }

    /// A part's text; none where there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(&at) = self.places.get(&plain(name)) else { return Ok(None) };
        let part = self.zip.by_index(at).map_err(|_| ImportError::Broken)?;
        let mut bytes = Vec::new();
        part.take(table::MOST_PART).read_to_end(&mut bytes).map_err(|_| ImportError::Broken)?;
        text(bytes).map(Some)
    }

    /// The main part's name.
    ///
    /// # Errors
    /// The package is of another kind, or of none.
    pub fn main(&mut self) -> Result<String, ImportError> {
        let named = self.related("")?.into_iter().find(|r| r.kind == "officeDocument");
        let main = named.map_or_else(|| "word/document.xml".to_owned(), |r| r.target);
        if self.places.contains_key(&plain(&main)) {
            return Ok(main);
        }
        Err(if self.places.contains_key("ofd.xml") {
            ImportError::Ofd
        } else if self.places.contains_key("meta-inf/manifest.xml") {
            ImportError::OpenDocument
        } else if self.places.contains_key("[content_types].xml") {
            ImportError::Broken
        } else {
            ImportError::Archive
        })
    }

    /// What a part names beside it; of the package itself, where `part` is empty.
    pub fn related(&mut self, part: &str) -> Result<Vec<Related>, ImportError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(xml) = self.part(&join(folder, &format!("_rels/{file}.rels")))? else {
            return Ok(Vec::new());
        };
        let mut out = Vec::new();
        let mut xml = Xml::new(&xml);
        loop {
            match xml.next()? {
                Node::Open(_, start) if start.local_name().as_ref() == "Relationship" => {
                    let inside = value(&start, "TargetMode").is_none_or(|mode| mode != "External");
                    if let (Some(kind), Some(target), true) =
                        (value(&start, "Type"), value(&start, "Target"), inside)
                    {
                        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                        out.push(Related { kind, target: join(folder, &target) });
                    }
                }
                Node::End => return Ok(out),
                _ => {}
            }
        }
    }
}

pub(super) struct Related {
    /// The last word of its type: `styles`, `header`.
    pub kind: String,
    pub target: String,
}

fn join(folder: &str, target: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        out.extend(folder.split('/').filter(|f| !f.is_empty()));
    }
    for step in target.split('/').filter(|s| !s.is_empty() && *s != ".") {
        if step == ".." {
            out.pop();
        } else {
            out.push(step);
        }
    }
    out.join("/")
}

fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn text(bytes: Vec<u8>) -> Result<String, ImportError> {
    let wide = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => Some(UTF_16LE.decode_without_bom_handling(rest)),
        [0xFE, 0xFF, rest @ ..] => Some(UTF_16BE.decode_without_bom_handling(rest)),
        _ => None,
    };
    match wide {
        Some((text, false)) => Ok(text.into_owned()),
        Some((_, true)) => Err(ImportError::Broken),
        None => String::from_utf8(bytes).map_err(|_| ImportError::Broken),
    }
}
