//! The elements of a part one by one: names resolved, no entities of its own, depth bounded.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use crate::import::ImportError;
use crate::xml::character;

/// Deeper no program writes.
const DEEPEST: usize = 512;

/// Whose an element is. Prefixes differ from program to program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// Of word processing, in either edition of the standard.
    Word,
    /// Alternatives for older programs.
    Choice,
    Math,
    Other,
}

pub(super) enum Node<'a> {
    Open(Space, BytesStart<'a>),
    Close,
    Text(Cow<'a, str>),
    End,
}

pub(super) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub fn new(xml: &'a str) -> Self {
        let mut reader = NsReader::from_str(xml);
        // One way in and one way out of every element.
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    pub fn next(&mut self) -> Result<Node<'a>, ImportError> {
        loop {
            let (bound, event) =
                self.reader.read_resolved_event().map_err(|_| ImportError::Broken)?;
            match event {
                Event::Start(start) => {
                    let space = space(&bound);
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(ImportError::Bomb);
                    }
                    return Ok(Node::Open(space, start));
                }
                Event::End(_) => {
                    self.depth -= 1;
                    return Ok(Node::Close);
                }
                Event::Text(text) => {
                    // The event is owned by the input, its content only by us where it was changed.
                    return Ok(Node::Text(Cow::Owned(text.xml10_content().into_owned())));
                }
                Event::CData(text) => {
                    return Ok(Node::Text(Cow::Owned(text.xml10_content().into_owned())));
                }
                Event::GeneralRef(name) => {
                    let c = character(&name).ok_or(ImportError::Broken)?;
                    return Ok(Node::Text(Cow::Owned(c.to_string())));
                }
                // No program writes one; what it declares could grow without end.
                Event::DocType(_) => return Err(ImportError::Bomb),
                Event::Eof if self.depth == 0 => return Ok(Node::End),
                Event::Eof => return Err(ImportError::Broken),
                _ => {}
            }
        }
    }

    /// What stands in the element just opened, one level of it: each child, until it closes. The child
    /// is passed over unless `see` read it to its close.
    pub fn children(
        &mut self,
        mut see: impl FnMut(&mut Self, Space, &BytesStart<'a>) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let own = self.depth;
        loop {
            match self.next()? {
                Node::Open(space, start) => {
                    let depth = self.depth;
                    see(self, space, &start)?;
                    if self.depth >= depth {
                        self.skip()?;
                    }
                }
                Node::Close if self.depth < own => return Ok(()),
                Node::End => return Err(ImportError::Broken),
                _ => {}
            }
        }
    }

    /// To the close of the element just opened.
    pub fn skip(&mut self) -> Result<(), ImportError> {
        let own = self.depth;
        while self.depth >= own {
            if let Node::End = self.next()? {
                return Err(ImportError::Broken);
            }
        }
        Ok(())
    }
}

fn space(bound: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(namespace) = bound else { return Space::Other };
    match namespace.as_ref() {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Choice,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        _ => Space::Other,
    }
}

/// An attribute's value, whatever its prefix.
pub(super) fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false);
    let found = attributes.flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

pub(super) fn number<T: std::str::FromStr>(start: &BytesStart<'_>, name: &str) -> Option<T> {
    value(start, name)?.trim().parse().ok()
}

/// A switch: on where its element stands without a word.
pub(super) fn on(start: &BytesStart<'_>) -> bool {
    value(start, "val").is_none_or(|v| !matches!(v.trim(), "0" | "false" | "off" | "none"))
}
