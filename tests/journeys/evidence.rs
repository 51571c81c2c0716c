//! Files that prove something: attached, looked at again.

use serde_json::{Value, json};

use crate::desk::{Place, place, texts};

fn with_files() -> (Place, Vec<String>) {
    let place = place();
    place.sample();
    let names =
        ["云法〔2023〕5号 关于印发工作要点的通知.pdf", "会议纪要（6月）.docx", "签到表.xlsx"];
    let paths = names.map(|name| {
        let path = place.path(name);
        std::fs::write(&path, format!("内容：{name}")).unwrap();
        path
    });
    (place, paths.to_vec())
}

fn check(place: &Place) -> Vec<String> {
    let states = place.call("evidence.check", json!({"year": 2023}));
    texts(&states, "state")
}

#[test]
fn files_with_chinese_names_are_attached_and_prove_an_achievement() {
    let (place, paths) = with_files();
    let to = place.id("achievements", "以任务清单压实责任");
    let args = json!({
        "year": 2023, "paths": paths, "copy": false, "to": {"kind": "achievement", "id": to},
    });
    let attached = place.call("evidence.attach", args.clone());
    assert_eq!(attached["faults"], json!([]));
    assert_eq!(attached["changed"]["undo"], "附上3个佐证文件");
    let year = place.year();
    assert_eq!(
        texts(&year["evidence"], "title"),
        ["云法〔2023〕5号 关于印发工作要点的通知", "会议纪要（6月）", "签到表"]
    );
    let first = &year["evidence"][0];
    assert_eq!(first["hash"].as_str().unwrap().len(), 64);
    assert_eq!(first["copied"], false);
    let proven = crate::desk::named(&year, "achievements", "以任务清单压实责任");
    assert_eq!(proven["evidence"], attached["evidence"]);
    assert_eq!(check(&place), ["good", "good", "good"]);
    // The same files again are the same evidence.
    let again = place.call("evidence.attach", args);
    assert_eq!(again["evidence"], attached["evidence"]);
    assert_eq!(place.year(), year);
    // Found by its name.
    let found = place.call("search.find", json!({"words": "签到表"}));
    assert_eq!(found["hits"][0]["kind"], "evidence");
}

#[test]
fn a_missing_a_changed_and_a_copied_file_are_told_apart() {
    let (place, paths) = with_files();
    place.call("evidence.attach", json!({"year": 2023, "paths": paths[..2], "copy": false}));
    place.call("evidence.attach", json!({"year": 2023, "paths": paths[2..], "copy": true}));
    place.add(json!({"kind": "evidence", "year": 2023, "title": "还没有文件"}));
    std::fs::remove_file(&paths[0]).unwrap();
    std::fs::write(&paths[1], "改过的内容").unwrap();
    std::fs::remove_file(&paths[2]).unwrap();
    assert_eq!(check(&place), ["missing", "changed", "missing", "none"]);
    let states = place.call("evidence.check", json!({"year": 2023}));
    assert_eq!(states[2]["copy"], true);
    assert_eq!(states[2]["message"], "原来的“签到表.xlsx”已经不在原处，库里还留有副本");
    // The file is attached to its evidence anew.
    let id = place.year()["evidence"][1]["id"].clone();
    let args = json!({
        "year": 2023, "paths": [paths[1]], "copy": false, "to": {"kind": "evidence", "id": id},
    });
    place.call("evidence.attach", args);
    assert_eq!(check(&place)[1], "good");
    assert_eq!(place.year()["evidence"].as_array().unwrap().len(), 4);
}

#[test]
fn what_cannot_be_attached_is_told_and_the_rest_is() {
    let (place, mut paths) = with_files();
    paths.push(place.path("没有这个文件.pdf"));
    paths.push(place.folder.path().to_str().unwrap().to_owned());
    let attached =
        place.call("evidence.attach", json!({"year": 2023, "paths": paths, "copy": true}));
    let faults = attached["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 2);
    assert!(faults[0]["message"].as_str().unwrap().contains("找不到“没有这个文件.pdf”"));
    assert_eq!(attached["evidence"].as_array().unwrap().len(), 3);
    let plan = place.id("plans", "加快执法数据互联互通");
    let to: Value = json!({"kind": "plan", "id": plan});
    let refused = place.fault(
        "evidence.attach",
        json!({"year": 2023, "paths": paths[..1], "copy": false, "to": to}),
    );
    assert_eq!(refused.message, "计划不能附佐证");
}
