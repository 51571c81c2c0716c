//! The pages of a report: laid out, shown, written as PDF.

use nianbao_app::FaultCode;
use serde_json::json;

use crate::desk::place;

#[test]
fn the_pages_follow_the_records() {
    let place = place();
    place.sample();
    let layout = place.call("pages.lay", json!({"year": 2023}));
    let pages = layout["pages"].as_u64().unwrap();
    assert!(pages >= 5, "{pages} pages");
    let lines = layout["lines"].as_array().unwrap().len();
    // Every paragraph of the draft stands on some line.
    let draft = place.call("draft.compose", json!({"year": 2023}));
    let blocks = draft["blocks"].as_array().unwrap().len();
    for block in 0..blocks {
        assert!(layout["lines"].as_array().unwrap().iter().any(|line| line["block"] == block));
    }
    place.add(json!({
        "kind": "plan", "id": 0, "year": 2023, "title": "新增的计划",
        "body": "认真落实各项任务。".repeat(80), "order": 0,
    }));
    let longer = place.call("pages.lay", json!({"year": 2023}));
    assert!(longer["lines"].as_array().unwrap().len() > lines + 20);
    place.call("history.undo", json!({}));
    assert_eq!(place.call("pages.lay", json!({"year": 2023})), layout);
}

#[test]
fn a_page_is_a_picture_and_one_that_is_not_there_a_sentence() {
    let place = place();
    place.sample();
    let first = place.call("pages.show", json!({"year": 2023, "page": 0}));
    assert!(first["svg"].as_str().unwrap().starts_with("<svg"));
    let fault = place.fault("pages.show", json!({"year": 2023, "page": 999}));
    assert_eq!(fault.code, FaultCode::NotFound);
}

#[test]
fn a_report_is_written_as_pdf_and_nothing_is_overwritten_unasked() {
    let place = place();
    place.sample();
    let path = place.path("年报.pdf");
    let written = place.call("export.write", json!({"year": 2023, "path": path}));
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(written["bytes"], bytes.len());
    assert!(written["left_out"].as_array().unwrap().is_empty());
    // PDF/A says of itself what it is; neither user nor folder is in it.
    let holds = |what: &str| bytes.windows(what.len()).any(|w| w == what.as_bytes());
    assert!(holds("pdfaid:part"));
    assert!(!holds(place.folder.path().to_str().unwrap()));
    let fault = place.fault("export.write", json!({"year": 2023, "path": path}));
    assert_eq!(fault.code, FaultCode::Exists);
}

#[test]
fn an_empty_year_has_a_page() {
    let place = place();
    place.new_library("statutory");
    let layout = place.call("pages.lay", json!({"year": 2023}));
    assert_eq!(layout["pages"], 1);
}
