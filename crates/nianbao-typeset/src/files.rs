//! Font files: found, looked into, read when first used.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use fontdb::{Database, FaceInfo, Source};
use ttf_parser::{Face, Permissions, Tag};
use typst::foundations::Bytes;
use typst::text::{Font, FontInfo};
use typst_kit::fonts::FontSource;

use crate::fonts::{Refusal, Refused};
use crate::names;
use crate::sound;

/// Where a font keeps what its letters look like.
const SHAPES: [&[u8; 4]; 6] = [b"glyf", b"CFF ", b"CFF2", b"CBDT", b"sbix", b"SVG "];

pub(crate) struct Found {
    pub faces: Vec<(File, FontInfo)>,
    pub refused: Vec<Refused>,
}

/// One face of a font file.
pub(crate) struct File {
    path: PathBuf,
    index: u32,
}

impl FontSource for File {
    fn load(&self) -> Option<Font> {
        Font::new(Bytes::new(std::fs::read(&self.path).ok()?), self.index)
    }
}

/// Where a face of ours lies.
pub(crate) fn path(source: &dyn FontSource) -> Option<PathBuf> {
    let source: &dyn std::any::Any = source;
    source.downcast_ref::<File>().map(|file| file.path.clone())
}

/// What the system offers its programs.
pub(crate) fn system() -> Found {
    let mut database = Database::new();
    database.load_system_fonts();
    look_into(&database)
}

/// A folder and all below it.
pub(crate) fn scan(folder: &Path) -> Found {
    let mut database = Database::new();
    let files = font_files(folder);
    for file in files.iter().filter(|file| may_be_loaded(file)) {
        // One that is none is told below.
        drop(database.load_font_file(file));
    }
    let mut found = look_into(&database);
    let known = |path: &Path| found.faces.iter().any(|(file, _)| file.path == path);
    let mut unreadable: Vec<Refused> = files
        .into_iter()
        .filter(|path| !known(path) && !found.refused.iter().any(|refused| refused.file == *path))
        .map(|file| Refused { file, why: Refusal::Unreadable })
        .collect();
    found.refused.append(&mut unreadable);
    found
}

/// A file, no device that never ends, and no more faces in it than a file has.
fn may_be_loaded(path: &Path) -> bool {
    let head = || {
        let mut head = Vec::new();
        std::fs::File::open(path)?.take(sound::HEAD).read_to_end(&mut head)?;
        std::io::Result::Ok(head)
    };
    path.is_file() && head().is_ok_and(|head| sound::few_faces(&head))
}

fn look_into(database: &Database) -> Found {
    let mut found = Found { faces: Vec::new(), refused: Vec::new() };
    let known = known_files(database);
    for face in database.faces() {
        let Some(path) = file(face) else { continue };
        if known.contains(path) && !is_known(face) {
            continue;
        }
        let seen = database.with_face_data(face.id, |data, index| {
            let face = Face::parse(data, index).ok()?;
            let cmap = face.raw_face().table(Tag::from_bytes(b"cmap")).unwrap_or_default();
            if !sound::few_characters(cmap) {
                return None;
            }
            // A file that was cut off may still know its name and its characters.
            let whole = SHAPES.iter().any(|t| face.raw_face().table(Tag::from_bytes(t)).is_some());
            let free = face.permissions() != Some(Permissions::Restricted);
            Some((FontInfo::new(data, index).filter(|_| whole)?, free))
        });
        match seen.flatten() {
            Some((info, true)) => {
                found.faces.push((File { path: path.to_owned(), index: face.index }, info));
            }
            Some((_, false)) => {
                found.refused.push(Refused { file: path.to_owned(), why: Refusal::NotToBeEmbedded })
            }
            // scan() says so where the file is the person's own.
            None => {}
        }
    }
    found.refused.dedup();
    found
}

fn file(face: &FaceInfo) -> Option<&Path> {
    match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}

fn is_known(face: &FaceInfo) -> bool {
    face.families.iter().any(|(name, _)| names::is_known(name))
}

/// Files that hold a face we ask for. What else lies in them is the same characters for another
/// country: to look into it takes longer than to set a report.
fn known_files(database: &Database) -> BTreeSet<&Path> {
    database.faces().filter(|face| is_known(face)).filter_map(file).collect()
}

/// What by its name is a font, in a folder and all below it.
fn font_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            // A link is not followed: it may lead back up.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(_) if is_font(&entry.path()) => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files.sort();
    files
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["ttf", "ttc", "otf", "otc"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}
