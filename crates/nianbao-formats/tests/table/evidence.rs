//! The package of evidence, packed and looked at from outside.

use std::io::{Cursor, Write};
use std::process::{Command, Stdio};

use encoding_rs::GB18030;
use jiff::civil::date;
use nianbao_core::directory::directory;
use nianbao_core::record::*;
use nianbao_formats::export::evidence::{Archive, Entry, entries, package};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn packed() -> (Vec<String>, Vec<u8>) {
    let mut records = YearRecords::new(Unit::default(), Year { year: 2023, ..Year::default() });
    for (id, title, path) in [
        (1, "会议纪要", "C:\\材料\\a.pdf"),
        (2, "照片：一", "/tmp/b.JPG"),
        (3, "会议纪要", "/tmp/c"),
        (4, "镕䶮𬭎", "/tmp/d.docx"),
    ] {
        records.evidence.push(Evidence {
            id: Id(id),
            title: title.to_owned(),
            path: path.to_owned(),
            ..Evidence::default()
        });
    }
    let package = package(&directory(&records), "清禾县司法局", 2023);
    let mut archive = Archive::new(Cursor::new(Vec::new()), &package.folder, date(2024, 2, 1));
    let mut names = Vec::new();
    for file in &package.files {
        let bytes = file.path.repeat(100);
        let read = archive.add(&file.name, bytes.as_bytes(), bytes.len() as u64).unwrap();
        assert_eq!(read, bytes.len() as u64);
        names.push(format!("{}/{}", package.folder, file.name));
    }
    (names, archive.finish().unwrap().into_inner())
}

#[test]
fn the_package_holds_every_file_under_its_chinese_name() {
    let (names, bytes) = packed();
    assert_eq!(
        names,
        [
            "清禾县司法局2023年佐证材料/01 会议纪要.pdf",
            "清禾县司法局2023年佐证材料/02 照片：一.JPG",
            "清禾县司法局2023年佐证材料/03 会议纪要",
            "清禾县司法局2023年佐证材料/04 镕䶮𬭎.docx",
        ]
    );
    let entries = entries(Cursor::new(&bytes)).unwrap();
    let read: Vec<_> = entries.iter().map(|entry| entry.name.clone()).collect();
    assert_eq!(read, names);
    assert_eq!(entries[0].size, 1500);
    // Bit 11 of the flags in each local header says UTF-8.
    let heads: Vec<_> = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, w)| *w == b"PK\x03\x04")
        .map(|(at, _)| at)
        .collect();
    assert_eq!(heads.len(), 4);
    assert!(heads.iter().all(|at| bytes[at + 7] & 0x08 != 0));
    let (_, again) = packed();
    assert_eq!(bytes, again);
}

#[test]
fn python_reads_the_same_names_and_finds_no_damage() {
    let (names, bytes) = packed();
    let script = "import io,sys,zipfile\n\
                  z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n\
                  assert z.testzip() is None\n\
                  assert all(i.date_time[:3]==(2024,2,1) for i in z.infolist())\n\
                  sys.stdout.buffer.write('\\n'.join(z.namelist()).encode('utf-8'))\n";
    let mut python = match Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
    {
        Ok(python) => python,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "skipped, no python3: {error}");
            return;
        }
    };
    python.stdin.take().unwrap().write_all(&bytes).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), names.join("\n"));
}

#[test]
fn names_that_windows_packed_are_read_right() {
    let name = "佐证材料/会议纪要.txt";
    // Windows writes GBK and sets no flag; the flag and the name's bytes are put in by hand.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let gbk = GB18030.encode(name).0.into_owned();
    let placeholder = "x".repeat(gbk.len());
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file(&*placeholder, options).unwrap();
    zip.write_all(b"text").unwrap();
    let mut bytes = zip.finish().unwrap().into_inner();
    let places: Vec<usize> = bytes
        .windows(placeholder.len())
        .enumerate()
        .filter(|(_, window)| *window == placeholder.as_bytes())
        .map(|(at, _)| at)
        .collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bytes[at..at + gbk.len()].copy_from_slice(&gbk);
    }
    let read = entries(Cursor::new(bytes)).unwrap();
    assert_eq!(read, [Entry { name: name.to_owned(), size: 4 }]);
}

#[test]
fn a_damaged_package_is_seen() {
    let (_, bytes) = packed();
    assert!(entries(Cursor::new(&bytes[..bytes.len() / 2])).is_err());
    // Within the first file, which stands unpacked behind its header.
    let mut damaged = bytes;
    damaged[200] ^= 1;
    assert!(entries(Cursor::new(damaged)).is_err());
}

#[test]
fn an_empty_package_is_a_package() {
    let package = package(&[], "", 2023);
    assert_eq!((package.folder.as_str(), package.files.len()), ("2023年佐证材料", 0));
    let archive = Archive::new(Cursor::new(Vec::new()), &package.folder, date(2024, 2, 1));
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(entries(Cursor::new(bytes)).unwrap(), []);
}
