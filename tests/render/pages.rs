//! A PDF as lines of text with their places, in millimetres from the paper's upper left corner.

use std::path::Path;

use crate::tools::run;

pub struct Page {
    pub lines: Vec<Line>,
}

#[derive(Debug)]
pub struct Line {
    pub x0: f64,
    pub x1: f64,
    pub y0: f64,
    pub y1: f64,
    pub text: String,
}

impl Line {
    pub fn count(&self) -> usize {
        self.text.chars().count()
    }
}

/// Bottom of 版心: 297 − 35 mm.
pub const TEXT_BOTTOM: f64 = 262.0;
pub const TEXT_LEFT: f64 = 28.0;
pub const TEXT_RIGHT: f64 = 184.0;

impl Page {
    /// Lines inside the text block.
    pub fn body(&self) -> Vec<&Line> {
        self.lines.iter().filter(|l| l.y1 < TEXT_BOTTOM + 3.0).collect()
    }

    pub fn footer(&self) -> Option<&Line> {
        self.lines.iter().find(|l| l.y0 > TEXT_BOTTOM)
    }

    pub fn text(&self) -> String {
        self.lines.iter().map(|l| l.text.as_str()).collect()
    }

    pub fn line(&self, with: &str) -> Option<&Line> {
        self.lines.iter().find(|l| l.text.contains(with))
    }
}

pub fn read(pdf: &Path) -> Vec<Page> {
    let boxes = run(Path::new("pdftotext"), &["-bbox", pdf.to_str().unwrap(), "-"]);
    let mut pages: Vec<Page> = Vec::new();
    for row in boxes.lines().map(str::trim) {
        if row.starts_with("<page ") {
            pages.push(Page { lines: Vec::new() });
        } else if row.starts_with("<word ") {
            let word = Line {
                x0: number(row, "xMin"),
                x1: number(row, "xMax"),
                y0: number(row, "yMin"),
                y1: number(row, "yMax"),
                text: content(row),
            };
            put(pages.last_mut().unwrap(), word);
        }
    }
    for page in &mut pages {
        page.lines.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    }
    pages
}

/// Words whose middles are level are one line.
fn put(page: &mut Page, word: Line) {
    let middle = (word.y0 + word.y1) / 2.0;
    match page.lines.iter_mut().find(|l| ((l.y0 + l.y1) / 2.0 - middle).abs() < 2.0) {
        Some(line) => {
            if word.x0 < line.x0 {
                line.text.insert_str(0, &word.text);
            } else {
                line.text.push_str(&word.text);
            }
            line.x0 = line.x0.min(word.x0);
            line.x1 = line.x1.max(word.x1);
            line.y0 = line.y0.min(word.y0);
            line.y1 = line.y1.max(word.y1);
        }
        None => page.lines.push(word),
    }
}

fn number(row: &str, name: &str) -> f64 {
    let from = row.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    let rest = &row[from..];
    let points: f64 = rest[..rest.find('"').unwrap()].parse().unwrap();
    points * 25.4 / 72.0
}

fn content(row: &str) -> String {
    let from = row.find('>').unwrap() + 1;
    let text = &row[from..row.rfind("</word>").unwrap()];
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
