//! What other programs make of our Word files: LibreOffice sets the pages, poppler measures them,
//! python-docx and pandoc read them, openxml-audit checks them against the schema.
//! The faces here stand in for the official ones: every Chinese one is an em wide, so the grid is the same.
// Tests write into the build's own folder; no reader's file is at stake.
#![allow(clippy::disallowed_methods)]
// A helper that finds nothing is a failed test.
#![allow(clippy::unwrap_used)]

#[path = "../../crates/nianbao-formats/tests/docx/build.rs"]
mod build;
mod layout;
mod official;
mod pages;
mod raster;
mod readers;
mod samples;
mod tools;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use nianbao_formats::export::docx;

/// Folder of all samples as .docx and .pdf, made once. None: LibreOffice or poppler is missing.
fn rendered() -> Option<&'static Path> {
    static DONE: OnceLock<bool> = OnceLock::new();
    DONE.get_or_init(|| {
        let there = tools::present(&["soffice", "pdftotext", "pdftoppm"].map(Path::new));
        if there {
            render(written());
        }
        there
    })
    .then(written)
}

fn render(folder: &Path) {
    // A profile of its own: LibreOffice refuses to run twice on one.
    let profile = folder.join("profile");
    let user = format!("-env:UserInstallation=file://{}", profile.display());
    let files: Vec<String> = samples::all()
        .iter()
        .map(|sample| folder.join(format!("{}.docx", sample.0)).display().to_string())
        .collect();
    let out = folder.display().to_string();
    let mut args = vec![&*user, "--headless", "--convert-to", "pdf", "--outdir", &out];
    args.extend(files.iter().map(String::as_str));
    tools::run(Path::new("soffice"), &args);
    std::fs::remove_dir_all(&profile).unwrap();
}

/// Folder of all samples as .docx. One for each run of the tests: two may run at once.
fn written() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let name = format!("render-{}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, doc, style) in samples::all() {
            let written = docx::write(&doc, &style).unwrap();
            std::fs::write(folder.join(format!("{name}.docx")), written.bytes).unwrap();
        }
        folder
    })
}

fn pages(name: &str) -> Option<Vec<pages::Page>> {
    rendered().map(|folder| pages::read(&folder.join(format!("{name}.pdf"))))
}
