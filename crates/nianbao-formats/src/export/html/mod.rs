//! A report as a web page: clean for a content system, or with a sheet of style of its own.

mod read_back;

use nianbao_core::doc::{
    Align, Block, Cell, Doc, Face, Imprint, Inline, Letterhead, Paragraph, Role, Table,
};

use super::docx::clean;
use super::format::{Format, Output};
use super::said::{dropped, property};

/// What a content system takes: only what things are, for it has looks of its own.
pub const FORMAT: Format = Format {
    key: "html",
    ending: "html",
    name: "网页内容",
    purpose: "贴进网站后台发布用，只有标题、段落和表格，不带样式",
    write: |doc, _| Ok(output(doc, clean_page(doc))),
    verify: read_back::verify,
};

/// One file that needs no other.
pub const PAGE: Format = Format {
    key: "page",
    ending: "html",
    name: "单独的网页",
    purpose: "用浏览器打开就能看，手机上也好读，可以直接打印",
    write: |doc, _| Ok(output(doc, styled_page(doc))),
    verify: read_back::verify,
};

const STYLE: &str = include_str!("page.css");

fn output(doc: &Doc, html: String) -> Output {
    Output { bytes: html.into_bytes(), dropped: dropped(doc) }
}

/// The report alone, for the clipboard: what stands between `<body>` and `</body>`.
pub fn fragment(doc: &Doc) -> String {
    let mut pen = Pen { out: String::new(), classes: false };
    pen.doc(doc);
    pen.out
}

fn clean_page(doc: &Doc) -> String {
    page(doc, "", &fragment(doc))
}

fn styled_page(doc: &Doc) -> String {
    let mut pen = Pen { out: String::new(), classes: true };
    pen.doc(doc);
    let head = format!(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<style>\n{STYLE}</style>\n"
    );
    page(doc, &head, &format!("<article>\n{}</article>\n", pen.out))
}

/// Written so that a reader of XML can read it back too.
fn page(doc: &Doc, head: &str, body: &str) -> String {
    let (title, unit) = (escaped(&property(&doc.meta.title)), escaped(&property(&doc.meta.unit)));
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>{title}</title>\n\
         <meta name=\"author\" content=\"{unit}\"/>\n{head}</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

struct Pen {
    out: String,
    /// Whether our own style will want to know 署名 from 正文.
    classes: bool,
}

impl Pen {
    fn doc(&mut self, doc: &Doc) {
        self.around("header", doc.letterhead.iter().flat_map(Letterhead::lines));
        for block in &doc.blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(table) => self.table(table),
            }
        }
        self.around("footer", doc.imprint.iter().flat_map(Imprint::lines));
    }

    /// What stands above or below the report itself, a line a paragraph.
    fn around(&mut self, tag: &str, lines: impl Iterator<Item = String>) {
        let mut lines = lines.peekable();
        if lines.peek().is_none() {
            return;
        }
        self.out.push_str(&format!("<{tag}>\n"));
        for line in lines {
            self.out.push_str(&format!("<p>{}</p>\n", escaped(&clean(&line))));
        }
        self.out.push_str(&format!("</{tag}>\n"));
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let (tag, class) = match paragraph.role {
            Role::Title => ("h1".to_owned(), ""),
            Role::Heading(level) => (format!("h{}", level.clamp(1, 4) + 1), ""),
            Role::Addressee => ("p".to_owned(), "addressee"),
            Role::Signature => ("p".to_owned(), "signature"),
            Role::Date => ("p".to_owned(), "date"),
            Role::AttachmentTitle => ("h2".to_owned(), "attachment-title"),
            Role::AttachmentLabel => ("p".to_owned(), "attachment-label"),
            Role::Caption => ("p".to_owned(), "caption"),
            Role::Body | Role::AttachmentNote | Role::Note => ("p".to_owned(), ""),
        };
        let heading = tag != "p";
        if self.classes && !class.is_empty() {
            self.out.push_str(&format!("<{tag} class=\"{class}\">"));
        } else {
            self.out.push_str(&format!("<{tag}>"));
        }
        self.inlines(&paragraph.inlines, heading);
        self.out.push_str(&format!("</{tag}>\n"));
    }

    /// A heading sentence that runs into its paragraph is strong; a heading is one already.
    fn inlines(&mut self, inlines: &[Inline], heading: bool) {
        let mut strong = false;
        for inline in inlines {
            let Inline::Text(text) = inline else {
                self.out.push_str("<br/>");
                continue;
            };
            let wanted = !heading && matches!(text.face, Face::Heading(_));
            if wanted != strong {
                self.out.push_str(if wanted { "<strong>" } else { "</strong>" });
                strong = wanted;
            }
            self.out.push_str(&escaped(&clean(&text.text)));
        }
        if strong {
            self.out.push_str("</strong>");
        }
    }

    fn table(&mut self, table: &Table) {
        let heads = table.header_rows.min(table.rows.len());
        let (head, body) = table.rows.split_at(heads);
        self.out.push_str("<table>\n");
        for (rows, tag, heading) in [(head, "thead", true), (body, "tbody", false)] {
            if rows.is_empty() {
                continue;
            }
            self.out.push_str(&format!("<{tag}>\n"));
            for (n, row) in rows.iter().enumerate() {
                self.out.push_str("<tr>");
                row.iter().for_each(|cell| self.cell(cell, heading, rows.len() - n));
                self.out.push_str("</tr>\n");
            }
            self.out.push_str(&format!("</{tag}>\n"));
        }
        self.out.push_str("</table>\n");
    }

    /// `below`: rows of its part of the table from its own on; no cell reaches further.
    fn cell(&mut self, cell: &Cell, heading: bool, below: usize) {
        let tag = if heading { "th" } else { "td" };
        self.out.push_str(&format!("<{tag}"));
        let class = match cell.align {
            Align::Left => "",
            Align::Centre => "centre",
            Align::Right => "right",
        };
        if self.classes && !heading && !class.is_empty() {
            self.out.push_str(&format!(" class=\"{class}\""));
        }
        if heading {
            let scope = if cell.columns > 1 { "colgroup" } else { "col" };
            self.out.push_str(&format!(" scope=\"{scope}\""));
        }
        let rows = usize::from(cell.rows).min(below);
        for (name, count) in [("colspan", usize::from(cell.columns)), ("rowspan", rows)] {
            if count > 1 {
                self.out.push_str(&format!(" {name}=\"{count}\""));
            }
        }
        self.out.push('>');
        self.inlines(&cell.inlines, heading);
        self.out.push_str(&format!("</{tag}>"));
    }
}

/// Text of the report and properties of the page; a line end is a break.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br/>"),
            c => out.push(c),
        }
    }
    out
}
