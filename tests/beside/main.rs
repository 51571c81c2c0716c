//! Our own pages beside those of others: the Word file as LibreOffice sets it, the OFD as its readers do.
// Files of the tests' own.
#![allow(clippy::disallowed_methods)]
// A helper that finds nothing is a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]
// Shared with the tests of the Word files alone.
#![allow(dead_code)]

mod ofd;
#[path = "../render/pages.rs"]
mod pages;
mod pdf;
#[path = "../render/raster.rs"]
mod raster;
#[path = "../render/tools.rs"]
mod tools;

use std::path::{Path, PathBuf};

use nianbao_app::{Desk, Env};
use serde_json::{Value, json};
use tempfile::TempDir;

use pages::{Page, TEXT_BOTTOM, TEXT_LEFT, TEXT_RIGHT};

struct Place {
    desk: Desk,
    folder: TempDir,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    Place { desk: Desk::new(Env { data: folder.path().join("data") }), folder }
}

impl Place {
    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn call(&self, name: &str, args: Value) -> Value {
        self.desk.call(name, args).unwrap_or_else(|fault| panic!("{name}: {fault}"))
    }
}

/// The faces our pages fall back to here are LibreOffice's too, so that what differs is the layout.
fn same_faces(folder: &Path) -> PathBuf {
    let face = |wanted: &str, used: &str| {
        format!(
            "<match target=\"pattern\"><test name=\"family\"><string>{wanted}</string></test>\
             <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{used}</string></edit></match>"
        )
    };
    let mut faces = String::new();
    for wanted in ["仿宋_GB2312", "楷体_GB2312", "方正小标宋简体", "宋体"] {
        faces.push_str(&face(wanted, "Noto Serif CJK SC"));
    }
    faces.push_str(&face("黑体", "Noto Sans CJK SC"));
    let file = folder.join("fonts.conf");
    let text = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>\
         <include>/etc/fonts/fonts.conf</include>{faces}</fontconfig>"
    );
    std::fs::write(&file, text).unwrap();
    file
}

/// The year's report as our own PDF and as LibreOffice's of the Word file. None: LibreOffice or
/// poppler is missing.
fn both(place: &Place) -> Option<[PathBuf; 2]> {
    if !tools::present(&["soffice", "pdftotext", "pdftoppm"].map(Path::new)) {
        return None;
    }
    for ending in ["docx", "pdf"] {
        let path = place.path(&format!("年报.{ending}"));
        place.call("export.write", json!({"year": 2023, "path": path}));
    }
    let folder = place.folder.path();
    let other = folder.join("word");
    let user = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let (out, file) = (other.display().to_string(), place.path("年报.docx"));
    let faces = format!("FONTCONFIG_FILE={}", same_faces(folder).display());
    let soffice = [&*faces, "soffice", &*user];
    let convert = ["--headless", "--convert-to", "pdf", "--outdir", &out, &file];
    tools::run(Path::new("env"), &[&soffice[..], &convert[..]].concat());
    Some([folder.join("年报.pdf"), other.join("年报.pdf")])
}

fn set_around(place: &Place, more: Value) {
    let mut fields = json!({
        "letterhead": {
            "on": true, "document": true, "copy": "000001", "urgency": "urgent",
            "number": "云林〔2024〕3号", "signers": "李某、王某某、赵某某",
        },
        "attachments": [
            {"of": "ledger", "title": "主要数据"},
            {"of": "text", "title": "人员名单", "body": "工作人员如下。"},
        ],
        "note": "此件公开发布",
        "imprint": {"on": true, "copies": "市委办公室，市政府办公室", "office": "办公室"},
    });
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    place.call("year.set", json!({"year": 2023, "fields": fields}));
}

