//! An OFD taken apart.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use nianbao_typeset::Pages;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::MADE;

/// An element with what is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attrs: BTreeMap<String, String>,
    pub text: String,
    pub inner: Vec<Element>,
}

impl Element {
    fn all<'a>(&'a self, name: &str, into: &mut Vec<&'a Element>) {
        for element in &self.inner {
            if element.name == name {
                into.push(element);
            }
            element.all(name, into);
        }
    }

    pub fn every(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    pub fn one(&self, name: &str) -> &Element {
        self.every(name)[0]
    }

    pub fn numbers(&self, attr: &str) -> Vec<f64> {
        self.attrs[attr].split(' ').map(|n| n.parse().unwrap()).collect()
    }
}

fn element(tag: &BytesStart<'_>) -> Element {
    let name = tag.name().as_ref().trim_start_matches("ofd:").to_owned();
    let attrs = tag.attributes().map(|attr| {
        let attr = attr.unwrap();
        let value = attr.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap();
        (attr.key.as_ref().to_owned(), value.into_owned())
    });
    Element { name, attrs: attrs.collect(), ..Element::default() }
}

fn parsed(xml: &[u8]) -> Element {
    let mut reader = Reader::from_str(std::str::from_utf8(xml).unwrap());
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(element(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().inner.push(element(&tag)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().inner.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(name) => {
                open.last_mut().unwrap().text.push_str(resolve_xml_entity(&name).unwrap());
            }
            Event::Eof => return open.remove(0).inner.remove(0),
            _ => {}
        }
    }
}

pub struct File {
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl File {
    pub fn of(pages: &Pages) -> Self {
        Self::read(&pages.ofd(MADE).unwrap().bytes)
    }

    pub fn read(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for n in 0..zip.len() {
            let mut part = zip.by_index(n).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            parts.insert(String::from_utf8(part.name_raw().to_vec()).unwrap(), bytes);
        }
        Self { parts }
    }

    pub fn part(&self, name: &str) -> Element {
        parsed(&self.parts[name])
    }

    /// As a reader goes: from the document's list of pages.
    pub fn pages(&self) -> Vec<Element> {
        let root = self.part("Doc_0/Document.xml");
        let pages = root.every("Page");
        pages.iter().map(|page| self.part(&format!("Doc_0/{}", page.attrs["BaseLoc"]))).collect()
    }

    pub fn xml(&self) -> impl Iterator<Item = Element> {
        self.parts.iter().filter(|(name, _)| name.ends_with(".xml")).map(|(_, xml)| parsed(xml))
    }

    /// The embedded faces by number.
    pub fn faces(&self) -> BTreeMap<String, Vec<u8>> {
        let resources = self.part("Doc_0/PublicRes.xml");
        let base = resources.attrs["BaseLoc"].clone();
        let fonts = resources.every("Font");
        let bytes = |font: &&Element| {
            let file = font.every("FontFile").pop()?;
            let name = format!("Doc_0/{base}/{}", file.text);
            Some((font.attrs["ID"].clone(), self.parts[&name].clone()))
        };
        fonts.iter().filter_map(bytes).collect()
    }
}
