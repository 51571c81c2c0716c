//! What can still be read of a damaged 库, in a new one: table by table, row by row; what a table has
//! lost, from the history and from the snapshots. The damaged file is left as it is.

mod mend;
mod rows;

use std::collections::BTreeSet;
use std::path::Path;

use nianbao_core::record::{Id, Kind};
use rusqlite::Connection;

use crate::look::Look;
use crate::migrate::{self, APPLICATION_ID, MIGRATIONS};
use crate::search::index;
use crate::{StoreError, open, sound, table};

/// What became of one kind of thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// As the screen calls it.
    pub name: &'static str,
    pub kept: usize,
    /// Those that are known to have been there. There may have been more.
    pub lost: usize,
}

/// What was saved, and what is known to be lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Only those of which there was any, the records first.
    pub parts: Vec<Part>,
    /// Whether steps can no longer be undone, because not all that they changed is known.
    pub undo_lost: bool,
}

impl Salvaged {
    pub fn kept(&self) -> usize {
        self.parts.iter().map(|part| part.kept).sum()
    }

    pub fn lost(&self) -> usize {
        self.parts.iter().map(|part| part.lost).sum()
    }
}

/// Tables beside those of the records, each after what it refers to, and what they hold.
const BESIDE: [(&str, &str); 10] = [
    ("link", "记录之间的关联"),
    ("step", "修改历史"),
    ("image", "修改历史"),
    ("snapshot", "留存的版本"),
    ("copy", "佐证文件"),
    ("copy_part", "佐证文件"),
    ("export", "导出记录"),
    ("accepted", "体检设置"),
    ("rule_off", "体检设置"),
    ("own_word", "体检设置"),
];

/// Saves what can be read of `from` into a new file. `work`: a place for a copy meanwhile.
///
/// # Errors
/// [`StoreError::Damaged`] where nothing can be read; as [`Store::open`] and [`Store::create`]
/// otherwise. Then there is no new file.
///
/// [`Store::open`]: crate::Store::open
/// [`Store::create`]: crate::Store::create
pub fn salvage(from: &Path, to: &Path, work: &Path) -> Result<Salvaged, StoreError> {
    drop(open::claim(from)?);
    let look = Look::take(from, work)?;
    let old = open::bare(work)?;
    old.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF; PRAGMA writable_schema = ON;",
    )?;
    // The head may be what is damaged; the list of migrations says the same.
    let sql = "SELECT max(number) FROM migration";
    let version = match old.query_row(sql, (), |row| row.get::<_, u32>(0)) {
        Ok(listed) => listed,
        Err(_) => migrate::version(&old)?,
    };
    if version > migrate::known() {
        return Err(StoreError::Newer { file: version, known: migrate::known() });
    }
    open::reserve(to)?;
    let saved = fill(&old, version, to);
    drop(old);
    drop(look);
    saved.inspect_err(|_| open::remove(to))
}

fn fill(old: &Connection, version: u32, to: &Path) -> Result<Salvaged, StoreError> {
    let mut new = open::bare(to)?;
    new.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;",
    )?;
    let tx = new.transaction()?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate::run_to(&tx, version.max(1) as usize)?;
    let there = sound::tables(&tx)?;
    let mut lost_rows = Vec::new();
    for (name, _) in BESIDE.iter().filter(|(name, _)| there.iter().any(|t| t == name)) {
        lost_rows.push((*name, rows::carry(old, &tx, name)?));
    }
    let mut known: BTreeSet<(Kind, Id)> = BTreeSet::new();
    for kind in Kind::ALL {
        let name = table::name(kind);
        if there.iter().any(|table| table == name) {
            rows::carry(old, &tx, name)?;
            known.extend(rows::ids(old, name).into_iter().map(|id| (kind, Id(id))));
        }
    }
    migrate::run_to(&tx, MIGRATIONS.len())?;
    // Records are written as an edit writes them, which notes them for the search.
    index::make_empty(&tx)?;
    let mended = mend::mend(&tx, known)?;
    let salvaged = tell(&tx, &lost_rows, &mended)?;
    if mended.kept.is_empty() {
        return Err(StoreError::Damaged("nothing can be read".to_owned()));
    }
    if salvaged.undo_lost {
        // An undo of half a step would be worse than none.
        tx.execute_batch(
            "UPDATE step SET state = 'origin', merge = NULL WHERE state = 'done';
             UPDATE step SET state = 'dropped', merge = NULL WHERE state = 'undone';",
        )?;
    }
    index::rebuild(&tx)?;
    tx.commit()?;
    sound::full(&new)?;
    new.close().map_err(|(_, error)| error)?;
    std::fs::OpenOptions::new().write(true).open(to)?.sync_all()?;
    Ok(salvaged)
}

fn tell(
    conn: &Connection,
    lost_rows: &[(&str, usize)],
    mended: &mend::Mended,
) -> Result<Salvaged, StoreError> {
    let mut salvaged = Salvaged::default();
    let mut add = |name: &'static str, kept: usize, lost: usize| match salvaged
        .parts
        .iter_mut()
        .find(|part| part.name == name)
    {
        Some(part) => {
            part.kept += kept;
            part.lost += lost;
        }
        None => salvaged.parts.push(Part { name, kept, lost }),
    };
    for kind in Kind::ALL {
        let count = |of: &BTreeSet<(Kind, Id)>| of.iter().filter(|(k, _)| *k == kind).count();
        add(kind.word(), count(&mended.kept), count(&mended.lost));
    }
    for (name, part) in BESIDE {
        let sql = format!("SELECT count(*) FROM {name}");
        let kept: i64 = conn.query_row(&sql, (), |row| row.get(0))?;
        let missed = lost_rows.iter().find(|(table, _)| *table == name).map_or(0, |(_, n)| *n);
        let taken = mended.taken.iter().filter(|table| **table == name).count();
        add(part, usize::try_from(kept).unwrap_or_default(), missed + taken);
    }
    let history = salvaged.parts.iter().any(|part| part.name == "修改历史" && part.lost > 0);
    salvaged.undo_lost = history || !mended.lost.is_empty() || mended.brought_back > 0;
    salvaged.parts.retain(|part| part.kept + part.lost > 0);
    Ok(salvaged)
}
