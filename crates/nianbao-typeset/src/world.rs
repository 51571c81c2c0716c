//! What Typst may see: one text, the faces, nothing else. No file, no clock, no network.

use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::Fonts;

pub(crate) struct Sheet {
    library: LazyHash<Library>,
    pub fonts: Arc<Fonts>,
    source: Source,
}

impl Sheet {
    pub fn new(fonts: Arc<Fonts>) -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            fonts,
            source: Source::detached(String::new()),
        }
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Sets the text; what is as it was is not read again.
    pub fn replace(&mut self, text: &str) {
        self.source.replace(text);
    }
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
