//! A 库 outlives what happens to files: copies, damage, another program, a lost permission.

use std::fs;
use std::path::Path;

use nianbao_app::{Desk, Env, FaultCode};
use serde_json::{Value, json};

use crate::desk::{Place, place};

const FILE: &str = "云溪市林业局 年报.nianbao";

fn written(count: usize) -> Place {
    let place = place();
    place.new_library("flat");
    for n in 0..count {
        place.add(json!({"kind": "problem", "year": 2023, "title": format!("问题{n}")}));
    }
    place
}

fn again(place: &Place) -> Desk {
    Desk::new(Env { data: place.folder.path().join("data") })
}

fn backups(place: &Place) -> Vec<Value> {
    let sets = place.call("backup.list", json!({}));
    sets.as_array().unwrap().iter().flat_map(|s| s["backups"].as_array().unwrap().clone()).collect()
}

fn problems(desk: &Desk) -> usize {
    let year = desk.call("year.get", json!({"year": 2023})).unwrap();
    year["problems"].as_array().unwrap().len()
}

#[test]
fn what_was_written_is_backed_up_at_closing_and_once_only() {
    let place = written(3);
    assert!(backups(&place).is_empty(), "a new 库 has nothing to lose yet");
    place.call("library.close", json!({}));
    let kept = backups(&place);
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(kept[0]["kind"], "auto");
    for _ in 0..3 {
        place.call("library.open", json!({"path": place.path(FILE)}));
        place.call("library.close", json!({}));
    }
    assert_eq!(backups(&place).len(), 1, "nothing was written since");
}

#[test]
fn a_program_that_ended_without_closing_is_backed_up_at_the_next_opening() {
    let place = written(3);
    let path = place.path(FILE);
    let Place { desk, folder } = place;
    drop(desk);
    let place = Place { desk: Desk::new(Env { data: folder.path().join("data") }), folder };
    place.call("library.open", json!({"path": path}));
    assert_eq!(backups(&place).len(), 1);
}

#[test]
fn two_hundred_edits_are_backed_up_while_the_work_goes_on() {
    let place = written(200);
    assert_eq!(backups(&place).len(), 1);
}

#[test]
fn a_backup_is_previewed_and_restored_into_a_new_file_that_opens() {
    let place = written(2);
    let made = place.call("backup.make", json!({}));
    place.add(json!({"kind": "problem", "year": 2023, "title": "之后"}));
    let seen = place.call("backup.preview", json!({"path": made["path"]}));
    assert_eq!(seen["unit"], "云溪市林业局");
    assert_eq!(seen["years"], json!([2023]));
    assert_eq!(seen["last"], "新增问题");
    let problem = seen["counts"].as_array().unwrap().iter().find(|c| c["kind"] == "problem");
    assert_eq!(problem.unwrap()["count"], 2);

    let to = place.path("恢复.nianbao");
    let both = json!({"from": made["path"], "to": to});
    place.call("backup.restore", both.clone());
    assert_eq!(place.fault("backup.restore", both).code, FaultCode::Exists);
    let over = json!({"from": made["path"], "to": place.path(FILE)});
    assert_eq!(place.fault("backup.restore", over).code, FaultCode::FileBusy);
    place.call("library.open", json!({"path": to}));
    assert_eq!(problems(&place.desk), 2);
    assert!(place.year()["problems"][0]["title"] == "问题0");
}

#[test]
fn another_copy_of_an_open_library_has_the_last_edit_and_overwrites_nothing_unasked() {
    let place = written(5);
    let to = place.path("另存.nianbao");
    place.call("library.copy", json!({"path": to}));
    assert_eq!(place.fault("library.copy", json!({"path": to})).code, FaultCode::Exists);
    assert_eq!(
        place.fault("library.copy", json!({"path": place.path(FILE), "overwrite": true})).code,
        FaultCode::FileBusy
    );
    let other = again(&place);
    other.call("library.open", json!({"path": to})).unwrap();
    assert_eq!(problems(&other), 5);
}

#[test]
fn a_damaged_library_is_shown_and_saved_into_a_new_one_and_said_so() {
    let place = written(60);
    place.call("library.close", json!({}));
    let path = place.path(FILE);
    let mut bytes = fs::read(&path).unwrap();
    let at = find(&bytes, "问题37".as_bytes());
    let page = at / 4096 * 4096;
    bytes[page..page + 8].fill(0xEE);
    fs::write(&path, &bytes).unwrap();

    let status = place.call("library.open", json!({"path": path}));
    assert_eq!(status["library"]["read_only"], true);
    assert_eq!(status["library"]["notices"][0]["kind"], "damaged");
    assert_eq!(place.call("library.verify", json!({}))["sound"], false);
    let refused = place.fault("unit.set", json!({"fields": {"short": "本局"}}));
    assert_eq!(refused.code, FaultCode::NoPermission);
    assert!(refused.message.contains("只能查看"), "{refused}");

    let to = place.path("找回.nianbao");
    let saved = place.call("library.salvage", json!({"from": path, "to": to}));
    assert!(saved["message"].as_str().unwrap().starts_with("“找回.nianbao”：找回了"), "{saved}");
    place.call("library.close", json!({}));
    assert_eq!(fs::read(&path).unwrap(), bytes, "the damaged file is as it was");
    place.call("library.open", json!({"path": to}));
    assert_eq!(problems(&place.desk), 60, "what its page lost came from the history: {saved}");
    assert_eq!(place.call("library.verify", json!({}))["sound"], true);
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|part| part == wanted).unwrap()
}

