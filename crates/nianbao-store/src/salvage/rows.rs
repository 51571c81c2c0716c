//! The rows of a damaged table, from both ends and, between them, one by one.

use std::collections::BTreeSet;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row, params_from_iter};

use crate::StoreError;

/// How many numbers between two readable rows are asked for singly.
const MOST_ASKED: i64 = 200_000;

/// Carries over what can be read and fits; says how many rows were seen or known and did not come.
pub(super) fn carry(old: &Connection, new: &Connection, table: &str) -> Result<usize, StoreError> {
    let columns = columns(new, table)?;
    let named: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let marks = vec!["?"; columns.len()].join(", ");
    let insert = format!("INSERT INTO {table} ({}) VALUES ({marks})", named.join(", "));
    let mut insert = new.prepare(&insert)?;
    let mut seen = BTreeSet::new();
    let mut refused = 0;
    let mut take = |key: Key, cells: Vec<Value>| {
        if seen.insert(key) && insert.execute(params_from_iter(cells)).is_err() {
            refused += 1;
        }
    };
    let keys: Vec<usize> = (0..columns.len()).filter(|n| columns[*n].1).collect();
    let select = format!("SELECT {} FROM {table}", named.join(", "));
    let order = |way: &str| {
        let by: Vec<String> = keys.iter().map(|n| format!("{} {way}", named[*n])).collect();
        format!("{select} ORDER BY {}", by.join(", "))
    };
    let forward = walk(old, &order("ASC"), &keys, &mut take);
    if forward.whole {
        return Ok(refused);
    }
    let back = walk(old, &order("DESC"), &keys, &mut take);
    if let ([name], Some(from), Some(to)) = (&key_names(&named, &keys)[..], forward.last, back.last)
    {
        let between = format!("{select} WHERE {name} = ?1");
        for id in (from + 1..to).take(usize::try_from(MOST_ASKED).unwrap_or_default()) {
            one(old, &between, id, &keys, &mut take);
        }
    }
    // Of a table that holds no records nobody else knows how much there was.
    let known = ids(old, table).len();
    Ok(refused + known.saturating_sub(seen.len()).max(1))
}

/// What tells a row from another, as text.
type Key = String;

struct Walked {
    /// To the end, and nothing was in the way.
    whole: bool,
    /// The last key, where it is a number.
    last: Option<i64>,
}

fn walk(
    old: &Connection,
    sql: &str,
    keys: &[usize],
    take: &mut impl FnMut(Key, Vec<Value>),
) -> Walked {
    let mut walked = Walked { whole: false, last: None };
    let Ok(mut stmt) = old.prepare(sql) else { return walked };
    let Ok(mut rows) = stmt.query(()) else { return walked };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let Some((key, cells)) = read(row, keys) else { return walked };
                if let Some(Value::Integer(id)) = keys.first().and_then(|n| cells.get(*n)) {
                    walked.last = Some(*id);
                }
                take(key, cells);
            }
            Ok(None) => {
                walked.whole = true;
                return walked;
            }
            Err(_) => return walked,
        }
    }
}

fn one(
    old: &Connection,
    sql: &str,
    id: i64,
    keys: &[usize],
    take: &mut impl FnMut(Key, Vec<Value>),
) {
    let found = old
        .prepare_cached(sql)
        .and_then(|mut stmt| stmt.query_row([id], |row| Ok(read(row, keys))));
    if let Ok(Some((key, cells))) = found {
        take(key, cells);
    }
}

/// Text with bytes that are none keeps its other characters.
fn read(row: &Row<'_>, keys: &[usize]) -> Option<(Key, Vec<Value>)> {
    let count = row.as_ref().column_count();
    let mut cells = Vec::with_capacity(count);
    for n in 0..count {
        cells.push(match row.get_ref(n).ok()? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(value) => Value::Integer(value),
            ValueRef::Real(value) => Value::Real(value),
            ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
            ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        });
    }
    let key: Vec<String> = keys.iter().map(|n| format!("{:?}", cells[*n])).collect();
    Some((key.join("|"), cells))
}

/// Numbers of the rows that an index or the table itself still tells of.
pub(super) fn ids(old: &Connection, table: &str) -> BTreeSet<i64> {
    let mut found = BTreeSet::new();
    // The first is answered from an index where there is one, the second never.
    for sql in [
        format!("SELECT id FROM {table}"),
        format!("SELECT id FROM {table} NOT INDEXED ORDER BY id"),
        format!("SELECT id FROM {table} NOT INDEXED ORDER BY id DESC"),
    ] {
        let Ok(mut stmt) = old.prepare(&sql) else { continue };
        let Ok(mut rows) = stmt.query(()) else { continue };
        while let Ok(Some(row)) = rows.next() {
            let Ok(id) = row.get(0) else { break };
            found.insert(id);
        }
    }
    found
}

/// Each column with whether it is of the primary key.
fn columns(conn: &Connection, table: &str) -> Result<Vec<(String, bool)>, StoreError> {
    let mut stmt = conn.prepare(&format!("PRAGMA table_info({table})"))?;
    let rows = stmt.query_map((), |row| Ok((row.get(1)?, row.get::<_, i64>(5)? > 0)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn key_names(named: &[String], keys: &[usize]) -> Vec<String> {
    keys.iter().map(|n| named[*n].clone()).collect()
}
