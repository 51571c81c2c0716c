//! The desk: what a person can do, as named calls. The window, the browser, the command line and
//! the tests all come in through [`Desk::call`]; JSON in, JSON out.

mod attached;
mod backing;
mod calls;
mod checking;
mod clock;
mod desk;
mod exporting;
mod fault;
pub mod files;
mod grid;
mod log;
mod note;
mod notice;
mod opening;
mod overview;
mod package;
mod paste;
mod quick;
mod recent;
mod restore;
mod sample;
mod secrecy;
mod sheet_file;
mod task;
mod template_file;
pub mod types;
mod typesetting;

/// The program's name, where a file says who made something.
pub(crate) const PROGRAM: &str = "法治年报";

pub use calls::{CALLS, Call};
pub use desk::{Desk, Env};
pub use fault::{Fault, FaultCode};
pub use sample::make as write_sample;

pub use calls::check::check_file;
pub use calls::convert::convert;
pub use calls::export::{Exported, FormatName, format_names};
pub use calls::import::{ChangeKind, Reading, Revisions, read_file};
