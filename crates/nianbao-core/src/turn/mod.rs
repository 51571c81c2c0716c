//! A paragraph of the draft split, joined with the next, moved elsewhere or turned into another kind of
//! record. Each is a list of changes for one edit; no word is lost, and what a link loses is told.
//!
//! `referrers` are the plans and achievements, of whatever year, that answer the record that changes.

mod join;
mod kind;
mod links;
mod list;
mod loose;
mod split;

pub use join::{join, next};
pub use kind::{Place, Turned, turn};
pub use split::split;

use crate::compose::ends_a_sentence;
use crate::record::{Kind, Record, RecordRef};

/// One change of an edit. Id -1 is a new record.
#[derive(Debug, Clone, PartialEq)]
// Nearly all of them are puts: a box would cost more than it saves.
#[allow(clippy::large_enum_variant)]
pub enum Change {
    Put(Record),
    Remove(RecordRef),
}

/// Why it cannot be done. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TurnError {
    #[error("这条记录已经不在了，请重新打开这一页")]
    NoRecord,
    #[error("{}不能这样拆分或合并", .0.word())]
    NoProse(Kind),
    #[error("光标前后都要有文字，才能分成两段")]
    NothingToSplit,
    #[error("这个问题另有公开版写法，请先清空公开版写法，再分成两段")]
    PublicWording,
    #[error("后面没有可以合并的{}", .0.word())]
    NothingAfter(Kind),
    #[error("要放进的领域已经不在了，请另选一个")]
    NoArea,
    #[error("这条成效标为“{0}”，改成别的记录后会写进报告，请先改为“公开”")]
    NotOpen(&'static str),
}

/// Gives a text the full stop that it lacks before another sentence.
fn close(text: &mut String) {
    if !text.trim().is_empty() && !ends_a_sentence(text.trim_end()) {
        text.push('。');
    }
}
