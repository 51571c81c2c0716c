//! Just enough of a Rust and TypeScript reader to tell code from comments and strings.

/// The text with comments and the contents of strings blanked out, line for line.
pub fn rust(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = skip(&chars, at);
        if end > at {
            let (open, close) = keep(&chars, at, end);
            for (n, &c) in chars[at..end].iter().enumerate() {
                let kept = n < open || at + n >= end - close || c == '\n';
                out.push(if kept { c } else { ' ' });
            }
            at = end;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// Quotes stay, so that a blanked string is still a string.
fn keep(chars: &[char], at: usize, end: usize) -> (usize, usize) {
    if chars[at] == '/' || end - at < 2 { (0, 0) } else { (1, 1) }
}

/// Where the comment, string or character that begins at `at` ends; `at` itself if none does.
fn skip(chars: &[char], at: usize) -> usize {
    let next = chars.get(at + 1).copied();
    match chars[at] {
        '/' if next == Some('/') => line_end(chars, at),
        '/' if next == Some('*') => block_end(chars, at),
        '"' => string_end(chars, at + 1),
        'r' if !is_word(chars, at) => raw_end(chars, at).unwrap_or(at),
        '\'' => character_end(chars, at).unwrap_or(at),
        _ => at,
    }
}

/// Whether the character before belongs to the same word; `br"…"` and `cr"…"` do not count.
fn is_word(chars: &[char], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map(|p| chars[p]);
    match before(1) {
        Some('b' | 'c') => before(2).is_some_and(is_word_char),
        Some(c) => is_word_char(c),
        None => false,
    }
}

pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line_end(chars: &[char], at: usize) -> usize {
    chars[at..].iter().position(|&c| c == '\n').map_or(chars.len(), |p| at + p)
}

fn block_end(chars: &[char], at: usize) -> usize {
    let mut depth = 0;
    let mut p = at;
    while p + 1 < chars.len() {
        match (chars[p], chars[p + 1]) {
            ('/', '*') => (depth, p) = (depth + 1, p + 2),
            ('*', '/') => {
                (depth, p) = (depth - 1, p + 2);
                if depth == 0 {
                    return p;
                }
            }
            _ => p += 1,
        }
    }
    chars.len()
}

fn string_end(chars: &[char], mut p: usize) -> usize {
    while p < chars.len() {
        match chars[p] {
            '\\' => p += 2,
            '"' => return p + 1,
            _ => p += 1,
        }
    }
    chars.len()
}

fn raw_end(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at + 1..].iter().take_while(|&&c| c == '#').count();
    let open = at + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let closes = |p: usize| {
        chars[p] == '"' && (1..=hashes).all(|n| chars.get(p + n).is_some_and(|&c| c == '#'))
    };
    let close = (open + 1..chars.len()).find(|&p| closes(p));
    Some(close.map_or(chars.len(), |p| p + 1 + hashes))
}

/// `'a'` and `'\n'`, but not the lifetime `'a`.
fn character_end(chars: &[char], at: usize) -> Option<usize> {
    if chars.get(at + 1) == Some(&'\\') {
        let close = chars[at + 3..].iter().take(10).position(|&c| c == '\'')?;
        return Some(at + 3 + close + 1);
    }
    (chars.get(at + 2) == Some(&'\'')).then_some(at + 3)
}

/// Lines on which `word` stands as a whole word, from 1.
pub fn lines_with(text: &str, word: &str) -> Vec<usize> {
    let lines = text.lines().enumerate();
    lines.filter(|(_, line)| has_word(line, word)).map(|(n, _)| n + 1).collect()
}

pub fn has_word(text: &str, word: &str) -> bool {
    let mut from = 0;
    while let Some(at) = text[from..].find(word).map(|p| p + from) {
        let before = text[..at].chars().next_back().is_some_and(is_word_char);
        let after = text[at + word.len()..].chars().next().is_some_and(is_word_char);
        if !before && !after {
            return true;
        }
        from = at + word.len();
    }
    false
}

#[test]
fn comments_and_strings_are_not_code() {
    for (text, code) in [
        ("a // b", "a     "),
        ("a /* b /* c */ d */ e", "a                   e"),
        ("f(\"x\\\"y\") // z", "f(\"    \")     "),
        ("r#\"a \" b\"# c", "r        # c"),
        ("'x' 'a b", "' ' 'a b"),
        ("'\\n' y", "'  ' y"),
        ("for r in x", "for r in x"),
        ("\"a\nb\" c", "\" \n \" c"),
    ] {
        assert_eq!(rust(text), code, "{text}");
    }
}

#[test]
fn a_word_is_found_whole_only() {
    assert_eq!(lines_with("fs::x\noffs\na fs", "fs"), [1, 3]);
}
