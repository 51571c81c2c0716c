//! Text as search sees it, and how it is cut up for the index.

/// One character for one character, so that a place in the folded text is the same place in the text:
/// upper case is lower case, full-width ASCII is ASCII.
fn fold_char(c: char) -> char {
    // Nearly all characters there are: neither wide ASCII nor of a case.
    if ('\u{2e80}'..'\u{a000}').contains(&c) {
        return c;
    }
    let narrow = match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    if narrow.is_ascii() {
        return narrow.to_ascii_lowercase();
    }
    let mut lower = narrow.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => narrow,
    }
}

pub(super) fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// What is looked for: the words of what was typed, folded, each once.
pub(super) fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in typed.split_whitespace().map(fold) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Cuts a text into the tokens that the index has: at every character of a run without blanks, the
/// character with the one after it, the last one alone. So a word of two or more characters is a row
/// of tokens, one of a single character the beginning of one, and none is found across a blank.
///
/// Appends to `out`, each with a blank after it.
pub(super) fn tokens(text: &str, out: &mut String) {
    let mut last = None;
    for c in text.chars() {
        let c = if c.is_whitespace() { None } else { Some(opaque(fold_char(c))) };
        if let Some(last) = last {
            out.push(last);
            out.extend(c);
            out.push(' ');
        }
        last = c;
    }
    if let Some(last) = last {
        out.push(last);
        out.push(' ');
    }
}

/// The index's tokenizer parts words at ASCII marks, which are characters like others here.
fn opaque(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        '\0'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).unwrap_or(c),
        '\u{7f}' => '\u{2421}',
        _ => c,
    }
}

/// Longest part of a word that the index is asked for; the text itself is compared with all of it.
const LONGEST: usize = 40;
/// Words that the index is asked for.
const MOST: usize = 8;

/// Asks the index for texts with all of these words. What it finds is yet to be compared: it may be
/// too much, never too little.
pub(super) fn query(words: &[String]) -> String {
    let each: Vec<String> = words.iter().take(MOST).map(|word| query_word(word)).collect();
    each.join(" AND ")
}

fn query_word(word: &str) -> String {
    let chars: Vec<char> = word.chars().take(LONGEST).map(opaque).collect();
    if let [single] = chars.as_slice() {
        return format!("\"{single}\" *");
    }
    let pairs: Vec<String> = chars.windows(2).map(|pair| pair.iter().collect()).collect();
    format!("\"{}\"", pairs.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_begins_a_token_and_no_token_crosses_a_blank() {
        let cut = |text: &str| {
            let mut out = String::new();
            tokens(text, &mut out);
            out
        };
        let cases = [
            ("", ""),
            (" \n\u{3000}", ""),
            ("法", "法 "),
            ("依法行政", "依法 法行 行政 政 "),
            ("行政\n执法", "行政 政 执法 法 "),
            ("Ａb1.", "ａｂ ｂ１ １． ． "),
            ("𠮷\u{0}", "𠮷\u{2400} \u{2400} "),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(text), expected, "{text:?}");
        }
    }

    #[test]
    fn words_are_folded_and_stand_once() {
        assert_eq!(words("  执法\u{3000}ＡＢ ab\n执法 "), ["执法", "ab"]);
        assert!(words(" \n").is_empty());
    }

    #[test]
    fn folding_keeps_the_number_of_characters() {
        for text in ["İstanbul", "ﬀ", "ΑΣ", "ＡＢ（〔２０２３〕５号）", "ß"] {
            assert_eq!(fold(text).chars().count(), text.chars().count(), "{text}");
        }
        assert_eq!(fold("粤府〔２０２３〕Ａ"), "粤府〔2023〕a");
    }

    #[test]
    fn words_are_asked_for_as_rows_of_tokens_and_marks_never_end_the_question() {
        let ask = |typed: &str| query(&words(typed));
        assert_eq!(ask("执法 \"x"), "\"执法\" AND \"＂ｘ\"");
        assert_eq!(ask("水"), "\"水\" *");
        assert_eq!(ask("行政执法"), "\"行政 政执 执法\"");
    }
}