#[test]
fn a_file_that_vanished_was_emptied_or_shrank_is_said_so_in_the_list() {
    let place = written(40);
    place.call("library.close", json!({}));
    let path = place.path(FILE);
    let state = || place.call("app.status", json!({}))["recent"][0]["state"].clone();
    assert_eq!(state(), "same");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 3]).unwrap();
    assert_eq!(state(), "smaller");
    fs::write(&path, b"").unwrap();
    assert_eq!(state(), "empty");
    assert_eq!(place.fault("library.open", json!({"path": path})).code, FaultCode::Damaged);
    assert_eq!(fs::read(&path).unwrap(), b"", "it is never made anew");
    fs::remove_file(&path).unwrap();
    assert_eq!(state(), "gone");
    assert_eq!(place.fault("library.open", json!({"path": path})).code, FaultCode::NotFound);
    assert!(!Path::new(&path).exists());
    let sets = place.call("backup.list", json!({}));
    assert_eq!((&sets[0]["gone"], &sets[0]["path"]), (&json!(true), &json!(path)));
    let status = place.call("recent.forget", json!({"path": path}));
    assert_eq!(status["recent"], json!([]));
}

#[test]
fn an_old_file_is_kept_as_it_was_before_it_is_brought_to_the_new_shape() {
    let place = place();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("files/v0003.nianbao");
    let path = place.path("旧库.nianbao");
    fs::copy(&old, &path).unwrap();
    place.call("library.open", json!({"path": path}));
    let kept = backups(&place);
    let upgrade = kept.iter().find(|one| one["kind"] == "upgrade").unwrap();
    let version = |path: &str| fs::read(path).unwrap()[63];
    assert_eq!(version(upgrade["path"].as_str().unwrap()), 3);
    place.call("library.close", json!({}));
    assert!(version(&path) > 3);
}

#[test]
fn without_a_place_for_backups_the_work_goes_on_and_the_page_says_so() {
    let place = place();
    fs::write(place.folder.path().join("data"), b"a file where the folder should be").unwrap();
    place.new_library("flat");
    place.add(json!({"kind": "problem", "year": 2023, "title": "甲"}));
    assert_eq!(place.fault("backup.make", json!({})).code, FaultCode::NotFound);
    let path = place.path(FILE);
    let other = again(&place);
    place.call("library.close", json!({}));
    let status = other.call("library.open", json!({"path": path})).unwrap();
    assert_eq!(status["library"]["notices"][0]["kind"], "no_backup", "{status}");
    assert_eq!(problems(&other), 1);
}

#[test]
fn a_backup_opened_as_if_it_were_the_file_is_shown_and_not_written() {
    let place = written(2);
    let made = place.call("backup.make", json!({}));
    let before = fs::read(made["path"].as_str().unwrap()).unwrap();
    let status = place.call("library.open", json!({"path": made["path"]}));
    assert_eq!(status["library"]["notices"][0]["kind"], "backup");
    assert_eq!(problems(&place.desk), 2);
    place.fault("record.add", json!({"record": {"kind": "problem", "year": 2023}}));
    place.call("library.close", json!({}));
    assert_eq!(fs::read(made["path"].as_str().unwrap()).unwrap(), before);
}

