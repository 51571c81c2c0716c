//! What a quantity counts, in the words of its clause: those before it (办理案件12925宗), or those
//! after it where it stands in front of what it counts (622份法制件).

use super::Quantity;
use super::lexicon::{
    COMPARED, GENERIC, KEPT, LEADING, PERSONS, STOPS, STRONG, TAKING_PART, TRAILING, WEAK,
};
use crate::text::{date, numbering, numeral};

/// So far back and forward a label is looked for; keeps the reading linear.
const REACH: usize = 40;
/// A label longer than this is cut down to its last verb and object.
const LONG: usize = 12;
/// No label is longer.
const MOST: usize = 30;

/// A label for every quantity, in order.
pub(super) fn all(text: &[char], found: &[Quantity], year: Option<i32>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(found.len());
    for (n, one) in found.iter().enumerate() {
        let last = n.checked_sub(1).map(|p| Last { end: found[p].end, name: out[p].as_str() });
        let next = found.get(n + 1).map_or(text.len(), |f| f.start);
        let label = label(text, one, last.as_ref(), next, year);
        out.push(label.chars().take(MOST).collect());
    }
    out
}

/// The quantity before.
struct Last<'a> {
    end: usize,
    name: &'a str,
}

fn label(
    text: &[char],
    one: &Quantity,
    last: Option<&Last<'_>>,
    next: usize,
    year: Option<i32>,
) -> String {
    let floor = last.map_or(0, |last| last.end);
    let start = clause_start(text, one.start, floor);
    let clause = &text[start..one.start];
    let before = before(clause, &one.unit, year);
    if let Some(name) = last.and_then(|last| beside(text, start, one, last, &before)) {
        return name;
    }
    let after = after(text, one, next);
    let counted = before.chars().count();
    let earlier = || earlier(text, start, floor, &one.unit, year);
    match after {
        Some(after) if counted == 0 && TAKING_PART.iter().any(|word| word == after.noun) => {
            format!("{}{}", earlier().unwrap_or_default(), after.noun)
        }
        // 个 stands in front of its noun, or what it counts was named before: 研究议题5个.
        Some(after) if counted == 0 || one.unit == "个" && !after.blocked => after.noun,
        Some(after) if counted <= 2 && !after.blocked && after.noun.chars().count() > 2 => {
            after.noun
        }
        _ if counted > 0 => before,
        _ => earlier().unwrap_or_else(|| of_unit(&one.unit)),
    }
}

/// A number that says more of what the one before it counts: 同比增长12.5%, 由82%提高到91%, a row of
/// a table.
fn beside(
    text: &[char],
    start: usize,
    one: &Quantity,
    last: &Last<'_>,
    before: &str,
) -> Option<String> {
    let between = &text[last.end..one.start];
    let sentence = between.len() < REACH && !between.iter().any(|c| "。；;！？\n".contains(*c));
    if !sentence {
        return None;
    }
    if COMPARED.begins(before).is_some() {
        return Some(format!("{}{before}", last.name));
    }
    let clause: String = text[start..one.start].iter().collect();
    let clause = clause.trim();
    let adjoins = start == last.end;
    if adjoins && clause.ends_with(['至', '到']) {
        return Some(format!("{}{clause}", last.name));
    }
    let share = matches!(one.unit.as_str(), "%" | "％");
    let bare = before.is_empty() && (adjoins || share) && after(text, one, usize::MAX).is_none();
    bare.then(|| format!("{}{}", last.name, if share { "比例" } else { "" }))
}

/// Where the clause begins that ends at `end`. Brackets inside it belong to it, a list before it too
/// (律师、调解员等12人), but not another quantity.
fn clause_start(text: &[char], end: usize, floor: usize) -> usize {
    let limit = floor.max(end.saturating_sub(REACH));
    let mut at = end;
    while at > limit {
        match text[at - 1] {
            ')' | '）' => match opening(text, at - 1, limit) {
                Some(open) => at = open,
                None => return at,
            },
            '、' if at - 1 > floor => at -= 1,
            c if is_border(c) => return at,
            _ => at -= 1,
        }
    }
    at
}

fn opening(text: &[char], close: usize, limit: usize) -> Option<usize> {
    let inside = text[limit..close].iter().rev().take(15);
    let length = inside.clone().position(|c| matches!(c, '(' | '（'))?;
    (!inside.take(length).any(|c| c.is_numeric())).then_some(close - length - 1)
}

fn is_border(c: char) -> bool {
    "。；;，,：:？?！!（(\t|\n\u{3000}、".contains(c)
}

/// The words before a number without what says nothing.
fn before(clause: &[char], unit: &str, year: Option<i32>) -> String {
    let counted = numbering::run_in_at(clause, 0).map_or(0, |mark| mark.length);
    let bare: String = clause[counted..].iter().filter(|c| !is_quote(**c)).collect();
    let of_what = bare.trim().ends_with('的') && unit == "倍";
    let mut words = bare.trim();
    while let Some(rest) = strip_end(words) {
        words = rest;
    }
    let words = strip_start(words, year);
    let (other_year, words) = split_year(words);
    let words = strip_start(strip_verb(strip_start(words, year)), year);
    if of_what { format!("{other_year}{words}的倍数") } else { format!("{other_year}{words}") }
}

fn is_quote(c: char) -> bool {
    "“”‘’\"".contains(c)
}

fn strip_end(phrase: &str) -> Option<&str> {
    let phrase = phrase.trim_end_matches([' ', '\u{3000}', '、']);
    if KEPT.ends(phrase).is_some() {
        return None;
    }
    let bare = TRAILING.ends(phrase).map(|word| &phrase[..phrase.len() - word.len()]);
    bare.or_else(|| {
        phrase.strip_suffix("有").filter(|w| !w.ends_with(['持', '拥', '具', '享', '没', '占']))
    })
}

