//! What could not be done with a 库, each with a sentence for the clerk and what to do about it.

use serde::Serialize;

use crate::Refused;

/// A read or write that did not happen. Nothing in the file has changed.
///
/// Displays as one Chinese sentence; [`StoreError::hint`] says what to do, [`StoreError::code`] names
/// the case for programs.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("找不到这个库文件")]
    Missing,
    /// Nothing is in it. It is never filled anew: what was there may still be in a copy.
    #[error("这个库文件是空的，原来的内容不在里面了")]
    Empty,
    #[error("这是一个文件夹，不是库文件")]
    Folder,
    /// The folder to make a 库 in.
    #[error("要存放库文件的文件夹不存在")]
    NoFolder,
    #[error("这个位置已经有同名文件")]
    Exists,
    #[error("没有读写这个库文件的权限")]
    NoPermission,
    #[error("这个库文件是只读的，不能保存修改")]
    ReadOnly,
    /// Opened to be looked at: another program writes it, or it is damaged.
    #[error("这个库现在只能查看，没有保存修改")]
    LookedAt,
    /// Not an SQLite file at all.
    #[error("这个文件不是法治年报的库")]
    NotLibrary,
    /// An SQLite file without our `application_id`.
    #[error("这个文件是别的程序的数据，不是法治年报的库")]
    OtherProgram,
    #[error("这个库是用更新版本的程序保存的，本程序打不开")]
    Newer {
        /// `user_version` of the file.
        file: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// What SQLite or a column says is wrong, for the log.
    #[error("这个库文件已损坏")]
    Damaged(String),
    /// Held by another process, or open a second time in this one.
    #[error("这个库正在别的窗口或程序中打开")]
    Busy,
    #[error("磁盘已满，这一步没有保存")]
    DiskFull,
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Anything else the disk or SQLite says, for the log.
    #[error("读写库文件时出错，这一步没有完成")]
    Failed(String),
}

/// The case, for programs. Serialises as a snake_case word, the same as [`Code::word`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    Missing,
    Empty,
    IsFolder,
    NoFolder,
    Exists,
    NoPermission,
    ReadOnly,
    LookedAt,
    NotLibrary,
    OtherProgram,
    Newer,
    Damaged,
    Busy,
    DiskFull,
    NoRecord,
    NoYear,
    YearTwice,
    YearInUse,
    SecondUnit,
    UnitNeeded,
    NoArea,
    AreaOfOtherYear,
    AreaInUse,
    FigureKeyTwice,
    FigureKey,
    TemplateKeyTwice,
    NoTarget,
    TargetOfOtherYear,
    IndicatorCircle,
    NoSnapshot,
    CopyTooLarge,
    NoCopy,
    CopyDamaged,
    PlaceholderTwice,
    NoPlaceholder,
    Failed,
}

impl Code {
    /// `no_permission`, `figure_key_twice` …
    pub fn word(self) -> &'static str {
        match self {
            Code::Missing => "missing",
            Code::Empty => "empty",
            Code::IsFolder => "is_folder",
            Code::NoFolder => "no_folder",
            Code::Exists => "exists",
            Code::NoPermission => "no_permission",
            Code::ReadOnly => "read_only",
            Code::LookedAt => "looked_at",
            Code::NotLibrary => "not_library",
            Code::OtherProgram => "other_program",
            Code::Newer => "newer",
            Code::Damaged => "damaged",
            Code::Busy => "busy",
            Code::DiskFull => "disk_full",
            Code::NoRecord => "no_record",
            Code::NoYear => "no_year",
            Code::YearTwice => "year_twice",
            Code::YearInUse => "year_in_use",
            Code::SecondUnit => "second_unit",
            Code::UnitNeeded => "unit_needed",
            Code::NoArea => "no_area",
            Code::AreaOfOtherYear => "area_of_other_year",
            Code::AreaInUse => "area_in_use",
            Code::FigureKeyTwice => "figure_key_twice",
            Code::FigureKey => "figure_key",
            Code::TemplateKeyTwice => "template_key_twice",
            Code::NoTarget => "no_target",
            Code::TargetOfOtherYear => "target_of_other_year",
            Code::IndicatorCircle => "indicator_circle",
            Code::NoSnapshot => "no_snapshot",
            Code::CopyTooLarge => "copy_too_large",
            Code::NoCopy => "no_copy",
            Code::CopyDamaged => "copy_damaged",
            Code::PlaceholderTwice => "placeholder_twice",
            Code::NoPlaceholder => "no_placeholder",
            Code::Failed => "failed",
        }
    }
}

