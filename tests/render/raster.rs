//! Ink on a page: what poppler's boxes of text cannot tell.

use std::path::Path;

use crate::tools::run;

const DPI: f64 = 300.0;
const MM: f64 = 25.4 / DPI;

pub struct Ink {
    width: usize,
    pixels: Vec<u8>,
}

/// Page `n` (from 1) of a PDF.
pub fn page(pdf: &Path, n: usize) -> Ink {
    let out = pdf.with_extension(format!("{n}"));
    let n = n.to_string();
    let dpi = DPI.to_string();
    let args = ["-gray", "-singlefile", "-r", &dpi, "-f", &n, "-l", &n];
    let files = [pdf.to_str().unwrap(), out.to_str().unwrap()];
    run(Path::new("pdftoppm"), &[&args[..], &files[..]].concat());
    let picture = out.with_extension(format!("{n}.pgm"));
    let bytes = std::fs::read(&picture).unwrap();
    std::fs::remove_file(&picture).unwrap();
    // "P5\nWIDTH HEIGHT\n255\n" and then the pixels.
    let mut lines = bytes.splitn(4, |b| *b == b'\n');
    let size = String::from_utf8(lines.nth(1).unwrap().to_vec()).unwrap();
    let width = size.split(' ').next().unwrap().parse().unwrap();
    Ink { width, pixels: lines.nth(1).unwrap().to_vec() }
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
}
