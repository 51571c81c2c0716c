//! Comments: what is said of a stretch of the text, beside it in Word and WPS.

use std::collections::VecDeque;
use std::ops::Range;

use nianbao_core::doc::Doc;

use super::runs::clean;
use crate::export::ooxml::{Indent, ParagraphProps, RunProps, W, Xml};

/// What is said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Characters of `Doc::plain`; None: the report as a whole, said at its title.
    pub at: Option<Range<usize>>,
    pub lines: Vec<String>,
}

/// word/comments.xml. They bear no time, so that the same report gives the same bytes.
pub fn write(comments: &[Comment], author: &str) -> Vec<u8> {
    let initials: String = author.chars().take(1).collect();
    let mut x = Xml::new(1024 + comments.len() * 512);
    x.element("w:comments", &[("xmlns:w", W.into())], |x| {
        for (id, comment) in comments.iter().enumerate() {
            let attrs = [
                ("w:id", number(id).into()),
                ("w:author", author.into()),
                ("w:initials", (&initials).into()),
            ];
            x.element("w:comment", &attrs, |x| {
                for line in &comment.lines {
                    x.element("w:p", &[], |x| {
                        // The report's own 三号 would be a shout.
                        ParagraphProps { indent: Some(Indent::NONE), ..ParagraphProps::default() }
                            .write(x);
                        x.element("w:r", &[], |x| {
                            RunProps { size: Some(20), ..RunProps::default() }.write(x);
                            let attrs = [("xml:space", "preserve".into())];
                            x.element("w:t", &attrs, |x| x.text(&clean(line)));
                        });
                    });
                }
            });
        }
    });
    x.finish()
}

fn number(id: usize) -> u32 {
    u32::try_from(id).unwrap_or(u32::MAX)
}

/// Keeps count of the characters while the text is written, and says where comments begin and end.
pub struct Commenter {
    begin: VecDeque<(usize, u32)>,
    end: VecDeque<(usize, u32)>,
    at: usize,
}

impl Commenter {
    pub fn new(doc: &Doc, comments: &[Comment]) -> Self {
        let title = doc.paragraphs().next().map_or(0, |p| p.plain().chars().count());
        let whole = 0..title.max(1);
        let spans = comments.iter().enumerate().map(|(id, comment)| {
            let at = comment.at.as_ref().unwrap_or(&whole);
            // One that marks nothing could not be seen.
            (at.start, at.end.max(at.start + 1), number(id))
        });
        let (mut begin, mut end): (Vec<_>, Vec<_>) =
            spans.map(|(start, end, id)| ((start, id), (end, id))).unzip();
        begin.sort_unstable();
        end.sort_unstable();
        Self { begin: begin.into(), end: end.into(), at: 0 }
    }

    /// Whether one begins or ends before the next character.
    pub fn is_due(&self) -> bool {
        let due = |edges: &VecDeque<(usize, u32)>| edges.front().is_some_and(|e| e.0 <= self.at);
        due(&self.begin) || due(&self.end)
    }

    /// Ends and beginnings that are due.
    pub fn write(&mut self, x: &mut Xml) {
        self.ends(x, self.at);
        while let Some((_, id)) = self.begin.pop_front_if(|e| e.0 <= self.at) {
            x.empty("w:commentRangeStart", &[("w:id", id.into())]);
        }
    }

    /// A character has been passed, whether or not it could be written.
    pub fn pass(&mut self) {
        self.at += 1;
    }

    /// A paragraph ends; its mark counts for one character.
    pub fn end(&mut self, x: &mut Xml) {
        self.write(x);
        self.at += 1;
        self.ends(x, self.at);
    }

    fn ends(&mut self, x: &mut Xml, at: usize) {
        while let Some((_, id)) = self.end.pop_front_if(|e| e.0 <= at) {
            x.empty("w:commentRangeEnd", &[("w:id", id.into())]);
            x.element("w:r", &[], |x| x.empty("w:commentReference", &[("w:id", id.into())]));
        }
    }
}

#[cfg(test)]
mod tests {
    use nianbao_core::doc::{Block, Inline, Paragraph, Role, Text};
    use nianbao_core::looks::Looks;

    use super::*;
    use crate::export::docx::document;

    fn doc(paragraphs: &[&str]) -> Doc {
        let block = |text: &&str| {
            let text = Text { text: (*text).to_owned(), ..Text::default() };
            Block::Paragraph(Paragraph { role: Role::Body, inlines: vec![Inline::Text(text)] })
        };
        Doc { blocks: paragraphs.iter().map(block).collect(), ..Doc::default() }
    }

    /// The document with `[n` where comment n begins and `n]` where it ends, and nothing else of XML.
    fn marked(paragraphs: &[&str], at: &[Option<Range<usize>>]) -> String {
        let comments: Vec<Comment> =
            at.iter().map(|at| Comment { at: at.clone(), lines: vec![] }).collect();
        let (xml, _) = document::write_commented(&doc(paragraphs), &Looks::default(), &comments);
        let mut out = String::new();
        for piece in String::from_utf8(xml).unwrap().split('<') {
            let id = || piece.split('"').nth(1).unwrap().to_owned();
            let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
            match tag.split([' ', '/']).next().unwrap() {
                "w:commentRangeStart" => out += &format!("[{}", id()),
                "w:commentRangeEnd" => out += &format!("{}]", id()),
                "w:t" => out += text,
                "" if tag == "/w:p" => out.push('|'),
                _ => {}
            }
        }
        out
    }

    #[test]
    fn comments_begin_and_end_where_they_are_said_past_characters_no_file_holds() {
        for (paragraphs, at, meant) in [
            (&["甲乙丙", "丁"][..], vec![Some(1..2), Some(4..5)], "甲[0乙0]丙|[1丁1]|"),
            (&["甲乙丙"], vec![Some(0..2), Some(1..3)], "[0甲[1乙0]丙1]|"),
            (&["甲\u{1}乙😀丙"], vec![Some(2..3), Some(3..4)], "甲[0乙0][1😀1]丙|"),
            (&["甲", "乙"], vec![None, Some(1..1), Some(2..3)], "[0甲0][11]|[2乙2]|"),
            (&["甲", "乙"], vec![Some(0..3)], "[0甲|乙0]|"),
        ] {
            assert_eq!(marked(paragraphs, &at), meant);
        }
    }

    #[test]
    fn a_comment_bears_the_programs_name_and_no_time() {
        let comments = [Comment { at: None, lines: vec!["一<二".into(), "三".into()] }];
        let xml = String::from_utf8(write(&comments, "法治年报")).unwrap();
        assert!(xml.contains("w:author=\"法治年报\" w:initials=\"法\""), "{xml}");
        assert!(xml.contains("一&lt;二") && !xml.contains("w:date"), "{xml}");
        assert_eq!(xml.matches("<w:p>").count(), 2);
    }
}
