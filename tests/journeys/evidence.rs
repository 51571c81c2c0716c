//! Files that prove something: attached, looked at again.

use std::collections::BTreeMap;
use std::io::Read;

use nianbao_app::FaultCode;
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

/// Six pieces: one as it was, one changed, one gone but copied, one gone, one without file, and one
/// whose name no Windows bears.
fn of_all_states() -> Place {
    let (place, paths) = with_files();
    place.call("evidence.attach", json!({"year": 2023, "paths": paths[..2], "copy": false}));
    place.call("evidence.attach", json!({"year": 2023, "paths": paths[2..], "copy": true}));
    let gone = place.path("照片.jpg");
    std::fs::write(&gone, "照").unwrap();
    place.call("evidence.attach", json!({"year": 2023, "paths": [gone], "copy": false}));
    place.add(json!({"kind": "evidence", "year": 2023, "title": "还没有文件"}));
    let odd = place.path("䶮字.txt");
    std::fs::write(&odd, "奇").unwrap();
    place.call("evidence.attach", json!({"year": 2023, "paths": [odd], "copy": false}));
    let id = place.year()["evidence"][5]["id"].clone();
    let fields = json!({"title": "会议：6/7月*䶮?"});
    place.call("record.set", json!({"kind": "evidence", "id": id, "fields": fields}));
    std::fs::write(&paths[1], "改过的内容").unwrap();
    std::fs::remove_file(&paths[2]).unwrap();
    std::fs::remove_file(&gone).unwrap();
    place
}

const SIX: [(&str, &str); 4] = [
    (
        "01 云法〔2023〕5号 关于印发工作要点的通知.pdf",
        "内容：云法〔2023〕5号 关于印发工作要点的通知.pdf",
    ),
    ("02 会议纪要（6月）.docx", "改过的内容"),
    ("03 签到表.xlsx", "内容：签到表.xlsx"),
    ("06 会议：6／7月＊䶮？.txt", "奇"),
];

fn assert_told(packaged: &Value) {
    assert_eq!((&packaged["rows"], &packaged["files"]), (&json!(6), &json!(4)));
    assert_eq!(
        packaged["faults"],
        json!([
            "第2件“会议纪要（6月）”附上以后改动过，放进去的是现在的内容，请核对",
            "第3件“签到表”的原件读不到，放进去的是库里的副本",
            "第4件“照片”没有放进去：找不到“照片.jpg”，文件可能已被移走或改名，请重新附上",
            "第5件“还没有文件”没有附文件",
        ])
    );
}

#[test]
fn a_zip_holds_what_can_be_had_under_names_that_are_right_on_windows_and_tells_the_rest() {
    let place = of_all_states();
    let before = place.year();
    let path = place.path("佐证.zip");
    let args = json!({"year": 2023, "form": "zip", "path": path});
    assert_told(&place.call("evidence.export", args.clone()));
    let raw = std::fs::read(&path).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&raw)).unwrap();
    let mut held = BTreeMap::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).unwrap();
        // The program that unpacks need not guess: the name is UTF-8, and the entry says so.
        let header = usize::try_from(file.central_header_start()).unwrap();
        assert_ne!(raw[header + 9] & 0x08, 0, "bit 11 of the flags");
        let name = String::from_utf8(file.name_raw().to_vec()).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        held.insert(name, bytes);
    }
    assert_eq!(held.len(), 5);
    let folder = format!("{}2023年佐证材料", place.year()["unit"]["name"].as_str().unwrap());
    for (name, text) in SIX {
        assert_eq!(held[&format!("{folder}/{name}")], text.as_bytes(), "{name}");
    }
    assert!(held[&format!("{folder}/00 佐证目录.xlsx")].starts_with(b"PK"));
    assert!(place.year() == before, "to export is no edit");
    // What is there stays, whole.
    let fault = place.fault("evidence.export", args);
    assert_eq!(fault.code, FaultCode::Exists);
    assert_eq!(std::fs::read(&path).unwrap(), raw);
    let over = json!({"year": 2023, "form": "zip", "path": path, "overwrite": true});
    assert_told(&place.call("evidence.export", over));
    let args = json!({"year": 2023, "form": "zip", "path": place.path("佐证.rar")});
    assert_eq!(place.fault("evidence.export", args).hint, "请把文件名的结尾改成 .zip");
}

#[test]
fn a_folder_is_made_whole_and_what_else_lies_in_it_is_kept() {
    let place = of_all_states();
    let path = place.path("佐证包");
    let args = json!({"year": 2023, "form": "folder", "path": path});
    assert_told(&place.call("evidence.export", args.clone()));
    let names = || {
        let entries = std::fs::read_dir(&path).unwrap();
        let mut names: Vec<String> =
            entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let mut meant: Vec<&str> = SIX.iter().map(|(name, _)| *name).collect();
    meant.insert(0, "00 佐证目录.xlsx");
    assert_eq!(names(), meant);
    for (name, text) in SIX {
        assert_eq!(std::fs::read(format!("{path}/{name}")).unwrap(), text.as_bytes(), "{name}");
    }
    let fault = place.fault("evidence.export", args);
    assert_eq!(fault.code, FaultCode::Exists);
    assert!(fault.suggested.unwrap().ends_with("佐证包（2）"));
    std::fs::write(format!("{path}/我的笔记.txt"), "留着").unwrap();
    std::fs::write(format!("{path}/02 会议纪要（6月）.docx"), "旧的").unwrap();
    let over = json!({"year": 2023, "form": "folder", "path": path, "overwrite": true});
    let packaged = place.call("evidence.export", over);
    let last = packaged["faults"].as_array().unwrap().last().unwrap().as_str().unwrap();
    assert!(last.starts_with("文件夹里原有的“我的笔记.txt”没有动"), "{last}");
    assert_eq!(std::fs::read(format!("{path}/我的笔记.txt")).unwrap(), "留着".as_bytes());
    let docx = std::fs::read(format!("{path}/02 会议纪要（6月）.docx")).unwrap();
    assert_eq!(docx, "改过的内容".as_bytes());
    // A file is no folder, and nothing half made stays behind.
    let file = place.path("签到.txt");
    std::fs::write(&file, "文件").unwrap();
    let args = json!({"year": 2023, "form": "folder", "path": file, "overwrite": true});
    assert_eq!(
        place.fault("evidence.export", args).message,
        "“签到.txt”是一个文件，不能当作文件夹"
    );
    let left = std::fs::read_dir(place.folder.path()).unwrap();
    assert!(!left.map(|e| e.unwrap().file_name()).any(|n| n.to_string_lossy().ends_with(".tmp")));
}

#[test]
fn the_directory_goes_out_alone_and_a_year_without_evidence_has_an_empty_one() {
    let place = of_all_states();
    let path = place.path("佐证目录.csv");
    let args = json!({"year": 2023, "form": "xlsx", "path": path});
    let packaged = place.call("evidence.export", args);
    assert_eq!(packaged, json!({"path": path, "rows": 6, "files": 0, "faults": []}));
    let csv = std::fs::read_to_string(&path).unwrap();
    assert!(csv.contains("\"3\",\"签到表\""), "{csv}");
    let empty = crate::desk::place();
    empty.sample();
    for (form, name) in [("xlsx", "空.xlsx"), ("zip", "空.zip"), ("folder", "空")] {
        let args = json!({"year": 2023, "form": form, "path": empty.path(name)});
        let packaged = empty.call("evidence.export", args);
        assert_eq!((&packaged["rows"], &packaged["faults"]), (&json!(0), &json!([])), "{form}");
    }
}
