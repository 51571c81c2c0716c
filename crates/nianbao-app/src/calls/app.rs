use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::{CALLS, Nothing};
use crate::desk::Desk;
use crate::fault::{Fault, file_name};
use crate::files;
use crate::notice::{self, Notice};
use crate::recent::{self, RecentFile};
use crate::types;

/// What is open.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Status {
    pub version: String,
    pub library: Option<LibraryStatus>,
    pub recent: Vec<RecentFile>,
    /// Name of the step that undo would take back.
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// Whether this user has read that the program is no place for state secrets.
    pub noticed: bool,
    /// Today by this machine's clock, `2026-11-25`.
    pub today: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LibraryStatus {
    /// Which opening this is: a page sends it along, so that its edits reach this 库 or none.
    pub opening: u32,
    /// How many edits changed something since; see [`Changed::edit`](super::record::Changed).
    pub edit: u32,
    pub path: String,
    /// File name without ending.
    pub name: String,
    pub unit: nianbao_core::record::Unit,
    /// Newest first.
    pub years: Vec<i32>,
    /// It can be looked at, and not changed: the notices say why.
    pub read_only: bool,
    pub notices: Vec<Notice>,
}

/// A file of the user's own folder; that it is there says enough.
const NOTICED: &str = "noticed.txt";

pub fn notice(desk: &Desk, _: Nothing) -> Result<Status, Fault> {
    let folder = &desk.env.data;
    std::fs::create_dir_all(folder).map_err(|e| Fault::io(&e, folder))?;
    files::write(&folder.join(NOTICED), "已阅：本程序不是涉密系统。\n".as_bytes(), true)?;
    status(desk, Nothing {})
}

pub fn status(desk: &Desk, _: Nothing) -> Result<Status, Fault> {
    let mut status = Status {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        library: None,
        recent: recent::list(&desk.env),
        undo: None,
        redo: None,
        noticed: desk.env.data.join(NOTICED).is_file(),
        today: crate::clock::local().date().to_string(),
    };
    let mut open = desk.lock();
    desk.expect(open.as_ref())?;
    if let Some(open) = open.as_mut() {
        let name = file_name(&open.path);
        status.library = Some(LibraryStatus {
            opening: open.opening,
            edit: open.edits,
            path: open.path.to_string_lossy().into_owned(),
            name: name.strip_suffix(".nianbao").unwrap_or(&name).to_owned(),
            unit: open.store.unit()?,
            years: open.store.year_numbers()?,
            read_only: open.store.is_read_only(),
            notices: notice::of(open),
        });
        status.undo = open.store.undo_name()?;
        status.redo = open.store.redo_name()?;
    }
    Ok(status)
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct Help {
    pub calls: Vec<CallHelp>,
    /// The TypeScript of every type they name, by its name.
    pub declarations: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct CallHelp {
    pub name: String,
    pub does: String,
    /// TypeScript types, declared in `declarations`.
    pub args: String,
    pub reply: String,
}

pub fn help(_: &Desk, _: Nothing) -> Result<Help, Fault> {
    let mut declarations = types::Declarations::new();
    let calls = CALLS
        .iter()
        .map(|call| {
            let (args, reply) = (call.types)(&mut declarations);
            CallHelp { name: call.name.to_owned(), does: call.does.to_owned(), args, reply }
        })
        .collect();
    Ok(Help { calls, declarations: declarations.by_name() })
}
