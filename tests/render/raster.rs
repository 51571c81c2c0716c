//! Ink on a page: what poppler's boxes of text cannot tell.

use std::path::Path;

use crate::tools::run;

const DPI: f64 = 300.0;
const MM: f64 = 25.4 / DPI;

pub struct Ink {
    width: usize,
    /// How dark, 0 to 255, and how red.
    pixels: Vec<u8>,
    red: Vec<bool>,
}

/// A horizontal rule, in mm.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub top: f64,
    pub bottom: f64,
    pub left: f64,
    pub right: f64,
}

/// Page `n` (from 1) of a PDF.
pub fn page(pdf: &Path, n: usize) -> Ink {
    let out = pdf.with_extension(format!("{n}"));
    let n = n.to_string();
    let dpi = DPI.to_string();
    let args = ["-singlefile", "-r", &dpi, "-f", &n, "-l", &n];
    let files = [pdf.to_str().unwrap(), out.to_str().unwrap()];
    run(Path::new("pdftoppm"), &[&args[..], &files[..]].concat());
    let picture = out.with_extension(format!("{n}.ppm"));
    let bytes = std::fs::read(&picture).unwrap();
    std::fs::remove_file(&picture).unwrap();
    // "P6\nWIDTH HEIGHT\n255\n" and then the pixels.
    let mut lines = bytes.splitn(4, |b| *b == b'\n');
    let size = String::from_utf8(lines.nth(1).unwrap().to_vec()).unwrap();
    let width = size.split(' ').next().unwrap().parse().unwrap();
    let colours: Vec<_> = lines.nth(1).unwrap().chunks_exact(3).collect();
    let grey = |c: &&[u8]| ((u16::from(c[0]) + u16::from(c[1]) * 2 + u16::from(c[2])) / 4) as u8;
    let red = |c: &&[u8]| c[0] > 200 && c[1] < 100 && c[2] < 100;
    Ink {
        width,
        pixels: colours.iter().map(grey).collect(),
        red: colours.iter().map(red).collect(),
    }
}

impl Ink {
    /// Upper edge in mm of the leftmost mark, a few millimetres wide, below `from` mm.
    pub fn top_of_first_mark(&self, from: f64) -> f64 {
        let rows = || self.pixels.chunks(self.width).enumerate().skip((from / MM) as usize);
        let dark = |p: &u8| *p < 128;
        let left = rows().filter_map(|(_, row)| row.iter().position(dark)).min().unwrap();
        let mark = left..left + (3.0 / MM) as usize;
        let top = rows().find(|(_, row)| row[mark.clone()].iter().any(dark)).unwrap().0;
        top as f64 * MM
    }

    fn rows(&self) -> usize {
        self.pixels.len() / self.width
    }

    /// Upper edge in mm of the first red ink below `from` mm.
    pub fn top_of_red(&self, from: f64) -> f64 {
        let red = |row: &usize| self.red[row * self.width..(row + 1) * self.width].contains(&true);
        ((from / MM) as usize..self.rows()).find(red).unwrap() as f64 * MM
    }

    /// The red line: red over more than half the page's width.
    pub fn red_rule(&self) -> Option<Rule> {
        self.rules(&self.red, 0.0, 297.0).into_iter().next()
    }

    /// Black rules between two heights.
    pub fn black_rules(&self, from: f64, to: f64) -> Vec<Rule> {
        let dark: Vec<bool> = self.pixels.iter().map(|p| *p < 140).collect();
        self.rules(&dark, from, to)
    }

    fn rules(&self, ink: &[bool], from: f64, to: f64) -> Vec<Rule> {
        let mut rules: Vec<Rule> = Vec::new();
        let rows = (from / MM) as usize..self.rows().min((to / MM) as usize);
        for row in rows {
            let pixels = &ink[row * self.width..(row + 1) * self.width];
            if pixels.iter().filter(|p| **p).count() * 2 < self.width {
                continue;
            }
            let top = row as f64 * MM;
            match rules.last_mut().filter(|last| top - last.bottom < MM / 2.0) {
                Some(last) => last.bottom = top + MM,
                None => rules.push(Rule {
                    top,
                    bottom: top + MM,
                    left: pixels.iter().position(|p| *p).unwrap() as f64 * MM,
                    right: pixels.iter().rposition(|p| *p).unwrap() as f64 * MM + MM,
                }),
            }
        }
        rules
    }

    /// Lower edge of what is dark between two heights and two sides.
    pub fn bottom_between(&self, from: f64, to: f64, left: f64, right: f64) -> f64 {
        let columns = (left / MM) as usize..(right / MM) as usize;
        let dark = |row: &usize| {
            let pixels = &self.pixels[row * self.width..(row + 1) * self.width];
            pixels[columns.clone()].iter().any(|p| *p < 140)
        };
        let last = ((from / MM) as usize..(to / MM) as usize).rev().find(dark).unwrap();
        (last + 1) as f64 * MM
    }
}
