//! What the readers of XML share.

use quick_xml::events::BytesRef;

/// What `&name;` stands for: one of XML's own five, or a character by its number. None: no such thing.
pub(crate) fn character(name: &BytesRef<'_>) -> Option<char> {
    if let Some(c) = name.resolve_char_ref().ok()? {
        return Some(c);
    }
    match &*name.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
