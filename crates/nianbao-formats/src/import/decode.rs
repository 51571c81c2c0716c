//! Bytes become text: BOM, then strict UTF-8, then GB18030 where it fits, then a guess.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::ImportError;

/// The most bytes a report in text may have, 20 MB. A report has some ten thousand.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// A file's text, and the encoding it was read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub encoding: &'static str,
}

/// Decodes a file. Big5 can pass for GBK: the text is shown before it is taken.
///
/// # Errors
/// Nothing but white space; more than [`MOST_BYTES`]; a document or a binary; no encoding fits.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge);
    }
    known_binary(bytes)?;
    let decoded = with_bom(bytes).map_or_else(|| without_bom(bytes), Ok)?;
    if decoded.text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(ImportError::Empty);
    }
    if is_binary(&decoded.text) {
        return Err(ImportError::Binary);
    }
    Ok(decoded)
}

fn known_binary(bytes: &[u8]) -> Result<(), ImportError> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(in_ole(bytes));
    }
    if starts(b"PK\x03\x04") {
        return Err(ImportError::Archive);
    }
    if starts(b"{\\rtf") {
        return Err(ImportError::Rtf);
    }
    if starts(b"%PDF-") {
        return Err(ImportError::Pdf);
    }
    if starts(b"Rar!") || starts(b"7z\xBC\xAF\x27\x1C") || starts(b"\x1F\x8B") {
        return Err(ImportError::Archive);
    }
    Ok(())
}

/// What the old container holds, by the names of its streams.
fn in_ole(bytes: &[u8]) -> ImportError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        ImportError::Password
    } else if !has("WordDocument") && (has("Workbook") || has("Book")) {
        ImportError::Sheet
    } else if has("PowerPoint Document") {
        ImportError::Slides
    } else {
        ImportError::OldWord
    }
}

fn with_bom(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, length) = Encoding::for_bom(bytes)?;
    let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
    Some(Decoded { text: text.into_owned(), encoding: name(encoding) })
}

fn without_bom(bytes: &[u8]) -> Result<Decoded, ImportError> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), encoding: name(UTF_8) });
    }
    // No text in a single-byte or Chinese encoding has a zero byte.
    if bytes.contains(&0) {
        return [UTF_16LE, UTF_16BE]
            .into_iter()
            .find_map(|wide| unmarked(bytes, wide))
            .ok_or(ImportError::Binary);
    }
    let chinese = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    if let Some(text) = chinese.filter(|text| is_mostly_chinese(text)) {
        return Ok(Decoded { text: text.into_owned(), encoding: name(GB18030) });
    }
    guess(bytes)
}

/// UTF-16 whose mark some program left out. Read in the wrong order of bytes it is hardly Chinese.
fn unmarked(bytes: &[u8], wide: &'static Encoding) -> Option<Decoded> {
    let text = wide.decode_without_bom_handling_and_without_replacement(bytes)?;
    let fits = is_mostly_chinese(&text) && text.chars().any(is_chinese);
    fits.then(|| Decoded { text: text.into_owned(), encoding: name(wide) })
}

fn guess(bytes: &[u8]) -> Result<Decoded, ImportError> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"cn"), chardetng::Utf8Detection::Allow);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let wrong = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    // A damaged byte or two still leaves a report that a person can mend; more is a wrong guess.
    if wrong * 50 > foreign {
        return Err(ImportError::UnknownEncoding);
    }
    Ok(Decoded { text: text.into_owned(), encoding: name(encoding) })
}

/// At least nine tenths of what is not ASCII are characters and marks of Chinese text.
fn is_mostly_chinese(text: &str) -> bool {
    let foreign = text.chars().filter(|c| !c.is_ascii());
    let (chinese, all) = foreign.fold((0_usize, 0_usize), |(chinese, all), c| {
        (chinese + usize::from(is_chinese(c)), all + 1)
    });
    chinese * 10 >= all * 9
}

