//! What python-docx, pandoc and openxml-audit read.

use std::path::Path;

use nianbao_core::diff::redline;
use nianbao_core::doc::{Doc, Role};
use nianbao_formats::export::docx::{self, Author, Looks, write_redline};

use crate::tools::{present, run, venv};
use crate::{build, written};

const PARAGRAPHS: &str = "
import sys, docx
d = docx.Document(sys.argv[1])
print(d.core_properties.title, d.core_properties.author, sep='|')
for p in d.paragraphs:
    print(p.style.name, p.text, sep='|')
";

#[test]
fn python_docx_reads_title_and_headings() {
    let python = venv("python");
    if !present(&[&python]) {
        return;
    }
    let file = written().join("report.docx");
    let read = run(&python, &["-c", PARAGRAPHS, file.to_str().unwrap()]);
    let mut lines = read.lines();
    let doc = build::report();
    assert_eq!(lines.next().unwrap(), format!("{}|{}", doc.meta.title, doc.meta.unit));
    for paragraph in doc.paragraphs() {
        let style = match paragraph.role {
            Role::Title => "Title",
            Role::Addressee => "Salutation",
            Role::Heading(1) => "Heading 1",
            Role::Heading(_) => "Heading 2",
            Role::Body => "Body Text",
            Role::Signature => "Signature",
            Role::Date => "Date",
            other => unreachable!("{other:?} is not in the report"),
        };
        assert_eq!(lines.next().unwrap(), format!("{style}|{}", paragraph.plain()));
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn pandoc_reads_title_and_headings() {
    let pandoc = Path::new("pandoc");
    if !present(&[pandoc]) {
        return;
    }
    let file = written().join("report.docx");
    let args = ["-t", "markdown-smart", "--wrap=none", "-s", file.to_str().unwrap()];
    let read = run(pandoc, &args);
    let title = read.lines().find_map(|line| line.strip_prefix("title: ")).unwrap();
    assert_eq!(title, build::report().meta.title);
    let doc = build::report();
    let headings = doc.paragraphs().filter_map(|p| match p.role {
        Role::Heading(n) => Some(format!("{} {}", "#".repeat(n.into()), p.plain())),
        _ => None,
    });
    let found = read.lines().filter(|line| line.starts_with('#'));
    let found: Vec<_> = found.map(|line| line.split(" {").next().unwrap().to_owned()).collect();
    assert_eq!(found, headings.collect::<Vec<_>>());
}

#[test]
fn openxml_audit_finds_no_error() {
    let audit = venv("openxml-audit");
    if !present(&[&audit]) {
        return;
    }
    for (name, ..) in crate::samples::all() {
        let file = written().join(format!("{name}.docx"));
        let said = run(&audit, &[file.to_str().unwrap()]);
        assert!(said.contains("Errors: 0"), "{name}: {said}");
    }
    let redline = redline(&build::report(), &build::revised_report());
    let author = Author { name: "法治年报", at: "2024-01-12T01:30:00Z" };
    let file = written().join("redline.docx");
    std::fs::write(&file, write_redline(&redline, &Looks::default(), author).unwrap().bytes)
        .unwrap();
    let said = run(&audit, &[file.to_str().unwrap()]);
    assert!(said.contains("Errors: 0"), "redline: {said}");
}

#[test]
fn pandoc_accepts_to_the_new_report_and_rejects_to_the_old_one() {
    let pandoc = Path::new("pandoc");
    if !present(&[pandoc]) {
        return;
    }
    let (old, new) = (build::report(), build::revised_report());
    let author = Author { name: "法治年报", at: "2024-01-12T01:30:00Z" };
    let redline = write_redline(&redline(&old, &new), &Looks::default(), author).unwrap();
    let plain = |name: &str, bytes: &[u8], changes: &str| {
        let file = written().join(name);
        std::fs::write(&file, bytes).unwrap();
        let track = format!("--track-changes={changes}");
        run(pandoc, &["-f", "docx", "-t", "plain", "--wrap=none", &track, file.to_str().unwrap()])
    };
    let alone = |name: &str, doc: &Doc| {
        plain(name, &docx::write(doc, &Looks::default()).unwrap().bytes, "accept")
    };
    assert_eq!(plain("red.docx", &redline.bytes, "accept"), alone("new.docx", &new));
    assert_eq!(plain("red.docx", &redline.bytes, "reject"), alone("old.docx", &old));
}