/// A word of time alone before two characters stays with them: 今年列管, 目前在册.
fn strip_start(phrase: &str, year: Option<i32>) -> &str {
    let mut rest = phrase;
    loop {
        rest = rest.trim_start_matches([' ', '、', '\u{3000}']);
        let next = LEADING.begins(rest).map(|word| &rest[word.len()..]).or_else(|| {
            let chars: Vec<char> = rest.chars().take(12).collect();
            let taken = match date::prefix(&chars) {
                Some((_, taken)) => taken,
                None => own_year(&chars, year)?,
            };
            Some(rest.char_indices().nth(taken).map_or("", |(i, _)| &rest[i..]))
        });
        let Some(next) = next else { return rest };
        let short = next.chars().count() <= 2 && !next.is_empty();
        if short && ["今年", "目前"].iter().any(|word| rest.strip_prefix(word) == Some(next)) {
            return rest;
        }
        rest = next;
    }
}

/// 2023年, 2023年度 where the report is 2023's.
fn own_year(phrase: &[char], year: Option<i32>) -> Option<usize> {
    let read = numeral::digit_by_digit(phrase.get(..4)?)?;
    if phrase.get(4) != Some(&'年') || Some(i64::from(read)) != year.map(i64::from) {
        return None;
    }
    Some(if phrase.get(5) == Some(&'度') { 6 } else { 5 })
}

/// Another year than the report's stays in front: 2022年共办理案件 → 2022年办理案件.
fn split_year(phrase: &str) -> (&str, &str) {
    let head: Vec<char> = phrase.chars().take(5).collect();
    let year = head.len() == 5 && head[4] == '年' && numeral::digit_by_digit(&head[..4]).is_some();
    let end = if year { phrase.find('年').map_or(0, |at| at + '年'.len_utf8()) } else { 0 };
    phrase.split_at(end)
}

fn strip_verb(phrase: &str) -> &str {
    let length = phrase.chars().count();
    if let Some(verb) = WEAK.begins(phrase) {
        let rest = &phrase[verb.len()..];
        if (length >= 4 || rest.is_empty()) && !GENERIC.iter().any(|word| word == rest) {
            return rest;
        }
    }
    if let Some(rest) = phrase.strip_prefix("办理").filter(|_| length >= 6) {
        return rest;
    }
    if length <= LONG {
        return phrase;
    }
    let weak = WEAK.iter().filter_map(|verb| phrase.rfind(verb).map(|at| at + verb.len()));
    let strong = STRONG.iter().filter_map(|verb| phrase.rfind(verb));
    let last = weak.chain(strong).filter(|&at| phrase[at..].chars().count() >= 4).max();
    last.map_or(phrase, |at| &phrase[at..])
}

/// The noun a number stands in front of.
struct After {
    noun: String,
    /// Another number follows in the same clause, so the words may be its own.
    blocked: bool,
}

fn after(text: &[char], one: &Quantity, next: usize) -> Option<After> {
    let from = one.end;
    let rest = &text[from..text.len().min(from + REACH)];
    let border = rest.iter().position(|&c| is_border(c) || matches!(c, ')' | '）'));
    let length = border.unwrap_or(rest.len());
    let blocked = from + length >= next && next < text.len();
    let length = if blocked { next - from } else { length };
    let phrase: String = rest[..length].iter().filter(|c| !is_quote(**c)).collect();
    let phrase = phrase.trim().trim_start_matches('的');
    // A verb the phrase begins with ends it nowhere.
    let first = WEAK.begins(phrase);
    let ends = |(at, _): &(usize, char)| {
        let rest = &phrase[*at..];
        let verb = WEAK.begins(rest).filter(|verb| Some(*verb) != first);
        verb.is_some() || STOPS.begins(rest).is_some()
    };
    let end = phrase.char_indices().find(ends).map_or(phrase.len(), |(at, _)| at);
    let mut noun = phrase[..end].trim();
    if blocked && matches!(one.unit.chars().last(), Some('人' | '名' | '位')) {
        let person = noun.char_indices().find(|(at, c)| *at > 0 && PERSONS.contains(*c));
        noun = person.map_or(noun, |(at, c)| &noun[..at + c.len_utf8()]);
    }
    if noun.chars().count() > LONG
        && let Some((_, head)) = noun.rsplit_once('的')
        && head.chars().count() >= 2
    {
        noun = head;
    }
    if noun.is_empty() || noun.chars().count() < 2 && one.unit != "个" {
        return None;
    }
    // 6642名国家工作人员进行学法考试: what they did tells them from other people.
    let done = ["进行", "参加"].iter().find_map(|verb| phrase[end..].strip_prefix(verb));
    let done = done.filter(|d| (2..=6).contains(&d.chars().count())).unwrap_or("");
    Some(After { noun: format!("{done}{noun}"), blocked })
}

/// What the clause before it says, for 共12件 and 175人参考 alone.
fn earlier(
    text: &[char],
    start: usize,
    floor: usize,
    unit: &str,
    year: Option<i32>,
) -> Option<String> {
    let end = start.checked_sub(1)?;
    if end <= floor || "。！？\n".contains(text[end]) {
        return None;
    }
    let words = before(&text[clause_start(text, end, floor)..end], unit, year);
    (!words.is_empty()).then_some(words)
}

fn of_unit(unit: &str) -> String {
    match unit {
        "%" | "％" => "比例".to_owned(),
        unit => format!("{unit}数"),
    }
}
