//! The faces of a machine: told, and never the loss of a report.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use nianbao_tests::{nianbao, run, skipped, text};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk::place;

/// A folder with the sample, and one of no font at all.
struct Bare {
    folder: TempDir,
    library: PathBuf,
    fonts: PathBuf,
}

impl Bare {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("示例.nianbao");
        let fonts = folder.path().join("只用这些字体");
        std::fs::create_dir(&fonts).unwrap();
        run(folder.path(), &["sample", library.to_str().unwrap()]);
        Self { folder, library, fonts }
    }

    /// Runs with the faces of its own folder alone.
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(nianbao());
        command.env("NIANBAO_DATA", self.folder.path()).env("NIANBAO_FONTS", &self.fonts);
        command.args(arguments).output().unwrap()
    }

    fn export(&self, name: &str) -> (Output, PathBuf) {
        let to = self.folder.path().join(name);
        let library = self.library.to_str().unwrap();
        let arguments = ["export", library, "--year", "2023", "--to", to.to_str().unwrap()];
        (self.run(&arguments), to)
    }
}

#[test]
fn without_any_font_word_is_written_and_pdf_has_its_sentence() {
    let bare = Bare::new();
    let (output, file) = bare.export("年报.docx");
    assert!(output.status.success() && file.is_file(), "{}", text(&output.stderr));
    let (output, file) = bare.export("年报.pdf");
    assert_eq!(output.status.code(), Some(1));
    assert!(!file.exists());
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.starts_with("这台电脑上没有可以排版的字体\n提示："), "{said}");
    let output = bare.run(&["fonts"]);
    assert!(output.status.success());
    let said = text(&output.stdout);
    assert!(said.contains("正文：仿宋_GB2312，没有，也没有可以代替的字体"), "{said}");
}

#[test]
fn a_broken_font_of_the_persons_own_is_named_and_the_pages_come_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let fonts = folder.path().join("fonts");
    std::fs::create_dir(&fonts).unwrap();
    std::fs::write(fonts.join("仿宋_GB2312.ttf"), b"\0\x01\0\0 cut off").unwrap();
    let library = folder.path().join("示例.nianbao");
    let library = library.to_str().unwrap();
    run(folder.path(), &["sample", library]);
    let to = folder.path().join("年报.pdf");
    let arguments = ["export", library, "--year", "2023", "--to", to.to_str().unwrap()];
    let output = run(folder.path(), &arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(std::fs::read(&to).unwrap().starts_with(b"%PDF"));
    let said = text(&run(folder.path(), &["fonts"]).stdout);
    assert!(said.contains("仿宋_GB2312.ttf，文件损坏或不是字体"), "{said}");
}

fn packed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/resources/fonts")
}

#[test]
fn a_font_of_the_persons_own_that_no_pdf_can_hold_is_left_out_and_said_to_be() {
    let Ok(whole) = std::fs::read(packed().join("FandolFang-Regular.otf")) else {
        return skipped("what cargo xtask fonts brings is not there");
    };
    let place = place();
    place.sample();
    let fonts = place.folder.path().join("data/fonts");
    std::fs::create_dir_all(&fonts).unwrap();
    let mut broken = whole.clone();
    // The outlines: the tables before them still say what the face is and has.
    let from = broken.len() / 3;
    broken[from..].iter_mut().for_each(|byte| *byte = 0xFF);
    std::fs::write(fonts.join("仿宋.otf"), broken).unwrap();
    let path = place.path("年报.pdf");
    let done = place.call("export.write", json!({"year": 2023, "path": path}));
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    let notes = done["notes"].as_array().unwrap();
    let layout = place.call("pages.lay", json!({"year": 2023}));
    let used = layout["faces"][1]["used"].as_str().unwrap().starts_with("Fandol");
    // Either it could be set all the same, or it is told that it was not.
    assert_eq!(used, notes[0] != "自己放的字体有损坏的，这次没有用它们", "{notes:?}");
}

#[test]
fn the_command_line_tells_the_faces_of_a_year_and_what_they_borrow() {
    let place = place();
    place.sample();
    let year = place.year();
    let id = &year["achievements"][0]["id"];
    let fields = json!({"body": "由王䶮、李𠀀负责。\u{10FFFD}"});
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    let layout = place.call("pages.lay", json!({"year": 2023}));
    let faces = layout["faces"].as_array().unwrap();
    let parts: Vec<&str> = faces.iter().map(|face| face["part"].as_str().unwrap()).collect();
    assert_eq!(parts, ["标题", "正文", "一级标题", "二级标题", "页码"]);
    assert_eq!(layout["missing"], json!(["\u{10FFFD}"]));
    let path = place.path("年报.pdf");
    let done = place.call("export.write", json!({"year": 2023, "path": path}));
    let notes: Vec<&str> =
        done["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
    // As many sentences as there are faces and characters to tell of.
    let told = [&layout["substitutes"], &layout["borrowed"]];
    let count: usize = told.into_iter().map(|list| list.as_array().map_or(0, Vec::len)).sum();
    assert_eq!(notes.len(), count + 1, "{notes:?}");
    assert_eq!(notes.last(), Some(&"这台电脑的字体都没有“\u{10FFFD}”，文件里写作“〓”"));
    assert_eq!(done["left_out"], json!(["U+10FFFD"]));
}

#[test]
fn the_command_line_prints_what_the_pages_say() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("示例.nianbao");
    let library = library.to_str().unwrap();
    run(folder.path(), &["sample", library]);
    let output = run(folder.path(), &["fonts", library, "--json"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["faces"].as_array().unwrap().len(), 5);
    for key in ["borrowed", "missing", "refused"] {
        assert!(found[key].is_array(), "{key}");
    }
    assert!(found["folder"].as_str().unwrap().ends_with("fonts"));
    let said = text(&run(folder.path(), &["fonts", library, "--year", "2023"]).stdout);
    assert!(said.starts_with("标题：方正小标宋简体，"), "{said}");
    assert_eq!(run(folder.path(), &["fonts", "--year", "2023"]).status.code(), Some(2));
}

/// So that the same pages come out on every machine, and a bureau can try what it packs.
#[test]
fn with_a_folder_of_fonts_named_no_others_are_taken() {
    let bare = Bare::new();
    let faces = std::fs::read_dir(packed()).unwrap().flatten().filter(|entry| {
        entry.path().extension().is_some_and(|ending| ending == "otf" || ending == "ttf")
    });
    let mut count = 0;
    for face in faces {
        std::fs::copy(face.path(), bare.fonts.join(face.file_name())).unwrap();
        count += 1;
    }
    if count == 0 {
        return skipped("what cargo xtask fonts brings is not there");
    }
    let (output, file) = bare.export("年报.pdf");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.contains("这台电脑没有“仿宋_GB2312”，文件里用“FandolFang R”代替"), "{said}");
    assert!(file.is_file());
}