fn is_chinese(c: char) -> bool {
    nianbao_core::text::punctuation::is_han(c)
        || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
        || "“”‘’—…·•－～×℃‰①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢ■□●○◆◇★☆▲△→\u{A0}".contains(c)
}

/// Zero bytes, or many characters that only machines write.
fn is_binary(text: &str) -> bool {
    let (mut controls, mut all) = (0_usize, 0_usize);
    for c in text.chars() {
        if c == '\0' {
            return true;
        }
        all += 1;
        controls += usize::from(c.is_control() && !"\t\n\r\u{B}\u{C}\u{85}".contains(c));
    }
    controls > 8 && controls * 50 > all
}

/// No width on the page: zero-width space and joiners, soft hyphen, byte order mark inside a text.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

fn name(encoding: &'static Encoding) -> &'static str {
    match encoding {
        e if e == UTF_16LE || e == UTF_16BE => "UTF-16",
        e if e == GB18030 || e == encoding_rs::GBK => "GB18030",
        e => e.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、存在问题\r\n（一）“依法行政”意识还不强，共12,925宗。";

    fn read(bytes: &[u8]) -> (String, &'static str) {
        decode(bytes).map(|d| (d.text, d.encoding)).unwrap()
    }

    #[test]
    fn every_usual_encoding_is_read() {
        let text = TEXT.to_owned();
        assert_eq!(read(TEXT.as_bytes()), (text.clone(), "UTF-8"));
        assert_eq!(read(format!("\u{FEFF}{TEXT}").as_bytes()), (text.clone(), "UTF-8"));
        assert_eq!(read(&GB18030.encode(TEXT).0), (text.clone(), "GB18030"));
        let little: Vec<u8> =
            format!("\u{FEFF}{TEXT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&little), (text.clone(), "UTF-16"));
        let big: Vec<u8> =
            format!("\u{FEFF}{TEXT}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&big), (text.clone(), "UTF-16"));
        // Without the mark, the two bytes in front.
        assert_eq!(read(&little[2..]), (text.clone(), "UTF-16"));
        assert_eq!(read(&big[2..]), (text, "UTF-16"));
    }

    #[test]
    fn a_rare_name_is_read_in_gb18030() {
        let text = "主任䶮某、㛃某到会";
        assert_eq!(read(&GB18030.encode(text).0).0, text);
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_hint() {
        let zeros = vec![0; 100];
        let noise: Vec<u8> = (0..=255).cycle().take(4000).collect();
        let large = vec![b'a'; MOST_BYTES + 1];
        for (bytes, error) in [
            (b"".as_slice(), ImportError::Empty),
            (b" \r\n\t ".as_slice(), ImportError::Empty),
            ("\u{FEFF}\u{3000}\u{A0}\u{200B}".as_bytes(), ImportError::Empty),
            (&zeros, ImportError::Binary),
            (&noise, ImportError::Binary),
            (b"a\x01b\x02c\x03d\x04e\x05f\x06g\x07h\x08i\x0e", ImportError::Binary),
            (b"PK\x03\x04anything", ImportError::Archive),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ImportError::OldWord),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                ImportError::Password,
            ),
            (b"{\\rtf1", ImportError::Rtf),
            (b"%PDF-1.7", ImportError::Pdf),
            (&large, ImportError::TooLarge),
        ] {
            assert_eq!(decode(bytes).unwrap_err(), error);
            assert!(!error.to_string().is_empty() && !error.hint().is_empty());
        }
    }

    #[test]
    fn one_stray_control_character_is_no_binary() {
        assert_eq!(read("甲\u{2}乙".as_bytes()).0, "甲\u{2}乙");
    }

    #[test]
    fn a_damaged_byte_leaves_the_rest_readable() {
        let mut bytes = GB18030.encode(&TEXT.repeat(20)).0.into_owned();
        bytes.push(0xFF);
        let (text, _) = read(&bytes);
        assert!(text.starts_with(TEXT));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_decoded_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let _ = decode(&bytes);
        }
    }
}
