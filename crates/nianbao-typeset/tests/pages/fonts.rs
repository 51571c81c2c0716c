//! Which faces are taken, and what becomes of characters that none has.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use nianbao_core::doc::{Doc, Role};
use nianbao_core::looks::Looks;
use nianbao_typeset::{Compositor, Fonts, Pages, PdfKind, Refusal, TypesetError, borrowed};
use tempfile::TempDir;

use crate::{FONTS, MADE, doc, lay, paragraph, said};

/// A file of the machine in a folder of its own. None: this machine lacks the face.
fn alone(family: &str) -> Option<(TempDir, PathBuf)> {
    let file = FONTS.files(family).into_iter().next()?;
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join(file.file_name().unwrap());
    std::fs::copy(file, &copy).unwrap();
    Some((folder, copy))
}

fn skipped(family: &str) {
    use std::io::Write;
    let mut terminal = std::io::stderr();
    writeln!(terminal, "SKIPPED: {family} is not installed").unwrap();
}

fn set_in(folder: &Path, doc: &Doc) -> Pages {
    let fonts = Fonts::in_folders(&[folder]);
    Compositor::new(Arc::new(fonts)).lay(doc, &Looks::default()).unwrap()
}

fn pdf(pages: &Pages) -> Vec<u8> {
    pages.pdf(PdfKind::Archive, MADE).unwrap()
}

#[test]
fn a_character_no_face_has_is_named_and_a_mark_stands_for_it() {
    // Nobody's: a character of a private plane.
    let words = doc(vec![paragraph(Role::Body, "张\u{10FFFD}，王䶮，李𠀀。")]);
    let pages = lay(&words);
    assert_eq!(said(&pages), "张〓，王䶮，李𠀀。");
    assert_eq!(pages.missing(), ['\u{10FFFD}']);
    assert!(pdf(&pages).starts_with(b"%PDF"));
}

#[test]
fn the_mark_goes_where_the_character_gets_a_face() {
    let mut compositor = Compositor::new(Arc::clone(&FONTS));
    let mut lay = |words: &str| {
        compositor.lay(&doc(vec![paragraph(Role::Body, words)]), &Looks::default()).unwrap()
    };
    assert_eq!(lay("张\u{10FFFD}。").missing().len(), 1);
    assert!(lay("张三。").missing().is_empty());
}

#[test]
fn in_a_latin_face_alone_a_report_is_still_set() {
    let Some((folder, _)) = alone("DejaVu Sans") else { return skipped("DejaVu Sans") };
    let pages = set_in(folder.path(), &doc(vec![paragraph(Role::Body, "办案 40 件。")]));
    assert_eq!(said(&pages).trim(), "?? 40 ??");
    assert_eq!(pages.missing().iter().collect::<String>(), "。件办案");
    assert!(pdf(&pages).starts_with(b"%PDF"));
}

#[test]
fn the_face_that_lends_a_character_is_named() {
    let (main, rare) = ("Noto Serif CJK SC", "HanaMinA");
    let (Some((folder, _)), Some((other, _))) = (alone(main), alone(rare)) else {
        return skipped("Noto Serif CJK SC or HanaMinA");
    };
    let fonts = Fonts::in_folders(&[folder.path(), other.path()]);
    let words =
        doc(vec![paragraph(Role::Title, "王䶮同志"), paragraph(Role::Body, "李𠀀、王䶮、李𠀀。")]);
    let pages = Compositor::new(Arc::new(fonts)).lay(&words, &Looks::default()).unwrap();
    let all: Vec<(String, String, String)> = borrowed(&words, &pages)
        .into_iter()
        .map(|one| (one.wanted, one.used, one.characters))
        .collect();
    let of = |wanted: &str, characters: &str| {
        (wanted.to_owned(), rare.to_owned(), characters.to_owned())
    };
    assert_eq!(all, [of("仿宋_GB2312", "𠀀")]);
    assert!(pages.missing().is_empty());
}

#[test]
fn every_part_is_told_its_face_and_which_stand_in() {
    let Some((folder, _)) = alone("Noto Serif CJK SC") else { return skipped("Noto Serif CJK SC") };
    let chosen = Fonts::in_folders(&[folder.path()]).choose(&Looks::default());
    assert_eq!(chosen.len(), 5);
    for one in chosen {
        assert_eq!(one.used.as_deref(), Some("Noto Serif CJK SC"), "{}", one.wanted);
        assert!(one.is_substitute(), "{}", one.wanted);
    }
}

