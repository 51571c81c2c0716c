//! Texts as they go into records: full-width marks taken, figures named by their keys.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::record::{Figure, Precision, Record};
use nianbao_core::text::numbering::{self, Mark};
use nianbao_core::text::{punctuation, reference};

use super::maker::Maker;
use crate::import::lines::{is_blank, is_stray};
use crate::import::{BlockProposal, BlockRole, Proposal};

/// A block with its texts ready.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub role: BlockRole,
    pub level: u8,
    pub number: String,
    pub mark: Option<Mark>,
    pub title: String,
    pub body: String,
    pub runs_on: bool,
    /// The body begins a paragraph of its own under the title.
    pub alone: bool,
    /// The title was closed by 。
    pub closed: bool,
}

impl Entry {
    /// A heading holds a title alone: what a person left under it leads to what follows.
    pub fn divided(mut self) -> Vec<Entry> {
        if self.role != BlockRole::Heading || self.body.is_empty() {
            return vec![self];
        }
        if self.title.is_empty() && !self.body.contains('\n') {
            std::mem::swap(&mut self.title, &mut self.body);
            return vec![self];
        }
        let lead = Entry {
            role: BlockRole::Lead,
            level: 0,
            number: String::new(),
            mark: None,
            title: String::new(),
            body: std::mem::take(&mut self.body),
            runs_on: !self.alone,
            alone: false,
            closed: false,
        };
        vec![self, lead]
    }

    /// The title of a heading that stands alone, without the colon that led to its text.
    pub fn heading(&self) -> &str {
        self.title.trim_end_matches(['：', ':'])
    }

    /// As it stood, with its number.
    pub fn literal(&self) -> String {
        let stop = if self.closed { "。" } else { "" };
        let gap = if self.alone { "\n" } else { "" };
        // The number of a first-level heading would stand beside those made from order.
        let first = self.role == BlockRole::Heading && self.level <= 1;
        let number = if first { "" } else { self.number.as_str() };
        format!("{number}{}{stop}{gap}{}", self.title, self.body)
    }
}

/// A figure that texts can name.
struct Named {
    start: usize,
    end: usize,
    key: String,
    /// As the ledger prints it.
    print: Vec<char>,
}

/// Label, value, unit and precision: what makes two numbers one figure.
type Fact = (String, String, String, u8);

pub(super) struct Ink<'a> {
    proposal: &'a Proposal,
    source: Vec<char>,
    figures: Vec<Named>,
    full_width: bool,
    marks: BTreeMap<usize, (char, char)>,
}

impl<'a> Ink<'a> {
    /// Puts the figures into the ledger, and is ready to name them.
    pub fn new(proposal: &'a Proposal, source: &str, full_width: bool, make: &mut Maker) -> Self {
        let marks = proposal.punctuation.iter().filter(|_| full_width);
        let mut ink = Self {
            proposal,
            source: source.chars().collect(),
            figures: Vec::new(),
            full_width,
            marks: marks.map(|fix| (fix.at, (fix.from, fix.to))).collect(),
        };
        ink.ledger(make);
        ink
    }

    /// One figure for one label with one value, however often it is met; keys are unique.
    fn ledger(&mut self, make: &mut Maker) {
        let mut same: BTreeMap<Fact, (String, Vec<char>)> = BTreeMap::new();
        let mut keys: BTreeSet<String> = BTreeSet::new();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for met in &self.proposal.figures {
            let Ok(value) = met.value.parse() else { continue };
            let label = self.wide(&clean_label(&met.label, &met.unit));
            let precision = Precision::from(met.precision);
            let id = (label.clone(), met.value.clone(), met.unit.clone(), precision as u8);
            let (key, print) = same.entry(id).or_insert_with(|| {
                let count = counts.entry(label.clone()).or_insert(0);
                let key = loop {
                    *count += 1;
                    let key =
                        if *count == 1 { label.clone() } else { format!("{label}（{count}）") };
                    if keys.insert(key.clone()) {
                        break key;
                    }
                };
                let figure = Figure {
                    id: make.id(),
                    year: make.year,
                    key: key.clone(),
                    label: label.clone(),
                    value: Some(value),
                    unit: met.unit.clone(),
                    precision,
                    ..Figure::default()
                };
                let print = figure.in_text().unwrap_or_default().chars().collect();
                make.push(Record::Figure(figure));
                (key, print)
            });
            let (key, print) = (key.clone(), print.clone());
            self.figures.push(Named { start: met.start, end: met.end, key, print });
        }
        self.figures.sort_by_key(|named| named.start);
    }

    /// A text that stands outside the blocks, with full-width marks where they are wanted.
    pub fn wide(&self, text: &str) -> String {
        if self.full_width { punctuation::widen(text) } else { text.to_owned() }
    }

