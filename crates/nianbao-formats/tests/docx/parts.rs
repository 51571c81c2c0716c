//! A written file taken apart.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use nianbao_core::doc::Doc;
use nianbao_formats::export::docx::{self, Looks};
use quick_xml::events::Event;
use quick_xml::{Reader, Writer};

pub fn write(doc: &Doc, style: &Looks) -> Vec<u8> {
    docx::write(doc, style).unwrap().bytes
}

pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut part = zip.by_index(n).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

pub fn part(doc: &Doc, style: &Looks, name: &str) -> String {
    parts(&write(doc, style)).remove(name).unwrap_or_else(|| panic!("no part {name}"))
}

/// An element a line, so that a difference can be read.
pub fn pretty(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            // The declaration brings a line end of its own.
            Event::Text(text) if text.xml10_content() == "\n" => {}
            event => writer.write_event(event).unwrap(),
        }
    }
    let mut text = String::from_utf8(writer.into_inner()).unwrap();
    text.push('\n');
    text
}

/// An element with its attributes and children.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attrs: BTreeMap<String, String>,
    pub children: Vec<Node>,
    pub text: String,
}

impl Node {
    pub fn parse(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Node::default()];
        loop {
            let (start, empty) = match reader.read_event().unwrap() {
                Event::Start(start) => (start, false),
                Event::Empty(start) => (start, true),
                Event::End(_) => {
                    close(&mut open);
                    continue;
                }
                Event::Text(text) => {
                    open.last_mut().unwrap().text.push_str(&text.xml10_content());
                    continue;
                }
                Event::Eof => break,
                _ => continue,
            };
            let attrs = start.attributes().map(|a| a.unwrap());
            open.push(Node {
                name: start.name().as_ref().to_owned(),
                attrs: attrs.map(|a| (a.key.as_ref().to_owned(), a.value.into_owned())).collect(),
                ..Node::default()
            });
            if empty {
                close(&mut open);
            }
        }
        assert_eq!(open.len(), 1, "an element is left open");
        open.pop().unwrap().children.pop().unwrap()
    }

    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attrs.get(name).map(String::as_str)
    }

    /// The first child of a chain of names.
    pub fn at(&self, path: &str) -> Option<&Node> {
        path.split('/').try_fold(self, |node, name| node.children.iter().find(|c| c.name == name))
    }

    pub fn val(&self, path: &str) -> Option<&str> {
        self.at(path)?.attr("w:val")
    }

    /// All elements of a name, however deep.
    pub fn all(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        let mut left = vec![self];
        while let Some(node) = left.pop() {
            if node.name == name {
                found.push(node);
            }
            left.extend(node.children.iter().rev());
        }
        found
    }
}

fn close(open: &mut Vec<Node>) {
    let node = open.pop().unwrap();
    open.last_mut().unwrap().children.push(node);
}
