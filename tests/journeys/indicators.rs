//! An indicator table is read, taken, linked, and its gaps are counted.

use nianbao_app::FaultCode;
use serde_json::{Value, json};

use crate::desk::{Place, place, texts};

fn table(place: &Place, name: &str, text: &str) -> Value {
    let path = place.path(name);
    std::fs::write(&path, text).unwrap();
    place.call("indicator.read", json!({ "path": path }))
}

const TABLE: &str = "编号,指标内容,评分标准\n\
    1,组织领导,\n\
    1.1,党政主要负责人学法,每次2分\n\
    1.2,专题会议,每次1分\n\
    2,严格执法,\n\
    2.1,案卷评查,5分\n";

#[test]
fn a_table_is_taken_and_the_matrix_shows_what_is_not_answered() {
    let place = place();
    place.sample();
    let proposal = table(&place, "考评指标.csv", TABLE);
    assert_eq!(proposal["lines"].as_array().unwrap().len(), 5);
    place.call("indicator.accept", json!({"year": 2023, "proposal": proposal}));
    let year = place.year();
    assert_eq!(texts(&year["indicators"], "code"), ["1", "1.1", "1.2", "2", "2.1"]);
    assert_eq!(year["indicators"][1]["parent"], year["indicators"][0]["id"]);
    let achievement = place.id("achievements", "执法质量稳步提升");
    let reviewed = year["indicators"][4]["id"].clone();
    place.call(
        "record.set",
        json!({"kind": "achievement", "id": achievement, "fields": {"indicators": [reviewed]}}),
    );
    let file = place.path("评查通报.pdf");
    std::fs::write(&file, "通报").unwrap();
    place.call(
        "evidence.attach",
        json!({"year": 2023, "paths": [file], "copy": false, "to": {"kind": "indicator", "id": reviewed}}),
    );
    let matrix = place.call("indicator.matrix", json!({"year": 2023}));
    assert_eq!(
        (&matrix["all"], &matrix["without_achievement"], &matrix["without_evidence"]),
        (&json!(3), &json!(2), &json!(2))
    );
    let row = &matrix["rows"][4];
    assert_eq!(row["achievements"][0]["title"], "执法质量稳步提升");
    assert_eq!(row["evidence"][0]["title"], "评查通报");

    // The table comes again with a line more: links stay, what it no longer has goes when asked.
    let again = TABLE.replace("1.2,专题会议,每次1分\n", "1.3,述法,1分\n");
    let proposal = table(&place, "考评指标二.csv", &again);
    place.call("indicator.accept", json!({"year": 2023, "proposal": proposal}));
    assert_eq!(place.year()["indicators"].as_array().unwrap().len(), 6);
    let args = json!({"year": 2023, "proposal": proposal, "replace": true});
    place.call("indicator.accept", args);
    let year = place.year();
    assert_eq!(texts(&year["indicators"], "code"), ["1", "1.1", "1.3", "2", "2.1"]);
    let linked = crate::desk::named(&year, "achievements", "执法质量稳步提升");
    assert_eq!(linked["indicators"], json!([reviewed]));
    assert_eq!(year["indicators"][4]["evidence"].as_array().unwrap().len(), 1);
}