#[test]
fn a_note_says_who_has_the_file_as_long_as_it_is_open() {
    let place = written(1);
    let note = place.folder.path().join(format!(".~lock.{FILE}#"));
    let who: Value = serde_json::from_slice(&fs::read(&note).unwrap()).unwrap();
    assert_eq!(who["process"], std::process::id());
    place.call("library.close", json!({}));
    assert!(!note.exists());
    // One that a program left that is no longer there keeps nobody out.
    fs::write(&note, br#"{"machine":"BGS-03","user":"","since":"","process":1}"#).unwrap();
    let status = place.call("library.open", json!({"path": place.path(FILE)}));
    assert_eq!(status["library"]["read_only"], false);
    assert_eq!(status["library"]["notices"], json!([]));
}

#[test]
fn a_diagnosis_says_how_things_stand_and_nothing_of_what_is_written() {
    let place = written(3);
    place.call("backup.make", json!({}));
    let to = place.path("诊断.txt");
    // A folder of a name that nobody else may read, in which nothing can be written.
    fs::write(place.folder.path().join("机密"), b"").unwrap();
    let inside = place.path("机密/王芳.docx");
    let args = json!({"year": 2023, "edition": "submission", "format": "docx", "path": inside});
    place.fault("export.write", args);
    place.call("diagnose.write", json!({"path": to}));
    let text = fs::read_to_string(&to).unwrap();
    for wanted in ["检查 完好", "备份 1 份", "1 个年度", "2023 年"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let folder = place.folder.path().to_string_lossy().into_owned();
    for secret in ["林业局", "云溪", "问题0", "机密", "王芳", "年报.nianbao", folder.as_str()]
    {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

#[test]
fn a_clock_set_back_loses_nothing_and_the_newest_backup_stays_the_first() {
    let place = written(2);
    let first = place.call("backup.make", json!({}));
    // As it would be had the last one been made with a clock ten years ahead.
    let path = first["path"].as_str().unwrap();
    let name = Path::new(path).file_name().unwrap().to_str().unwrap();
    let ahead = Path::new(path).with_file_name(format!("{}2036{}", &name[..7], &name[11..]));
    fs::rename(path, &ahead).unwrap();
    place.add(json!({"kind": "problem", "year": 2023, "title": "之后"}));
    let second = place.call("backup.make", json!({}));
    let kept = backups(&place);
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0]["path"], second["path"], "{kept:?}");
}

#[cfg(unix)]
mod another_program {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    #[cfg(target_os = "linux")]
    use nianbao_tests::Disk;
    use nianbao_tests::nianbao;

    use super::*;

    #[test]
    fn a_library_that_another_program_has_is_shown_and_not_written_and_the_sentence_says_who() {
        let place = written(3);
        place.call("library.close", json!({}));
        let path = place.path(FILE);
        let mut other = Command::new(nianbao())
            .args(["serve", &path])
            .env("NIANBAO_DATA", place.folder.path().join("other"))
            .env("USER", "王芳")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(other.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let status = place.call("library.open", json!({"path": path}));
        let notice = &status["library"]["notices"][0];
        assert_eq!(notice["kind"], "in_use");
        assert!(notice["message"].as_str().unwrap().contains("“王芳”在本机，20"), "{notice}");
        assert_eq!(problems(&place.desk), 3);
        let refused =
            place.fault("record.add", json!({"record": {"kind": "problem", "year": 2023}}));
        assert!(refused.message.contains("只能查看"), "{refused}");
        other.kill().unwrap();
        other.wait().unwrap();
        // Its note is left over; the file is free.
        let status = place.call("library.open", json!({"path": path}));
        assert_eq!(status["library"]["read_only"], false, "{status}");
        place.add(json!({"kind": "problem", "year": 2023, "title": "又能写了"}));
    }

    /// A new one on a disk of its own, and where the program keeps what is its own.
    #[cfg(target_os = "linux")]
    fn library_in(folder: &Path) -> (tempfile::TempDir, Desk, std::path::PathBuf) {
        let data = tempfile::tempdir().unwrap();
        let desk = Desk::new(Env { data: data.path().to_owned() });
        let path = folder.join("库.nianbao");
        let unit = json!({"name": "云溪市林业局", "short": "我局", "unit_kind": "department"});
        let args = json!({"path": path, "unit": unit, "year": 2023, "template": "flat"});
        desk.call("library.create", args).unwrap();
        (data, desk, path)
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn on_a_disk_that_cannot_be_written_a_library_is_shown_with_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let Some(disk) = Disk::mount(folder.path(), "2m") else { return };
        let (data, desk, path) = library_in(folder.path());
        desk.call("library.close", json!({})).unwrap();
        disk.lock();
        let status = desk.call("library.open", json!({"path": path})).unwrap();
        assert_eq!(status["library"]["notices"][0]["kind"], "locked", "{status}");
        assert_eq!(problems(&desk), 0);
        let to = data.path().join("另存.nianbao");
        desk.call("library.copy", json!({"path": to})).unwrap();
        let status = desk.call("library.open", json!({"path": to})).unwrap();
        assert_eq!(status["library"]["read_only"], false);
        // Before its disk.
        drop(desk);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn on_a_full_disk_no_edit_is_half_and_all_before_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let Some(_disk) = Disk::mount(folder.path(), "1200k") else { return };
        let (_data, desk, path) = library_in(folder.path());
        let record = |n: usize| {
            let body = "字".repeat(2000);
            json!({"record": {"kind": "problem", "year": 2023, "title": n.to_string(), "body": body}})
        };
        let mut kept = 0;
        let fault = loop {
            match desk.call("record.add", record(kept)) {
                Ok(_) => kept += 1,
                Err(fault) => break fault,
            }
        };
        assert_eq!(fault.code, FaultCode::DiskFull, "{fault}");
        assert!(kept > 10, "{kept}");
        assert_eq!(problems(&desk), kept);
        desk.call("library.close", json!({})).unwrap();
        desk.call("library.open", json!({"path": path})).unwrap();
        assert_eq!(problems(&desk), kept);
        // The backups lie on another disk.
        let sets = desk.call("backup.list", json!({})).unwrap();
        assert!(!sets[0]["backups"].as_array().unwrap().is_empty());
        // Before its disk.
        drop(desk);
    }
}
