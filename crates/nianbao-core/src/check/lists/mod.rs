//! The catalogue's words, fixed phrases and names of laws, with what a person added or switched off.

mod laws;
mod lexicon;
mod near;
mod wordings;

use std::sync::{Arc, LazyLock};

use serde::Deserialize;

pub(super) use laws::{Law, Laws};
pub(super) use lexicon::{Kind, Lexicon, Word};
pub(super) use wordings::Wordings;

use super::facts::Facts;
use super::options::Options;

/// Built once for a set of options.
#[derive(Clone)]
pub struct Lists {
    pub(super) words: Arc<Lexicon>,
    pub(super) wordings: Arc<Wordings>,
    pub(super) laws: Arc<Laws>,
}

static BUILT_IN: LazyLock<Lists> = LazyLock::new(|| Lists::build(&Options::default()));

impl Default for Lists {
    fn default() -> Self {
        BUILT_IN.clone()
    }
}

impl Lists {
    pub(super) fn of(options: &Options) -> Self {
        let none =
            options.words.is_empty() && options.phrases.is_empty() && options.laws.is_empty();
        if none { Self::default() } else { Self::build(options) }
    }

    /// Wrong words of a kind in a paragraph, and where each begins.
    pub(super) fn wrong(&self, facts: &Facts, kind: Kind) -> impl Iterator<Item = (usize, &Word)> {
        let found = facts.wrong_words(self).iter();
        let words = found.filter_map(|&(at, n)| Some((at, self.words.word(n)?)));
        words.filter(move |(_, word)| word.kind == kind)
    }

    fn build(options: &Options) -> Self {
        Self {
            words: Arc::new(Lexicon::with(&options.words)),
            wordings: Arc::new(Wordings::with(&options.phrases)),
            laws: Arc::new(Laws::with(&options.laws)),
        }
    }
}

/// A list compiled in; a test reads it, so that a fault in it never reaches a person.
#[allow(clippy::expect_used)]
fn read<'a, T: Deserialize<'a>>(text: &'a str, name: &str) -> T {
    toml::from_str(text).expect(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Own, Paper, check_text};

    fn codes(text: &str, options: &Options) -> Vec<String> {
        let report = check_text(&Paper::plain(text), options);
        report.findings.into_iter().map(|f| f.code.into()).collect()
    }

    fn own(wrong: &str, right: &str) -> Vec<Own> {
        vec![Own { wrong: wrong.to_owned(), right: right.to_owned() }]
    }

    #[test]
    fn what_a_person_added_is_found_and_what_he_switched_off_is_not() {
        let plain = Options::default();
        let text = "对落实情况作出布署，由甲科牵头。";
        assert_eq!(codes(text, &plain), ["T003"]);
        let off = Options { words: own("布署", ""), ..Options::default() };
        assert_eq!(codes(text, &off), [""; 0]);
        let more = Options { words: own("甲科", "综合科"), ..Options::default() };
        assert_eq!(codes(text, &more), ["T003", "T004"]);
        let phrase = "围绕“一核三体”布局推进工作。";
        assert_eq!(codes(phrase, &plain), [""; 0]);
        let phrases = own("“一核三体”", "“一核多体”");
        assert_eq!(codes(phrase, &Options { phrases, ..Options::default() }), ["T014"]);
        let law = "依据《甲市养犬规定》开展检查。";
        assert_eq!(codes(law, &plain), [""; 0]);
        let laws = own("甲市养犬规定", "甲市养犬管理条例");
        assert_eq!(codes(law, &Options { laws, ..Options::default() }), ["L001"]);
    }
}
