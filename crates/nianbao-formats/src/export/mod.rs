//! Document in, bytes out.

pub mod docx;
pub mod evidence;
mod format;
pub mod html;
pub mod markdown;
mod ooxml;
mod said;
pub mod sheet;
pub mod txt;

pub use format::{Format, Output};
pub use said::dropped;

/// Why a document could not be turned into a file. Each reads as one sentence to a clerk.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The archive could not be put together.
    #[error("生成文件时出错，请再导出一次。")]
    Archive(#[from] zip::result::ZipError),
    #[error("生成文件时出错，请再导出一次。")]
    Io(#[from] std::io::Error),
    /// What was written is no document.
    #[error("导出的文件读不回来，没有保存，请再导出一次。")]
    Unreadable,
    /// The `paragraph`-th paragraph (from 1) reads otherwise than the draft.
    #[error("导出的文件第{paragraph}段与成稿不一致，没有保存，请再导出一次。")]
    Different { paragraph: usize },
    /// A table's cells read otherwise than the draft.
    #[error("导出的文件中表格与成稿不一致，没有保存，请再导出一次。")]
    TableDifferent,
    #[error("生成表格文件时出错，请再导出一次。")]
    Sheet,
    /// A cell reads otherwise than it was to be.
    #[error("导出的表格与程序里的不一致，没有保存，请再导出一次。")]
    SheetDifferent,
}
