//! Markdown as its reader sees it: marks gone, numbers of lists written out, headings by their signs.

use nianbao_core::text::punctuation::is_han;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::manuscript::{Form, Manuscript};
use super::{Dropped, ImportError, decode};

/// # Errors
/// As of a text; and where nothing of it is text.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, ImportError> {
    let decoded = decode(bytes)?;
    let source = decoded.text.trim_start_matches('\u{FEFF}');
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut out = Lines::default();
    for event in Parser::new_ext(source, options) {
        out.take(event);
    }
    out.line();
    if out.text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let encoding = decoded.encoding.to_owned();
    let forms = Some(levels(out.headings));
    Ok(Manuscript {
        text: out.text,
        forms,
        dropped: out.dropped,
        encoding,
        ..Manuscript::default()
    })
}

#[derive(Default)]
struct Lines {
    text: String,
    /// Characters of `text`.
    length: usize,
    /// Where each heading stands, and how many signs it has.
    headings: Vec<(usize, usize, u8)>,
    heading: Option<(usize, u8)>,
    /// The next number of each list that is open; none of one with points.
    lists: Vec<Option<u64>>,
    /// Why what comes is left out.
    out: Option<&'static str>,
    dropped: Vec<Dropped>,
}

impl Lines {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.say(&text),
            Event::SoftBreak => self.soft(),
            Event::HardBreak => self.line(),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.line(),
            Event::Html(text) | Event::InlineHtml(text) => {
                let before = self.out.replace("网页代码");
                self.say(&text);
                self.out = before;
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.line();
                self.heading = Some((self.length, signs(*level)));
            }
            Tag::List(first) => {
                self.line();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.line();
                if let Some(Some(n)) = self.lists.last_mut() {
                    let number = format!("{n}. ");
                    *n = n.saturating_add(1);
                    self.say(&number);
                }
            }
            Tag::MetadataBlock(_) => self.out = Some("文件头的说明"),
            Tag::Image { .. } => self.out = Some("图片，没有读入"),
            Tag::TableCell if !self.text.ends_with('\n') && self.length > 0 => self.say("\t"),
            // Its first line goes on behind the number.
            Tag::Paragraph if self.text.ends_with(". ") => {}
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::TableHead | Tag::TableRow => self.line(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.bold();
                if let Some((start, signs)) = self.heading.take()
                    && self.length > start
                {
                    self.headings.push((start, self.length, signs));
                }
                self.line();
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::MetadataBlock(_) | TagEnd::Image => self.out = None,
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow => self.line(),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(why) = self.out {
            match self.dropped.last_mut() {
                Some(last) if last.start == self.length && last.why == why => {
                    last.text.push_str(text);
                }
                _ => self.dropped.push(Dropped {
                    text: text.to_owned(),
                    why: why.to_owned(),
                    start: self.length,
                    end: self.length,
                }),
            }
            return;
        }
        self.text.push_str(text);
        self.length += text.chars().count();
    }

    /// A line of the source ends inside a paragraph: nothing, between Chinese characters.
    fn soft(&mut self) {
        if self.text.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() && !is_han(c)) {
            self.say(" ");
        }
    }

    /// Beside a Chinese mark the standard sees no end of bold; a person does.
    fn bold(&mut self) {
        let start = self.text.rfind('\n').map_or(0, |at| at + 1);
        let count = self.text[start..].matches("**").count();
        if count > 0 && count.is_multiple_of(2) {
            let line = self.text.split_off(start).replace("**", "");
            self.text.push_str(&line);
            self.length -= count * 2;
            for dropped in &mut self.dropped {
                dropped.start = dropped.start.min(self.length);
                dropped.end = dropped.start;
            }
        }
    }

    fn line(&mut self) {
        self.bold();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.length += 1;
        }
    }
}

fn signs(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// One heading of the first kind, before all others, is the title.
fn levels(headings: Vec<(usize, usize, u8)>) -> Vec<Form> {
    let titled = headings.iter().filter(|(_, _, signs)| *signs == 1).count() == 1
        && headings.first().is_some_and(|(_, _, signs)| *signs == 1);
    let form = |(start, end, signs): (usize, usize, u8)| Form {
        start,
        end,
        level: if titled { signs - 1 } else { signs },
        title: titled && signs == 1,
    };
    headings.into_iter().map(form).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_gone_and_numbers_stay() {
        for (source, meant) in [
            (
                "# 年度报告\n\n## 一、成效\n\n**加强领导。**开展\n学习。",
                "年度报告\n一、成效\n加强领导。开展学习。\n",
            ),
            ("1. 甲\n2. 乙\n\n- 丙", "1. 甲\n2. 乙\n丙\n"),
            ("1.加强领导\n\n3.5%的案件", "1.加强领导\n3.5%的案件\n"),
            ("| 类别 | 数 |\n|---|---|\n| 处罚 | 12 |", "类别\t数\n处罚\t12\n"),
            ("见[规定](https://a.gov.cn:8080)\\\n下一行", "见规定\n下一行\n"),
            ("甲 &amp; 乙 \\*丙", "甲 & 乙 *丙\n"),
        ] {
            assert_eq!(read(source.as_bytes()).unwrap().text, meant, "{source}");
        }
    }

    #[test]
    fn what_is_no_text_is_listed_and_headings_have_their_level() {
        let source =
            "---\ntitle: 甲\n---\n# 年度报告\n\n## 一、成效\n\n![现场](a.png)完。<b>粗</b>\n";
        let found = read(source.as_bytes()).unwrap();
        assert_eq!(found.text, "年度报告\n一、成效\n完。粗\n");
        let why: Vec<&str> = found.dropped.iter().map(|d| d.why.as_str()).collect();
        assert_eq!(why, ["文件头的说明", "图片，没有读入", "网页代码", "网页代码"]);
        let forms = found.forms.unwrap();
        assert_eq!((forms[0].title, forms[1].level), (true, 1));
        assert_eq!(read(b"---\na: b\n---\n"), Err(ImportError::Empty));
    }
}
