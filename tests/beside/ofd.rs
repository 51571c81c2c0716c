//! OFD as others read it: ofdkit its text, sofd its pages, each beside our PDF of the same report.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::tools::{present, run, venv};
use crate::{Place, place, set_around};

/// The year's report as OFD and as PDF.
fn written(place: &Place) -> [PathBuf; 2] {
    ["ofd", "pdf"].map(|ending| {
        let path = place.path(&format!("年报.{ending}"));
        place.call("export.write", json!({"year": 2023, "path": path}));
        path.into()
    })
}

/// The sample with a letterhead, a table over several pages, names in rare characters and an imprint.
fn sample() -> Place {
    let place = place();
    place.call("library.sample", json!({}));
    let attachments = json!([
        {"of": "ledger", "title": "主要数据"},
        {"of": "text", "title": "人员名单", "body": "工作人员张䶮、李𠀀，见 Office 文件。"},
    ]);
    set_around(&place, json!({"attachments": attachments}));
    place
}

/// Where the set-up puts it.
fn sofd() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("../sofd/bin/sofd")
}

/// Pages apart by form feeds, as pdftotext has them: as drawn, and as ofdkit would read them out.
const READ: &str = "
import sys, ofdkit
with ofdkit.open(sys.argv[1]) as d:
    if sys.argv[2] == 'drawn':
        pages = [''.join(run.text for run in page.runs) for page in d.pages]
    else:
        pages = [page.text() for page in d.pages]
    print('\\f'.join(pages))
";

fn pages(text: &str) -> Vec<String> {
    let close = |page: &str| page.chars().filter(|c| !c.is_whitespace()).collect();
    text.trim_end_matches(['\u{C}', '\n']).split('\u{C}').map(close).collect()
}

#[test]
fn ofdkit_reads_the_text_of_every_page_as_it_stands_in_the_pdf() {
    let python = venv("python");
    if !present(&[&python, Path::new("pdftotext")]) {
        return;
    }
    let place = sample();
    let [ofd, pdf] = written(&place);
    let read = |how| pages(&run(&python, &["-c", READ, ofd.to_str().unwrap(), how]));
    let of_pdf = pages(&run(Path::new("pdftotext"), &["-raw", pdf.to_str().unwrap(), "-"]));
    assert_eq!(read("drawn"), of_pdf);
    let table = |page: &String| page.contains("序号") && page.contains("指标");
    for (n, (told, meant)) in read("told").iter().zip(&of_pdf).enumerate() {
        if table(meant) {
            // Beside each other in a row, above each other in a cell: there are two orders.
            let sorted = |page: &str| {
                let mut all: Vec<char> = page.chars().collect();
                all.sort_unstable();
                all
            };
            assert_eq!(sorted(told), sorted(meant), "page {}", n + 1);
        } else {
            assert_eq!(told, meant, "page {}", n + 1);
        }
    }
    assert!(of_pdf.iter().any(table) && of_pdf.last().unwrap().contains("张䶮、李𠀀，"));
}

/// Ink of a page, row by row.
struct Ink {
    width: usize,
    grey: Vec<u8>,
}

const DARK: u8 = 110;
const GREY: u8 = 180;

impl Ink {
    fn png(path: &Path) -> Self {
        let mut decoder = png::Decoder::new(BufReader::new(File::open(path).unwrap()));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        let samples = info.color_type.samples();
        let grey = bytes.chunks_exact(samples).map(|pixel| {
            let colours = pixel.get(..3).unwrap_or(&pixel[..1]);
            let sum: u32 = colours.iter().copied().map(u32::from).sum();
            u8::try_from(sum / colours.len() as u32).unwrap()
        });
        Self { width: info.width as usize, grey: grey.collect() }
    }

    /// Whether there is ink within two pixels.
    fn near(&self, n: usize) -> bool {
        let (x, y) = (n % self.width, n / self.width);
        let rows = self.grey.len() / self.width;
        (y.saturating_sub(2)..(y + 3).min(rows)).any(|y| {
            let row = &self.grey[y * self.width..(y + 1) * self.width];
            row[x.saturating_sub(2)..(x + 3).min(self.width)].iter().any(|grey| *grey < GREY)
        })
    }

    /// How many of a thousand dark points have nothing beside them in the other.
    fn apart(&self, other: &Self) -> usize {
        let dark: Vec<usize> = (0..self.grey.len()).filter(|n| self.grey[*n] < DARK).collect();
        let alone = dark.iter().filter(|n| !other.near(**n)).count();
        alone * 1000 / dark.len().max(1)
    }
}

#[test]
fn sofd_draws_every_page_as_it_stands_in_the_pdf() {
    let sofd = sofd();
    if !present(&[&sofd, Path::new("pdftoppm")]) {
        return;
    }
    let place = sample();
    let [ofd, pdf] = written(&place);
    let count = pages(&run(Path::new("pdftotext"), &[pdf.to_str().unwrap(), "-"])).len();
    let info = run(&sofd, &["info", ofd.to_str().unwrap()]);
    assert!(info.contains(&format!("Pages: {count}\n")), "{info}");
    assert!(info.contains("Page size: 210.0 x 297.0 mm"), "{info}");
    let audit = run(&sofd, &["audit", ofd.to_str().unwrap()]);
    assert!(!audit.contains("[error]"), "{audit}");
    // A page of each kind: letterhead, text, table, imprint.
    for n in [0, 1, count - 3, count - 1] {
        let ours = place.path(&format!("ofd-{n}.png"));
        let theirs = place.path(&format!("pdf-{n}"));
        let (page, of_pdf) = (n.to_string(), (n + 1).to_string());
        let draw = ["render", ofd.to_str().unwrap(), "--page", &page, "--dpi", "100", "-o", &ours];
        run(&sofd, &draw);
        let size = ["-r", "100", "-png", "-singlefile", "-f", &of_pdf, "-l", &of_pdf];
        run(Path::new("pdftoppm"), &[&size[..], &[pdf.to_str().unwrap(), &theirs]].concat());
        let [ours, theirs] = [ours, format!("{theirs}.png")].map(|path| Ink::png(Path::new(&path)));
        assert_eq!((ours.width, ours.grey.len()), (theirs.width, theirs.grey.len()));
        let (more, less) = (ours.apart(&theirs), theirs.apart(&ours));
        assert!(more <= 10 && less <= 20, "page {}: {more} ‰ too much, {less} ‰ missing", n + 1);
    }
}