    pub fn entry(&self, block: &BlockProposal) -> Entry {
        let end = block.end.min(self.source.len());
        let mut at = block.start.min(end);
        for _ in block.number.chars() {
            at = self.pass(at, end) + 1;
        }
        let title: Vec<char> = block.title.chars().collect();
        let body: Vec<char> = block.body.chars().collect();
        let title_at = self.align(&title, &mut at, end);
        let behind = self.pass(at, end);
        let closed = !title.is_empty() && behind < end && self.source[behind] == '。';
        let gap = at.min(end);
        let body_at = self.align(&body, &mut at, end);
        let first = body_at.iter().flatten().next().copied().unwrap_or(gap);
        let broken = self
            .source
            .get(gap..first)
            .unwrap_or_default()
            .iter()
            .any(|c| "\r\n\u{B}\u{C}\u{85}\u{2028}\u{2029}".contains(*c));
        // Titles of headings print as they are; the ledger is named in running text.
        let names = block.role != BlockRole::Heading;
        Entry {
            role: block.role,
            level: block.level,
            mark: numbering::read(&format!("{}标", block.number))
                .filter(|_| !block.number.is_empty()),
            number: block.number.clone(),
            title: self.write(&title, &title_at, block, names),
            body: self.write(&body, &body_at, block, names),
            runs_on: block.runs_on,
            alone: broken && !title.is_empty() && !body.is_empty(),
            closed,
        }
    }

    /// Over what no block's text holds.
    fn pass(&self, at: usize, end: usize) -> usize {
        let rest = self.source.get(at..end).unwrap_or_default();
        at + rest.iter().take_while(|c| is_blank(**c) || is_stray(**c)).count()
    }

    /// Where each character of a text stands in the input; none from where a person changed it.
    fn align(&self, text: &[char], at: &mut usize, end: usize) -> Vec<Option<usize>> {
        let mut out = vec![None; text.len()];
        for (n, &c) in text.iter().enumerate() {
            if c.is_whitespace() {
                continue;
            }
            let mut from = *at;
            while from < end && self.source[from] != c && self.is_passed(from) {
                from += 1;
            }
            if from >= end || self.source[from] != c {
                break;
            }
            out[n] = Some(from);
            *at = from + 1;
        }
        out
    }

    fn is_passed(&self, at: usize) -> bool {
        let c = self.source[at];
        is_blank(c) || is_stray(c) || c == '。'
    }

    fn write(
        &self,
        text: &[char],
        at: &[Option<usize>],
        block: &BlockProposal,
        names: bool,
    ) -> String {
        let typed = self.widened(text, at);
        let mut named = self.figures[self.figures.partition_point(|f| f.start < block.start)..]
            .iter()
            .take_while(|f| f.end <= block.end)
            .filter(|_| names)
            .peekable();
        let mut out = String::with_capacity(typed.len() * 3);
        let mut n = 0;
        while n < typed.len() {
            while at[n].is_some_and(|at| named.peek().is_some_and(|f| f.start < at)) {
                named.next();
            }
            let here = named.peek().filter(|f| match at[n] {
                Some(at) => f.start == at,
                // A person changed this text: the number is found by its looks.
                None => n == 0 || !typed[n - 1].is_ascii_digit() && typed[n - 1] != '.',
            });
            match here {
                Some(f) if !f.print.is_empty() && typed[n..].starts_with(&f.print) => {
                    out.push_str(&reference::to(&f.key));
                    n += f.print.len();
                    named.next();
                }
                _ => {
                    out.push(brace(&typed, n));
                    n += 1;
                }
            }
        }
        out
    }

    fn widened(&self, text: &[char], at: &[Option<usize>]) -> Vec<char> {
        let mut out = text.to_vec();
        for (c, at) in out.iter_mut().zip(at) {
            if let Some((from, to)) = at.and_then(|at| self.marks.get(&at))
                && *c == *from
            {
                *c = *to;
            }
        }
        if self.full_width && at.iter().zip(text).any(|(at, c)| at.is_none() && !c.is_whitespace())
        {
            for fix in punctuation::fixes_in(text).into_iter().filter(|fix| at[fix.at].is_none()) {
                out[fix.at] = fix.to;
            }
        }
        out
    }
}

/// Two braces that someone typed would be taken for a figure's.
fn brace(text: &[char], at: usize) -> char {
    let twin = |c| text.get(at + 1) == Some(&c) || at > 0 && text[at - 1] == c;
    match text[at] {
        '{' if twin('{') => '｛',
        '}' if twin('}') => '｝',
        c => c,
    }
}

fn clean_label(label: &str, unit: &str) -> String {
    let clean: String = label.chars().filter(|c| !"{}\r\n".contains(*c)).collect();
    match clean.trim() {
        "" => format!("{unit}数").replace(['{', '}', '\r', '\n'], ""),
        clean => clean.to_owned(),
    }
}
