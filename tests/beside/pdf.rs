//! What others find in our PDF: PDFBox whether it is an archive's, poppler its text, outline and title.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::{Place, place, set_around, tools};

/// Where Debian puts the parts of PDFBox's check.
const JAVA: &str = "/usr/share/java";
const JARS: [&str; 7] = [
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "javax.activation",
    "jaxb-api",
];

/// The sample with everything around it, and names that few faces have.
fn sample() -> Place {
    let place = place();
    place.call("library.sample", json!({}));
    set_around(&place, json!({}));
    let year = place.call("year.get", json!({"year": 2023}));
    let id = &year["achievements"][0]["id"];
    let body = "由王䶮、李𠀀、张珺负责，按季度调度。";
    let fields = json!({ "body": body });
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    place
}

fn exported(place: &Place) -> PathBuf {
    // Java reads names by the locale, which may know no Chinese.
    let path = place.path("report.pdf");
    place.call("export.write", json!({"year": 2023, "path": path}));
    PathBuf::from(path)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Text of a block's runs, those of a heading level alone if one is given.
fn words(block: &Value, heading: bool) -> String {
    let own = block["role"]["is"] == "heading";
    list(block, "inlines")
        .iter()
        .filter(|inline| !heading || own || inline["face"]["is"] == "heading")
        .filter_map(|inline| inline["text"].as_str())
        .collect()
}

#[test]
fn the_pdf_is_an_archives_but_for_what_its_newer_part_allows() {
    let jars = JARS.map(|jar| format!("{JAVA}/{jar}.jar"));
    if !tools::present(&[Path::new("java")]) || !there(&jars) {
        return;
    }
    let place = sample();
    let file = exported(&place);
    // PDFBox knows PDF/A-1b alone. Ours is 2b, which allows more: what it remarks on is that and no more.
    let allowed = [
        // The file says that it is of part 2.
        "7.11.2 : Error on MetaData, part must be 1",
        // Colour profiles of version 4.
        "2.1.6 : Invalid graphics object, Invalid version of the ICCProfile",
        // A place written as a reference, which PDFBox 2 cannot follow.
        "1.2.3 : Body Syntax error, Error: can't convert to Destination COSObject",
    ];
    let path = jars.join(":");
    let file = file.to_str().unwrap();
    let main = "org.apache.pdfbox.preflight.Validator_A1b";
    let said = said(Path::new("java"), &["-cp", &path, main, file]);
    let remarks: Vec<&str> =
        said.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert!(remarks.iter().any(|line| line.starts_with(allowed[0])), "{said}");
    let wrong: Vec<&&str> =
        remarks.iter().filter(|line| !allowed.iter().any(|a| line.starts_with(a))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_text_comes_out_in_the_order_it_is_read() {
    if !tools::present(&[Path::new("pdftotext")]) {
        return;
    }
    let place = sample();
    let file = exported(&place);
    let args = ["-raw", file.to_str().unwrap(), "-"];
    let pages = tools::run(Path::new("pdftotext"), &args);
    // Page numbers stand between: each is the last line of its page.
    let pages = pages.split('\u{c}').enumerate().map(|(n, page)| {
        let page = squeezed(page);
        page.strip_suffix(&format!("—{}—", n + 1)).unwrap_or(&page).to_owned()
    });
    let text: String = pages.collect();
    assert!(!text.contains('\u{FFFD}'));
    let draft = place.call("draft.compose", json!({"year": 2023}));
    let mut rest = text.as_str();
    let mut found = 0;
    for block in list(&draft, "blocks").iter().filter(|block| block["block"] == "paragraph") {
        let wanted = squeezed(&words(block, false));
        let Some(at) = rest.find(&wanted) else {
            panic!("“{wanted}” is not in the text, or not in its place: {rest}");
        };
        rest = &rest[at + wanted.len()..];
        found += 1;
    }
    assert!(found > 40, "{found} paragraphs");
    assert!(text.contains("王䶮、李𠀀、张珺"));
}

#[test]
fn title_language_and_outline_are_the_reports() {
    if !tools::present(&["pdfinfo", "pdftohtml"].map(Path::new)) {
        return;
    }
    let place = sample();
    let file = exported(&place);
    let name = file.to_str().unwrap();
    let draft = place.call("draft.compose", json!({"year": 2023}));
    let info = tools::run(Path::new("pdfinfo"), &[name]);
    let title = squeezed(draft["meta"]["title"].as_str().unwrap());
    let titled = info.lines().find_map(|line| line.strip_prefix("Title:")).unwrap();
    assert_eq!(squeezed(titled), title);
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.windows(12).any(|part| part == b"/Lang(zh-CN)"));
    let xml = tools::run(Path::new("pdftohtml"), &["-xml", "-i", "-stdout", name]);
    let items = xml.lines().filter_map(|line| {
        let item = line.strip_prefix("<item page=\"")?.split_once('>')?.1;
        item.strip_suffix("</item>")
    });
    let items: Vec<String> = items.map(squeezed).collect();
    let headings: Vec<String> = list(&draft, "blocks")
        .iter()
        .map(|block| squeezed(&words(block, true)))
        .filter(|heading| !heading.is_empty())
        .collect();
    assert!(headings.len() > 10, "{headings:?}");
    assert_eq!(items, headings);
}

/// Whether all files are there; says which is not.
fn there(files: &[String]) -> bool {
    files.iter().all(|file| {
        let there = Path::new(file).is_file();
        if !there {
            let mut terminal = std::io::stderr();
            writeln!(terminal, "SKIPPED: {file} is not there").unwrap();
        }
        there
    })
}

/// What a program prints that fails because it found something.
fn said(program: &Path, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output().unwrap();
    [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat()
}
