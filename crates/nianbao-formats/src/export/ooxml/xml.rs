//! One growing buffer of well-formed XML: an element is closed by the scope that opened it.

use std::fmt::Write;

/// Whether XML 1.0 can hold the character at all (production `Char`).
pub fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// An attribute's value.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    Text(&'a str),
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(text)
    }
}

macro_rules! number {
    ($($t:ty),*) => {$(
        impl From<$t> for Value<'_> {
            fn from(number: $t) -> Self {
                Value::Number(i64::from(number))
            }
        }
    )*};
}
number!(i32, u32, u16, u8);

pub struct Xml {
    out: String,
}

type Attrs<'a> = [(&'static str, Value<'a>)];

impl Xml {
    pub fn new(capacity: usize) -> Self {
        let mut out = String::with_capacity(capacity);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        Self { out }
    }

    pub fn finish(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    pub fn element(
        &mut self,
        name: &'static str,
        attrs: &Attrs<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.start(name, attrs);
        self.out.push('>');
        inner(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    pub fn empty(&mut self, name: &'static str, attrs: &Attrs<'_>) {
        self.start(name, attrs);
        self.out.push_str("/>");
    }

    /// `<name w:val="…"/>`, the commonest element there is.
    pub fn val<'a>(&mut self, name: &'static str, value: impl Into<Value<'a>>) {
        self.empty(name, &[("w:val", value.into())]);
    }

    /// A switch: its mere presence says on, `w:val="0"` says off, None leaves it to the style.
    pub fn switch(&mut self, name: &'static str, on: Option<bool>) {
        match on {
            Some(true) => self.empty(name, &[]),
            Some(false) => self.val(name, 0),
            None => {}
        }
    }

    /// Character data. The caller has dropped what [`allowed`] refuses.
    pub fn text(&mut self, text: &str) {
        self.escaped(text);
    }

    /// `<name>text</name>`
    pub fn leaf(&mut self, name: &'static str, text: &str) {
        self.element(name, &[], |x| x.text(text));
    }

    fn start(&mut self, name: &'static str, attrs: &Attrs<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attrs {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            match value {
                Value::Text(text) => self.escaped(text),
                Value::Number(number) => {
                    // Writing to a String cannot fail.
                    let _ = write!(self.out, "{number}");
                }
            }
            self.out.push('"');
        }
    }

    fn escaped(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            let (plain, tail) = rest.split_at(at);
            self.out.push_str(plain);
            let mut chars = tail.chars();
            self.out.push_str(match chars.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                _ => "&quot;",
            });
            rest = chars.as_str();
        }
        self.out.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(build: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml::new(0);
        build(&mut xml);
        let text = String::from_utf8(xml.finish()).unwrap();
        text.split_once('\n').unwrap().1.to_owned()
    }

    #[test]
    fn marks_of_xml_are_escaped_in_text_and_attributes() {
        let text = written(|x| x.element("a", &[("k", "\"<".into())], |x| x.text("甲&乙>丙")));
        assert_eq!(text, "<a k=\"&quot;&lt;\">甲&amp;乙&gt;丙</a>");
    }

    #[test]
    fn only_characters_of_xml_are_allowed() {
        for (c, may) in [
            ('\u{2}', false),
            ('\u{B}', false),
            ('\u{FFFE}', false),
            ('\u{FFFF}', false),
            ('\t', true),
            ('国', true),
            ('\u{FFFD}', true),
            ('𠀀', true),
        ] {
            assert_eq!(allowed(c), may, "U+{:04X}", u32::from(c));
        }
    }
}
