//! The text of a saved web page. Only its tokens are read, not its tree: a page of a million nested
//! boxes costs what a flat one does, and nothing calls itself.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use nianbao_core::text::punctuation::is_han;

use super::{ImportError, decode};

/// What a reader sees of a page, a line a paragraph, cells of a row apart by tabs.
///
/// # Errors
/// As of a text; and where nothing of the page is text.
pub(super) fn read(bytes: &[u8]) -> Result<(String, &'static str), ImportError> {
    let decoded = decode(bytes)?;
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(decoded.text));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    let lines = tokenizer.sink.0.into_inner();
    let text = lines.finish();
    if text.is_empty() { Err(ImportError::Empty) } else { Ok((text, decoded.encoding)) }
}

#[derive(Default)]
struct Reader(RefCell<Lines>);

/// The lines so far.
#[derive(Default)]
struct Lines {
    text: String,
    /// White space stood before what comes next.
    space: bool,
    /// The element whose content is not shown: until its end tag.
    hidden: Option<&'static str>,
    /// Inside `pre`, line feeds are meant.
    preformatted: bool,
}

/// Never shown as text.
const HIDDEN: [&str; 10] = [
    "head", "noscript", "template", "select", "button", "svg", "iframe", "object", "audio", "video",
];

/// What stands in a line with its neighbours; every other element begins a line.
const INLINE: [&str; 44] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small",
    "span", "script", "style", "select", "button", "svg", "textarea", "noscript", "template",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut lines = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => lines.say(&text),
            Token::TagToken(tag) => return lines.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Lines {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if let Some(hidden) = self.hidden {
            // A page whose head is never closed shows all that stands in its body.
            let closed = name == hidden && !opens || hidden == "head" && name == "body";
            self.hidden = if closed { None } else { Some(hidden) };
        } else if opens && !tag.self_closing {
            self.hidden = HIDDEN.into_iter().find(|hidden| *hidden == name);
        }
        if self.hidden.is_none() {
            match name {
                "td" | "th" if opens => self.cell(),
                "td" | "th" => {}
                name if INLINE.contains(&name) || is_office(name) => {}
                _ => self.line(),
            }
            if name == "pre" {
                self.preformatted = opens;
            }
        }
        let raw = match name {
            _ if !opens || tag.self_closing => return TokenSinkResult::Continue,
            "script" => RawKind::ScriptData,
            "style" | "xmp" | "noembed" | "noframes" | "iframe" => RawKind::Rawtext,
            "title" | "textarea" => RawKind::Rcdata,
            _ => return TokenSinkResult::Continue,
        };
        // Its content comes as text behind this; the end tag follows it.
        self.hidden = self.hidden.or(match name {
            "script" => Some("script"),
            "style" => Some("style"),
            "noembed" => Some("noembed"),
            "noframes" => Some("noframes"),
            "textarea" => Some("textarea"),
            _ => None,
        });
        TokenSinkResult::RawData(raw)
    }

    fn say(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        for c in text.chars() {
            match c {
                '\n' if self.preformatted => self.line(),
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => self.space = true,
                c => {
                    let last = self.text.chars().next_back().filter(|last| !"\n\t".contains(*last));
                    // Source is broken where it will between Chinese characters.
                    let latin = |c: char| !is_han(c) && !is_wide_mark(c);
                    if self.space && last.is_some_and(|last| latin(last) || latin(c)) {
                        self.text.push(' ');
                    }
                    self.space = false;
                    self.text.push(c);
                }
            }
        }
    }

    fn line(&mut self) {
        self.space = false;
        let end = self.text.trim_end_matches(['\t', ' ']).len();
        self.text.truncate(end);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn cell(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\t');
        }
    }

    fn finish(mut self) -> String {
        self.line();
        if self.text.chars().all(char::is_whitespace) { String::new() } else { self.text }
    }
}

/// `o:p`, `st1:chsdate`: Word's own, in a page it saved.
fn is_office(name: &str) -> bool {
    name.contains(':')
}

fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '“' | '”' | '‘' | '’' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(bytes: &[u8]) -> Result<String, ImportError> {
        super::read(bytes).map(|(text, _)| text)
    }

    fn read(html: &str) -> String {
        page(html.as_bytes()).unwrap()
    }

    #[test]
    fn what_a_reader_sees_of_a_page_is_its_text() {
        for (html, meant) in [
            ("<p>一、加强<b>领导</b></p><p>开展学习。</p>", "一、加强领导\n开展学习。\n"),
            ("<div>甲局<br>2024年<span>2月</span>1日</div>", "甲局\n2024年2月1日\n"),
            ("<p>全年办理\n  案件12宗，\n回复率 100%。</p>", "全年办理案件12宗，回复率 100%。\n"),
            (
                "<p>&ldquo;谁执法谁普法&rdquo;&amp;&#x5e74;&nbsp;底</p>",
                "“谁执法谁普法”&年\u{A0}底\n",
            ),
            ("<tr><td>处罚<td>465宗</tr><tr><td>强制</td></tr>", "处罚\t465宗\n强制\n"),
            ("<head><title>甲</title><style>p{}</style></head><body>乙</body>", "乙\n"),
            ("<title>甲</title><p>乙", "甲\n乙\n"),
            ("<head><meta charset=gbk><body>乙", "乙\n"),
            ("<p>甲<script>if (a<b) '</p>'</script>乙<!-- 丙 --></p>", "甲乙\n"),
            ("<pre>甲\n乙</pre>丙\n丁", "甲\n乙\n丙丁\n"),
            ("<p>甲<o:p></o:p>乙</p><select><option>丙</select>丁", "甲乙\n丁\n"),
            ("甲 < 乙 & 丙 <", "甲 < 乙 & 丙 <\n"),
            ("<svg/>甲<textarea><p>乙</textarea>丙", "甲丙\n"),
        ] {
            assert_eq!(read(html), meant, "{html}");
        }
        assert_eq!(page(b"<p> <br></p><script>1</script>"), Err(ImportError::Empty));
    }

    #[test]
    fn a_page_in_the_encoding_of_old_portals_is_read() {
        let html = "<html><head><meta charset=gb2312></head><p>法治政府建设年度报告</p>";
        let (bytes, ..) = encoding_rs::GBK.encode(html);
        assert_eq!(page(&bytes).unwrap(), "法治政府建设年度报告\n");
    }

    #[test]
    fn a_page_no_person_writes_is_read_to_its_end() {
        for html in [
            "<div>".repeat(300_000) + "甲",
            "<table><tr><td>".repeat(100_000) + "甲",
            "<!--".repeat(200_000) + "-->甲",
            "<b><i>甲".repeat(100_000),
            "&".repeat(500_000) + "甲",
            "<a ".to_owned() + &"b=c ".repeat(200_000) + ">甲",
            "<svg><head><script>".repeat(50_000) + "</script></head></svg>甲",
        ] {
            assert!(
                page(html.as_bytes()).is_ok_and(|text| text.contains('甲'))
                    || html.starts_with("<svg")
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_page_is_read_or_refused(html in "[<>/a-z&;\"'=! 甲，\n]{0,200}") {
            let _ = page(html.as_bytes());
        }
    }
}