#[test]
fn a_font_file_that_was_cut_off_is_named_and_passed_over() {
    let Some((folder, file)) = alone("DejaVu Sans") else { return skipped("DejaVu Sans") };
    let whole = std::fs::read(&file).unwrap();
    for part in [0, 3, 100, whole.len() / 4, whole.len() / 2] {
        std::fs::write(&file, &whole[..part]).unwrap();
        let fonts = Fonts::in_folders(&[folder.path()]);
        let told: Vec<(&Path, Refusal)> =
            fonts.refused().iter().map(|r| (r.file.as_path(), r.why)).collect();
        assert_eq!(told, [(file.as_path(), Refusal::Unreadable)], "{part} bytes");
    }
}

#[test]
fn a_face_whose_maker_forbids_embedding_is_not_embedded() {
    let Some((folder, file)) = alone("DejaVu Sans") else { return skipped("DejaVu Sans") };
    let mut font = std::fs::read(&file).unwrap();
    let os2 = table(&font, b"OS/2");
    font[os2 + 8..os2 + 10].copy_from_slice(&[0, 2]);
    std::fs::write(&file, font).unwrap();
    let fonts = Fonts::in_folders(&[folder.path()]);
    assert!(fonts.is_empty());
    assert_eq!(fonts.refused()[0].why, Refusal::NotToBeEmbedded);
}

/// Where a table of a font file begins.
fn table(font: &[u8], tag: &[u8; 4]) -> usize {
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let record = (0..tables).map(|n| 12 + 16 * n).find(|at| &font[*at..at + 4] == tag).unwrap();
    number(record + 8)
}

#[test]
fn a_font_file_with_bytes_put_wrong_is_set_or_refused_and_nothing_falls() {
    let (one, other) = (alone("DejaVu Sans"), alone("DejaVu Serif"));
    let (Some((folder, file)), Some((sound, _))) = (one, other) else {
        return skipped("DejaVu");
    };
    let whole = std::fs::read(&file).unwrap();
    let words = doc(vec![paragraph(Role::Body, "cases 40, checked 5%")]);
    for seed in 0..6_usize {
        let mut broken = whole.clone();
        // Spread over the file, from the second table on.
        for n in 0..200 {
            let at = 400 + (seed * 7919 + n * 104_729) % (broken.len() - 400);
            broken[at] ^= u8::try_from(1 + (seed + n) % 255).unwrap();
        }
        std::fs::write(&file, broken).unwrap();
        let fonts = Arc::new(Fonts::in_folders(&[folder.path(), sound.path()]));
        let pages = Compositor::new(fonts).lay(&words, &Looks::default()).unwrap();
        let pdf = pages.pdf(PdfKind::Archive, MADE);
        assert!(matches!(pdf, Ok(_) | Err(TypesetError::Pdf(_))), "seed {seed}");
    }
}

#[test]
fn the_faces_that_come_with_the_program_are_enough() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/resources/fonts");
    let fonts = Fonts::in_folders(&[&folder]);
    if fonts.is_empty() {
        return skipped("what cargo xtask fonts brings");
    }
    for one in fonts.choose(&Looks::default()) {
        let used = one.used.unwrap();
        let meant = match one.wanted.as_str() {
            "仿宋_GB2312" => "FandolFang R",
            "楷体_GB2312" => "FandolKai",
            "黑体" => "Noto Sans SC",
            _ => "Noto Serif SC",
        };
        assert_eq!(used, meant, "{}", one.wanted);
    }
    let words = doc(vec![paragraph(Role::Body, "珺、堃、昇、祎、镕、䶮、𠀀、〇、“”……——")]);
    let pages = Compositor::new(Arc::new(fonts)).lay(&words, &Looks::default()).unwrap();
    assert!(pages.missing().is_empty(), "{:?}", pages.missing());
    assert!(pdf(&pages).starts_with(b"%PDF"));
}

#[test]
fn no_face_comes_without_its_licence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/resources/fonts");
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let names: Vec<String> =
        entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    for face in names.iter().filter(|name| name.ends_with("tf")) {
        let maker = ["Fandol", "NotoSansSC", "NotoSerifSC", "Hana"]
            .into_iter()
            .find(|maker| face.starts_with(maker));
        let maker = maker.unwrap_or_else(|| panic!("{face} is not one of ours"));
        let licence = names.iter().find(|name| {
            name.starts_with(maker) && (name.ends_with("OFL.txt") || name.ends_with("GPL-3.txt"))
        });
        assert!(licence.is_some(), "{face} has no licence beside it");
    }
}
