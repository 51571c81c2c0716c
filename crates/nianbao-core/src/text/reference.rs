//! `{{key}}` in a text: a figure of the ledger, printed where it is named.

use std::ops::Range;

/// A piece of a text as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    /// A reference: its key, and the bytes `{{key}}` takes in the text.
    Figure {
        key: &'a str,
        at: Range<usize>,
    },
}

/// Whether a key can stand between braces.
pub fn is_key(key: &str) -> bool {
    !key.is_empty() && key.trim() == key && !key.contains(['{', '}', '\n', '\r'])
}

/// Splits a text at its references. Braces that enclose no key are text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(open) = text[from..].find("{{").map(|p| p + from) {
        let Some(close) = text[open..].find("}}").map(|p| p + open) else { break };
        let key = &text[open + 2..close];
        if is_key(key) {
            if start < open {
                out.push(Piece::Text(&text[start..open]));
            }
            out.push(Piece::Figure { key, at: open..close + 2 });
            start = close + 2;
            from = start;
        } else {
            from = open + 1;
        }
    }
    if start < text.len() {
        out.push(Piece::Text(&text[start..]));
    }
    out
}

/// The reference to a key, as it stands in a text.
pub fn to(key: &str) -> String {
    format!("{{{{{key}}}}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_and_loose_braces_are_text() {
        let figure = |key, at| Piece::Figure { key, at };
        assert_eq!(
            pieces("共{{案件}}，"),
            [Piece::Text("共"), figure("案件", 3..13), Piece::Text("，")]
        );
        assert_eq!(pieces("{{a}}{{b}}"), [figure("a", 0..5), figure("b", 5..10)]);
        assert_eq!(pieces("{{{a}}"), [Piece::Text("{"), figure("a", 1..6)]);
        for plain in ["{a}", "{{}}", "{{ a}}", "{{a", "a}}", "{{a\nb}}"] {
            assert_eq!(pieces(plain), [Piece::Text(plain)], "{plain}");
        }
        assert_eq!(pieces(""), []);
    }
}
