//! The ZIP. Names are UTF-8 and flagged so; files are streamed, none is held whole in memory.

use std::io::{Read, Seek, Write};

use encoding_rs::GB18030;
use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::export::ExportError;

/// Packed already; packing again only takes time.
const PACKED: [&str; 14] = [
    "7z", "docx", "gz", "jpeg", "jpg", "mp3", "mp4", "ofd", "pdf", "png", "pptx", "rar", "xlsx",
    "zip",
];

/// Beyond this an entry needs the large form of the format, which old programs do not read.
const LARGE: u64 = u32::MAX as u64;

/// A ZIP under way.
pub struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
    folder: String,
    day: DateTime,
}

impl<W: Write + Seek> Archive<W> {
    /// Everything goes into one folder, so that unpacking makes no mess. `day` is what the entries bear.
    pub fn new(to: W, folder: &str, day: Date) -> Self {
        let year = u16::try_from(day.year()).unwrap_or(1980);
        let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
        let day = DateTime::from_date_and_time(year, month, of_month, 0, 0, 0).unwrap_or_default();
        Self { zip: ZipWriter::new(to), folder: folder.to_owned(), day }
    }

    /// Adds a file; `size` as far as it is known beforehand. Gives the bytes that were read.
    ///
    /// # Errors
    /// The file cannot be read, or the archive not written.
    pub fn add(&mut self, name: &str, mut from: impl Read, size: u64) -> Result<u64, ExportError> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let method = if PACKED.contains(&ending.as_str()) {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(self.day)
            .system(System::Dos)
            .large_file(size >= LARGE);
        self.zip.start_file(format!("{}/{name}", self.folder), options)?;
        Ok(std::io::copy(&mut from, &mut self.zip)?)
    }

    /// # Errors
    /// The archive cannot be written.
    pub fn finish(self) -> Result<W, ExportError> {
        Ok(self.zip.finish()?)
    }
}

/// A file in a ZIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// With its folders.
    pub name: String,
    pub size: u64,
}

/// What a ZIP holds, each file read to its end: the check before success is said. Names that bear no
/// flag are read as Windows wrote them, in GB18030, unless they are UTF-8 all the same.
///
/// # Errors
/// It is no ZIP, or a file in it is damaged.
pub fn entries(from: impl Read + Seek) -> Result<Vec<Entry>, ExportError> {
    let mut archive = ZipArchive::new(from).map_err(|_| ExportError::Unreadable)?;
    let mut out = Vec::with_capacity(archive.len());
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).map_err(|_| ExportError::Unreadable)?;
        let size = std::io::copy(&mut file, &mut std::io::sink());
        let size = size.map_err(|_| ExportError::Unreadable)?;
        let raw = file.name_raw();
        let name = match std::str::from_utf8(raw) {
            Ok(name) => name.to_owned(),
            Err(_) => GB18030.decode_without_bom_handling(raw).0.into_owned(),
        };
        out.push(Entry { name, size });
    }
    Ok(out)
}