/// Text of a page without its number, blanks and what only tables repeat.
fn text(page: &Page) -> String {
    let lines = page.lines.iter().filter(|line| line.y0 < TEXT_BOTTOM + 3.0 && line.y1 > 30.0);
    let text: String = lines.map(|line| line.text.as_str()).collect();
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// As many pages, and each begins within a line of the other's.
fn alike(files: &[PathBuf; 2]) {
    let [ours, theirs] = files.each_ref().map(|file| pages::read(file));
    assert_eq!(ours.len(), theirs.len(), "pages");
    let [mut ours_at, mut theirs_at] = [0_usize; 2];
    for (n, (our, their)) in ours.iter().zip(&theirs).enumerate() {
        ours_at += text(our).chars().count();
        theirs_at += text(their).chars().count();
        let apart = ours_at.abs_diff(theirs_at);
        assert!(apart <= 28, "page {} ends {apart} characters apart", n + 1);
    }
}

fn near(what: &str, is: f64, should: f64, within: f64) {
    assert!((is - should).abs() <= within, "{what}: {is:.2} mm, not {should:.2} ± {within}");
}

/// The measures of the standard, in one PDF.
fn measured(file: &Path) {
    let pages = pages::read(file);
    let first = raster::page(file, 1);
    near("ink of the mark", first.top_of_red(40.0), 72.0, 1.0);
    let number = pages[0].line("云林〔2024〕3号").unwrap();
    let rule = first.red_rule().unwrap();
    let bottom = first.bottom_between(number.y0, rule.top - 0.5, TEXT_LEFT, TEXT_RIGHT);
    near("red line under the number", rule.top - bottom, 4.0, 0.5);
    near("left end of the red line", rule.left, TEXT_LEFT, 0.3);
    near("right end of the red line", rule.right, TEXT_RIGHT, 0.3);
    let last = raster::page(file, pages.len()).black_rules(230.0, 267.0);
    near("last line of the imprint", last.last().unwrap().bottom, TEXT_BOTTOM, 1.0);
    for (page, n) in pages.iter().zip(1..) {
        let number = page.footer().unwrap();
        assert_eq!(number.text.replace(' ', ""), format!("—{n}—"));
        let small = 14.0 * 25.4 / 72.0;
        if n % 2 == 1 {
            near("odd number", number.x1, TEXT_RIGHT - small, 0.7);
        } else {
            near("even number", number.x0, TEXT_LEFT + small, 0.7);
        }
        let dash = raster::page(file, n).top_of_first_mark(TEXT_BOTTOM + 3.5);
        near("dash", dash - TEXT_BOTTOM, 7.0, 1.0);
    }
}

#[test]
fn the_sample_with_everything_around_it_is_the_same_pages_in_both() {
    let place = place();
    place.call("library.sample", json!({}));
    set_around(&place, json!({}));
    let Some(files) = both(&place) else { return };
    alike(&files);
    files.iter().for_each(|file| measured(file));
}

#[test]
fn in_the_other_preset_the_mark_and_the_last_line_stand_where_they_stood() {
    let place = place();
    place.call("library.sample", json!({}));
    set_around(&place, json!({"looks": {"margins": "compensated", "seal": "room"}}));
    let Some(files) = both(&place) else { return };
    alike(&files);
    files.iter().for_each(|file| measured(file));
}

/// Sixty pages without digits, whose width differs from face to face.
fn long(place: &Place) {
    let unit = json!({"name": "云溪市林业局", "short": "我局", "unit_kind": "department"});
    let path = place.path("年报.nianbao");
    let library = json!({"path": path, "unit": unit, "year": 2023, "template": "statutory"});
    place.call("library.create", library);
    let year = place.call("year.get", json!({"year": 2023}));
    let area = year["areas"][0]["id"].as_i64().unwrap();
    let sentence = "对照任务清单逐项抓好落实，按季度调度、按半年通报、按年度考核，推动法治建设与业务工作\
                    同部署、同检查、同考核，各项任务按期完成。";
    for n in 0..135 {
        let title = format!("抓好重点任务{}", "落实".repeat(1 + n % 4));
        let body = sentence.repeat(2 + n % 5);
        let record = json!({
            "kind": "achievement", "year": 2023, "area": area, "title": title, "body": body,
        });
        place.call("record.add", json!({ "record": record }));
    }
    for n in 0..30 {
        let key = format!("数据{n}");
        let record = json!({
            "kind": "figure", "year": 2023, "key": key, "label": "办案数", "value": "12", "unit": "件",
        });
        place.call("record.add", json!({ "record": record }));
    }
    set_around(place, json!({"dated": "2024-01-26"}));
}

#[test]
fn a_report_of_sixty_pages_breaks_at_the_same_lines_in_both() {
    let place = place();
    long(&place);
    let Some(files) = both(&place) else { return };
    let pages = pages::read(&files[0]).len();
    assert!((55..75).contains(&pages), "{pages} pages");
    alike(&files);
}

/// One paragraph of so many full lines, and a 版记 of three.
fn filled(lines: usize) -> Place {
    let place = place();
    let unit = json!({"name": "林业局", "short": "我局", "unit_kind": "department"});
    let path = place.path("年报.nianbao");
    let library = json!({"path": path, "unit": unit, "year": 2023, "template": "statutory"});
    place.call("library.create", library);
    let lead = "国".repeat(28 * lines - 2 - 1) + "。";
    let record = json!({"kind": "passage", "year": 2023, "slot": "lead", "body": lead});
    place.call("record.add", json!({ "record": record }));
    let copies = "市委办公室，市人大常委会办公室，市政府办公室，市政协办公室，市纪委监委";
    let fields = json!({
        "title": "工作报告", "signed": false, "opening": "", "closing": "",
        "imprint": {"on": true, "copies": copies, "printed": "2024-01-26"},
    });
    place.call("year.set", json!({"year": 2023, "fields": fields}));
    place
}

#[test]
fn text_never_runs_into_the_imprint() {
    // Of 22 lines a title takes two and a part; three and a part are the imprint's.
    for (lines, page) in [(17, 1), (18, 2), (20, 2), (40, 3)] {
        let place = filled(lines);
        let Some(files) = both(&place) else { return };
        for file in &files {
            let pages = pages::read(file);
            assert_eq!(pages.len(), page, "{lines} lines in {}", file.display());
            let last = pages.last().unwrap();
            let copied = last.line("抄送").unwrap().y0;
            let above = last.lines.iter().filter(|line| line.text.contains('国'));
            assert!(above.map(|line| line.y1).fold(0.0, f64::max) < copied, "{lines} lines");
        }
    }
}
