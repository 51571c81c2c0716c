//! What documents beside the report are made of: headings and sentences of our own, and places left
//! open for a person.

use super::page::{Page, added};
use crate::doc::{Inline, Paragraph, Role};

impl Page<'_> {
    /// A 一级标题 that no record gives.
    pub fn own_heading(&mut self, title: &str) {
        self.number += 1;
        self.heading(1, self.number, title, None);
    }

    /// A title in lines that break where a reader would.
    pub fn own_title(&mut self, lines: &[String]) {
        self.put(Paragraph::new(Role::Title));
        for (n, line) in lines.iter().enumerate() {
            if n > 0 {
                self.append(Inline::Break);
            }
            self.append(added(line));
        }
    }

    pub fn say(&mut self, role: Role, text: &str) {
        self.put(Paragraph::new(role));
        self.append(added(text));
    }

    /// Marked like a figure without a value, so that 体检 finds it.
    pub fn leave_open(&mut self, what: &str) {
        self.say(Role::Body, &format!("〔待填：{what}〕"));
    }
}

/// The sentences of a text of one or more paragraphs, as typed.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .flat_map(|line| line.split_inclusive(['。', '！', '？']))
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}
