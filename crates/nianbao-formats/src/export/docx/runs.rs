//! Inlines become runs. Neighbours that look alike become one run, whatever records they came from.

use std::collections::BTreeSet;

use nianbao_core::diff::Side;
use nianbao_core::doc::{Face, Inline, Text};

use super::comments::Commenter;
use super::rare;
use super::styles;
use super::tracker::Tracker;
use crate::export::ooxml::{Fonts, RunProps, Xml, allowed};
use nianbao_core::looks::Looks;

/// What was met in the text that a file cannot show as it stood.
#[derive(Default)]
pub struct Found {
    pub dropped: Once<char>,
    pub substituted: Once<(char, &'static str)>,
}

/// Things in order of their first meeting.
pub struct Once<T> {
    pub order: Vec<T>,
    seen: BTreeSet<T>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self { order: Vec::new(), seen: BTreeSet::new() }
    }
}

impl<T: Ord + Copy> Once<T> {
    fn note(&mut self, item: T) {
        if self.seen.insert(item) {
            self.order.push(item);
        }
    }
}

/// Whether a character reaches the file. A carriage return does not: readers of XML make it a line feed.
pub fn kept(c: char) -> bool {
    c != '\r' && allowed(c)
}

/// `text` without what [`kept`] refuses.
pub fn clean(text: &str) -> String {
    text.chars().filter(|c| kept(*c)).collect()
}

/// The paragraph a run stands in.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub face: &'a str,
    /// Of a heading: a run in the face of this level needs no style of its own.
    pub level: Option<u8>,
    /// Half points, where they are not the style's.
    pub size: Option<u32>,
    /// Whether the face is not the style's, so that each run must name it.
    pub named: bool,
}

impl<'a> Setting<'a> {
    pub fn of(face: &'a str) -> Self {
        Self { face, level: None, size: None, named: false }
    }
}

#[derive(Clone, Copy, Default, PartialEq)]
struct Look {
    level: Option<u8>,
    rare: Option<&'static str>,
    /// None: in both, or there is only one document.
    side: Option<Side>,
}

/// Sets text, and remembers what it could not set.
pub struct Pen<'a> {
    pub style: &'a Looks,
    pub found: Found,
    /// Of a document with tracked changes.
    pub tracker: Option<Tracker<'a>>,
    /// Of a document with comments, while its own paragraphs are written.
    pub comments: Option<Commenter>,
    run: String,
}

impl<'a> Pen<'a> {
    pub fn new(style: &'a Looks) -> Self {
        Self { style, found: Found::default(), tracker: None, comments: None, run: String::new() }
    }

    pub fn runs(&mut self, x: &mut Xml, inlines: &[Inline], setting: Setting<'_>) {
        let mut look = Look::default();
        for inline in inlines {
            let side = self.tracker.as_mut().map(Tracker::next_side).filter(|s| *s != Side::Same);
            let Inline::Text(text) = inline else {
                if look.side != side {
                    self.flush(x, look, setting);
                    look.side = side;
                }
                self.comment(x, look, setting);
                self.run.push('\n');
                continue;
            };
            let level = match text.face {
                Face::Plain | Face::Lead => None,
                Face::Heading(n) => Some(styles::level(n)).filter(|n| setting.level != Some(*n)),
            };
            let face = level.map_or(setting.face, |n| self.style.faces.heading(n));
            for c in text.text.chars() {
                self.comment(x, look, setting);
                if !kept(c) {
                    self.found.dropped.note(c);
                    continue;
                }
                let rare = rare::fallback(face, c);
                if let Some(face) = rare {
                    self.found.substituted.note((c, face));
                }
                let next = Look { level, rare, side };
                if next != look {
                    self.flush(x, look, setting);
                    look = next;
                }
                self.run.push(c);
            }
        }
        self.flush(x, look, setting);
    }

    /// Text that is no part of the document's paragraphs.
    pub fn plain(&mut self, x: &mut Xml, text: &str, setting: Setting<'_>) {
        let text = Text { text: text.to_owned(), ..Text::default() };
        self.runs(x, &[Inline::Text(text)], setting);
    }

    /// A comment begins or ends between two runs.
    fn comment(&mut self, x: &mut Xml, look: Look, setting: Setting<'_>) {
        if self.comments.as_ref().is_some_and(Commenter::is_due) {
            self.flush(x, look, setting);
            if let Some(comments) = &mut self.comments {
                comments.write(x);
            }
        }
        if let Some(comments) = &mut self.comments {
            comments.pass();
        }
    }

    fn flush(&mut self, x: &mut Xml, look: Look, setting: Setting<'_>) {
        if self.run.is_empty() {
            return;
        }
        let fonts = match look.rare {
            Some(face) => Fonts::Named { ascii: face, cjk: face },
            None if setting.named => {
                Fonts::Named { ascii: self.style.latin.beside(setting.face), cjk: setting.face }
            }
            None => Fonts::Hint,
        };
        let style = look.level.map(styles::run_in);
        let text = std::mem::take(&mut self.run);
        let run = |x: &mut Xml| {
            x.element("w:r", &[], |x| {
                RunProps { style, fonts: Some(fonts), size: setting.size, ..RunProps::default() }
                    .write(x);
                content(x, &text, if look.side == Some(Side::Old) { "w:delText" } else { "w:t" });
            });
        };
        match (&mut self.tracker, look.side) {
            (Some(tracker), Some(side)) => tracker.around(x, side, run),
            _ => run(x),
        }
        // Its room is used again.
        self.run = text;
        self.run.clear();
    }
}

/// Line feeds and tabs are elements of their own; as characters Word shows them as blanks.
fn content(x: &mut Xml, text: &str, name: &'static str) {
    let mut rest = text;
    loop {
        let at = rest.find(['\n', '\t']).unwrap_or(rest.len());
        let (plain, tail) = rest.split_at(at);
        if !plain.is_empty() {
            let edges = plain.starts_with(' ') || plain.ends_with(' ');
            let attrs = [("xml:space", "preserve".into())];
            x.element(name, if edges { &attrs } else { &[] }, |x| x.text(plain));
        }
        match tail.as_bytes().first() {
            Some(b'\n') => x.empty("w:br", &[]),
            Some(_) => x.empty("w:tab", &[]),
            None => return,
        }
        rest = &tail[1..];
    }
}