impl StoreError {
    /// The sentence for the clerk; the same as its Display.
    pub fn message(&self) -> String {
        self.to_string()
    }

    /// What the clerk can do about it, one Chinese sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            StoreError::Missing => "请看文件是否被移走、改名或删除，也可以从备份中打开",
            StoreError::Empty => "请不要在这个文件上继续，从备份或别处的副本中打开",
            StoreError::Folder => "请进入文件夹，选择其中的 .nianbao 文件",
            StoreError::NoFolder => "请先建好文件夹，或者换一个位置",
            StoreError::Exists => "请换一个名称，或者直接打开已有的文件",
            StoreError::NoPermission => "请换一个自己能读写的文件夹，或者请管理员开通权限",
            StoreError::LookedAt => "请先在别处关闭它再重新打开，或者另存一份后在新的文件里修改",
            StoreError::ReadOnly => "请去掉文件的只读属性，或者复制到自己的文件夹后再打开",
            StoreError::NotLibrary | StoreError::OtherProgram => {
                "请选择扩展名为 .nianbao 的文件；要读入已有的报告，请用“导入”"
            }
            StoreError::Newer { .. } => "请把程序升级到最新版本后再打开，文件没有被改动",
            StoreError::Damaged(_) => "请从备份中打开；这个文件请保留，不要删除",
            StoreError::Busy => "请先在那边关闭，再试一次",
            StoreError::DiskFull => "请清理磁盘后再试，已经保存的内容都还在",
            StoreError::Refused(refused) => refused.hint(),
            StoreError::Failed(_) => "请再试一次；仍不行时，请换一个磁盘或文件夹",
        }
    }

    /// The case, for programs.
    pub fn code(&self) -> Code {
        match self {
            StoreError::Missing => Code::Missing,
            StoreError::Empty => Code::Empty,
            StoreError::Folder => Code::IsFolder,
            StoreError::NoFolder => Code::NoFolder,
            StoreError::Exists => Code::Exists,
            StoreError::NoPermission => Code::NoPermission,
            StoreError::ReadOnly => Code::ReadOnly,
            StoreError::LookedAt => Code::LookedAt,
            StoreError::NotLibrary => Code::NotLibrary,
            StoreError::OtherProgram => Code::OtherProgram,
            StoreError::Newer { .. } => Code::Newer,
            StoreError::Damaged(_) => Code::Damaged,
            StoreError::Busy => Code::Busy,
            StoreError::DiskFull => Code::DiskFull,
            StoreError::Refused(refused) => refused.code(),
            StoreError::Failed(_) => Code::Failed,
        }
    }

    /// What the system said, for the log only: English, and without anything the clerk wrote.
    pub fn detail(&self) -> Option<&str> {
        match self {
            StoreError::Damaged(detail) | StoreError::Failed(detail) => Some(detail),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{Error, ErrorCode, ffi};
        match &error {
            Error::SqliteFailure(failure, _) => {
                // SQLite's own sentence may hold the path; its number says as much.
                let detail = format!("sqlite {:?} {}", failure.code, failure.extended_code);
                match failure.code {
                    // The file may be written, but not the log beside it.
                    _ if failure.extended_code == ffi::SQLITE_READONLY_DIRECTORY => {
                        StoreError::NoPermission
                    }
                    _ if failure.extended_code == ffi::SQLITE_READONLY_DBMOVED => {
                        StoreError::Missing
                    }
                    ErrorCode::DiskFull => StoreError::DiskFull,
                    ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
                    ErrorCode::ReadOnly => StoreError::ReadOnly,
                    ErrorCode::PermissionDenied | ErrorCode::CannotOpen => StoreError::NoPermission,
                    ErrorCode::NotADatabase => StoreError::NotLibrary,
                    ErrorCode::DatabaseCorrupt => StoreError::Damaged(detail),
                    _ => StoreError::Failed(detail),
                }
            }
            // A column that holds what its kind never writes, or a table without its column.
            Error::FromSqlConversionFailure(..)
            | Error::InvalidColumnType(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::SqlInputError { .. } => StoreError::Damaged(error.to_string()),
            _ => StoreError::Failed(error.to_string()),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => StoreError::Missing,
            ErrorKind::IsADirectory => StoreError::Folder,
            ErrorKind::NotADirectory => StoreError::NoFolder,
            ErrorKind::AlreadyExists => StoreError::Exists,
            ErrorKind::PermissionDenied => StoreError::NoPermission,
            ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull,
            _ => StoreError::Failed(error.to_string()),
        }
    }
}
