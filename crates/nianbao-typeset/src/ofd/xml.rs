//! XML, an element closed by the scope that opened it.

use quick_xml::escape::escape;

pub(super) struct Xml(String);

type Attrs<'a> = [(&'static str, &'a str)];

impl Xml {
    /// A part with this root element.
    pub fn part(root: &'static str, attrs: &Attrs<'_>, inner: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned());
        let of_root = [&[("xmlns:ofd", "http://www.ofdspec.org/2016")], attrs].concat();
        xml.element(root, &of_root, inner);
        xml.0.into_bytes()
    }

    pub fn element(
        &mut self,
        name: &'static str,
        attrs: &Attrs<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.start(name, attrs);
        self.0.push('>');
        inner(self);
        self.0.push_str("</ofd:");
        self.0.push_str(name);
        self.0.push('>');
    }

    pub fn empty(&mut self, name: &'static str, attrs: &Attrs<'_>) {
        self.start(name, attrs);
        self.0.push_str("/>");
    }

    /// `<name>text</name>`. XML can hold the text: control characters were dropped before it was set.
    pub fn leaf(&mut self, name: &'static str, attrs: &Attrs<'_>, text: &str) {
        self.element(name, attrs, |x| x.0.push_str(&escape(text)));
    }

    fn start(&mut self, name: &'static str, attrs: &Attrs<'_>) {
        self.0.push_str("<ofd:");
        self.0.push_str(name);
        for (key, value) in attrs {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            self.0.push_str(&escape(*value));
            self.0.push('"');
        }
    }
}
