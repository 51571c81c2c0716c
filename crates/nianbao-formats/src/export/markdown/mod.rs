//! A report as Markdown (CommonMark, tables as GitHub has them).

mod read_back;

use nianbao_core::doc::{Block, Cell, Doc, Face, Inline, Paragraph, Role, Table};

use super::docx::clean;
use super::format::{Format, Output};
use super::said::{dropped, flat, property};

pub const FORMAT: Format = Format {
    key: "md",
    ending: "md",
    name: "Markdown",
    purpose: "给用 Markdown 的网站和笔记软件用，标题和表格都保留",
    write: |doc, _| Ok(Output { bytes: write(doc).into_bytes(), dropped: dropped(doc) }),
    verify: read_back::verify,
};

/// Unit and title stand above the text, where readers of Markdown look for them.
fn write(doc: &Doc) -> String {
    let quoted = |text: &str| property(text).replace('\\', "\\\\").replace('"', "\\\"");
    let mut out = format!(
        "---\ntitle: \"{}\"\nauthor: \"{}\"\nlang: zh-CN\n---\n",
        quoted(&doc.meta.title),
        quoted(&doc.meta.unit)
    );
    for block in &flat(doc).blocks {
        out.push('\n');
        match block {
            Block::Paragraph(paragraph) => write_paragraph(&mut out, paragraph),
            Block::Table(table) => write_table(&mut out, table),
        }
    }
    out
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph) {
    let level = match paragraph.role {
        Role::Title => 1,
        Role::Heading(level) => usize::from(level.clamp(1, 4)) + 1,
        Role::AttachmentTitle => 2,
        _ => 0,
    };
    if level > 0 {
        // A heading is one line.
        let text = clean(&paragraph.plain()).replace('\n', "");
        let text = text.trim_start_matches([' ', '\t']);
        if !text.is_empty() {
            out.push_str(&format!("{} {}", "#".repeat(level), escaped(text, false)));
        }
    } else {
        let mut lines = runs(&paragraph.inlines);
        while lines.pop_if(|line| line.is_empty()).is_some() {}
        let lines: Vec<String> = lines.into_iter().skip_while(String::is_empty).collect();
        out.push_str(&lines.join("\\\n"));
    }
    out.push('\n');
}

/// The lines of a paragraph, heading sentences in bold.
fn runs(inlines: &[Inline]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for inline in inlines {
        let Inline::Text(run) = inline else {
            lines.push(String::new());
            continue;
        };
        let bold = matches!(run.face, Face::Heading(_));
        for (n, text) in clean(&run.text).split('\n').enumerate() {
            if n > 0 {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                let at_start = line.is_empty();
                let text = if at_start { text.trim_start_matches([' ', '\t']) } else { text };
                if bold && at_start {
                    line.push_str(&strong(text));
                } else {
                    line.push_str(&escaped(text, at_start));
                }
            }
        }
    }
    lines
}

/// `**` after a full stop and before a letter ends nothing by CommonMark's rules, which were made for
/// texts with blanks: closing marks stand outside.
fn strong(text: &str) -> String {
    let inner = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if inner.is_empty() {
        return escaped(text, true);
    }
    format!("**{}**{}", escaped(inner, false), escaped(&text[inner.len()..], false))
}

/// `start`: at a line's beginning, where more marks mean something.
fn escaped(text: &str, start: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let word = |n: Option<&char>| n.is_some_and(|c| c.is_alphanumeric());
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    for (n, &c) in chars.iter().enumerate() {
        let inside = word(n.checked_sub(1).and_then(|n| chars.get(n))) && word(chars.get(n + 1));
        let means = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' => true,
            '_' => !inside,
            '#' => n == 0 || n + 1 == chars.len(),
            '-' | '+' | '=' => start && n == 0,
            '.' | ')' => {
                let blank = chars.get(n + 1).is_none_or(|c| c.is_whitespace());
                start && n > 0 && n == digits && blank
            }
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// There are no spans in Markdown: a merged cell stands in its first place, the others stay empty.
fn write_table(out: &mut String, table: &Table) {
    let rows = grid(table);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |out: &mut String, cells: &[String]| {
        out.push('|');
        for n in 0..columns {
            out.push_str(&format!(" {} |", cells.get(n).map_or("", String::as_str)));
        }
        out.push('\n');
    };
    // The first row is the head by the format's rules, whether there is one or not.
    let (head, body) = match rows.split_first() {
        Some((head, body)) if table.header_rows > 0 => (head.as_slice(), body),
        _ => (&[][..], rows.as_slice()),
    };
    line(out, head);
    out.push('|');
    out.push_str(&" --- |".repeat(columns));
    out.push('\n');
    body.iter().for_each(|row| line(out, row));
}

fn grid(table: &Table) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<Option<String>>> = vec![Vec::new(); table.rows.len()];
    for (n, row) in table.rows.iter().enumerate() {
        let mut at = 0;
        for cell in row {
            while rows[n].get(at).is_some_and(Option::is_some) {
                at += 1;
            }
            let (wide, high) = (usize::from(cell.columns.max(1)), usize::from(cell.rows.max(1)));
            for covered in rows.iter_mut().skip(n).take(high) {
                if covered.len() < at + wide {
                    covered.resize(at + wide, None);
                }
                for place in &mut covered[at..at + wide] {
                    place.get_or_insert_default();
                }
            }
            rows[n][at] = Some(in_cell(cell));
            at += wide;
        }
    }
    rows.into_iter().map(|row| row.into_iter().map(Option::unwrap_or_default).collect()).collect()
}

fn in_cell(cell: &Cell) -> String {
    let text = super::said::plain(&cell.inlines).replace('\t', " ");
    escaped(text.trim(), false).replace('\n', "<br>")
}
