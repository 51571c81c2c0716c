//! What stands around the text, typed as badly as can be: it is always exported, and what is lost is said.

use serde_json::json;

use crate::desk::place;

const FORTY: &str =
    "云溪市人民政府城市更新和历史文化街区保护利用工作领导小组办公室综合协调督导检查组";

#[test]
fn a_name_of_forty_characters_a_long_paragraph_and_control_characters_are_exported() {
    assert_eq!(FORTY.chars().count(), 40);
    let place = place();
    place.new_library("statutory");
    let long = "林区防火巡护。".repeat(30_000 / 7);
    place.add(json!({"kind": "passage", "year": 2023, "slot": "lead", "body": long}));
    let fields = json!({
        "letterhead": {
            "on": true, "document": true, "issuer": format!("{FORTY}\u{2}"), "copy": "第一份",
            "number": "云林[2024]第003号", "signers": "甲、乙、丙、丁、戊",
        },
        "attachments": [
            {"of": "ledger", "title": ""},
            {"of": "text", "title": "名\u{B}单", "body": "#let x = 1\n\\u{0}"},
        ],
        "note": "（）",
        "imprint": {"on": true, "copies": "某单位，".repeat(400), "office": "\u{FFFE}"},
    });
    place.call("year.set", json!({"year": 2023, "fields": fields}));
    for ending in ["docx", "pdf"] {
        let path = place.path(&format!("年报.{ending}"));
        let done = place.call("export.write", json!({"year": 2023, "path": path}));
        assert!(done["bytes"].as_u64().unwrap() > 1000);
        if ending == "docx" {
            let lost = done["left_out"].as_array().unwrap();
            for code in ["U+0002", "U+000B", "U+FFFE"] {
                assert!(lost.iter().any(|said| said == code), "{code} of {lost:?}");
            }
        }
    }
    let faults = place.call("layout.check", json!({"year": 2023}));
    let fields: Vec<_> = faults.as_array().unwrap().iter().map(|f| f["field"].clone()).collect();
    assert_eq!(fields, ["copy", "issuer", "number", "attachment"]);
}

#[test]
fn the_settings_of_the_pages_reach_the_pages_and_come_back_by_undo() {
    let place = place();
    place.sample();
    let pages = |place: &crate::desk::Place| {
        place.call("pages.lay", json!({"year": 2023}))["pages"].as_u64().unwrap()
    };
    let before = pages(&place);
    let ledger = json!({"attachments": [{"of": "ledger"}]});
    place.call("year.set", json!({"year": 2023, "fields": ledger}));
    assert!(pages(&place) > before);
    place.call("history.undo", json!({}));
    assert_eq!(pages(&place), before);
}