#[test]
fn a_workbook_with_merged_cells_is_read_as_it_looks() {
    let place = place();
    place.sample();
    let path = place.path("三级指标.xlsx");
    let rows = [
        ["2023年法治建设考评指标", "", "", ""],
        ["一级指标", "二级指标", "三级指标", "评分标准"],
        ["组织领导", "学法", "党组学法", "每次2分"],
        ["", "", "干部学法", "每次1分"],
        ["", "会议", "专题会议", "1分"],
        ["严格执法", "案卷", "案卷评查", "5分"],
    ];
    let merged = ["A1:D1", "A3:A5", "B3:B4"];
    std::fs::write(&path, workbook(&rows, &merged)).unwrap();
    let proposal = place.call("indicator.read", json!({ "path": path }));
    let lines: Vec<String> = proposal["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| format!("{} {}", line["level"], line["title"].as_str().unwrap()))
        .collect();
    assert_eq!(
        lines,
        [
            "1 组织领导",
            "2 学法",
            "3 党组学法",
            "3 干部学法",
            "2 会议",
            "3 专题会议",
            "1 严格执法",
            "2 案卷",
            "3 案卷评查"
        ]
    );
    place.call("indicator.accept", json!({"year": 2023, "proposal": proposal}));
    assert_eq!(place.call("indicator.matrix", json!({"year": 2023}))["levels"], 3);
}

#[test]
fn missing_codes_and_tables_that_are_none_have_their_sentences() {
    let place = place();
    place.sample();
    let before = place.year();
    let proposal = table(&place, "缺号.csv", "编号,指标\n1,组织领导\n,学法\n1.2,会议\n");
    let remarks = proposal["remarks"].as_array().unwrap();
    assert!(remarks[0].as_str().unwrap().contains("“学法”没有编号"), "{remarks:?}");
    assert_eq!(proposal["lines"].as_array().unwrap().len(), 3);
    for (name, bytes, meant) in [
        ("空.csv", &b""[..], "空的"),
        ("无表头.csv", "甲,乙\n丙,丁\n".as_bytes(), "表头"),
        ("旧.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "旧版"),
        ("坏.xlsx", b"PK\x03\x04....", ""),
    ] {
        let path = place.path(name);
        std::fs::write(&path, bytes).unwrap();
        let fault = place.fault("indicator.read", json!({ "path": path }));
        assert!(fault.message.contains(meant), "{name}: {fault}");
        assert!(!fault.hint.is_empty(), "{name}");
    }
    assert_eq!(place.year(), before);
}

#[test]
fn matrix_and_self_assessment_are_written_and_read_as_they_stand() {
    let place = place();
    place.sample();
    let refused =
        place.fault("indicator.export", json!({"year": 2023, "what": "matrix", "path": "a.xlsx"}));
    assert_eq!(refused.message, "2023年还没有指标，没有可导出的内容");
    let proposal = table(&place, "考评指标.csv", TABLE);
    place.call("indicator.accept", json!({"year": 2023, "proposal": proposal}));
    let year = place.year();
    let achievement = place.id("achievements", "执法质量稳步提升");
    let reviewed = year["indicators"][4]["id"].clone();
    place.call(
        "record.set",
        json!({"kind": "achievement", "id": achievement, "fields": {"indicators": [reviewed]}}),
    );
    let export = |what: &str, path: &str| {
        let args = json!({"year": 2023, "what": what, "path": place.path(path)});
        place.call("indicator.export", args)
    };
    for (what, path) in [("matrix", "对照表.xlsx"), ("assessment", "自评表.XLSX")] {
        let written = export(what, path);
        let bytes = std::fs::read(place.path(path)).unwrap();
        assert_eq!(written["bytes"], bytes.len());
        // It is a table that the program itself reads, title, levels and all.
        let back = place.call("indicator.read", json!({"path": place.path(path)}));
        assert_eq!(
            texts(&back["lines"], "title"),
            ["组织领导", "党政主要负责人学法", "专题会议", "严格执法", "案卷评查"],
            "{what}"
        );
    }
    export("matrix", "对照表.csv");
    let csv = std::fs::read_to_string(place.path("对照表.csv")).unwrap();
    assert!(csv.starts_with('\u{FEFF}') && csv.contains("\"缺成效、缺佐证\"\r\n"), "{csv}");
    assert!(
        csv.contains("\"案卷评查\",\"2.1\",\"5分\",\"执法质量稳步提升\",\"\",\"缺佐证\""),
        "{csv}"
    );
    export("assessment", "自评表.csv");
    let csv = std::fs::read_to_string(place.path("自评表.csv")).unwrap();
    assert!(csv.contains("执法质量稳步提升。"), "{csv}");

    // What is there stays unless the person says otherwise.
    std::fs::write(place.path("对照表.csv"), "别人的").unwrap();
    let args = json!({"year": 2023, "what": "matrix", "path": place.path("对照表.csv")});
    let fault = place.fault("indicator.export", args.clone());
    assert_eq!(fault.code, FaultCode::Exists);
    assert!(fault.suggested.unwrap().ends_with("对照表（2）.csv"));
    assert_eq!(std::fs::read_to_string(place.path("对照表.csv")).unwrap(), "别人的");
    let mut over = args;
    over["overwrite"] = json!(true);
    place.call("indicator.export", over);
    assert!(std::fs::read_to_string(place.path("对照表.csv")).unwrap().contains("案卷评查"));
    let args = json!({"year": 2023, "what": "matrix", "path": place.path("对照表.pdf")});
    let fault = place.fault("indicator.export", args);
    assert_eq!(fault.hint, "请把文件名的结尾改成 .xlsx 或 .csv");
}

/// The least of a workbook: one sheet of texts, and cells that are merged.
pub fn workbook(rows: &[[&str; 4]], merged: &[&str]) -> Vec<u8> {
    use std::io::Write;
    let mut sheet = String::from(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for (n, row) in (1..).zip(rows) {
        sheet.push_str(&format!(r#"<row r="{n}">"#));
        for (letter, cell) in "ABCD".chars().zip(row) {
            if !cell.is_empty() {
                sheet.push_str(&format!(
                    r#"<c r="{letter}{n}" t="inlineStr"><is><t>{cell}</t></is></c>"#
                ));
            }
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData><mergeCells>");
    for cells in merged {
        sheet.push_str(&format!(r#"<mergeCell ref="{cells}"/>"#));
    }
    sheet.push_str("</mergeCells></worksheet>");
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                r#"<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#
            ),
        ),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{office}"><sheets><sheet name="指标" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
