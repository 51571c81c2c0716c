//! Makes a whole of what came over: what cannot be read goes, what is missing comes from the history
//! and the snapshots, and nothing leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::record::{Area, Id, Kind, Record, RecordRef, Unit, Year};
use rusqlite::Connection;

use crate::image::{self, Image};
use crate::{StoreError, copies, snapshot, table};

#[derive(Debug, Default)]
pub(super) struct Mended {
    pub kept: BTreeSet<(Kind, Id)>,
    /// Known to have been there.
    pub lost: BTreeSet<(Kind, Id)>,
    /// The tables out of which a row was taken, once for each.
    pub taken: Vec<&'static str>,
    pub brought_back: usize,
}

const NAMELESS: &str = "（没有找回名称）";

/// `known`: records that are known to have been there.
pub(super) fn mend(
    conn: &Connection,
    mut known: BTreeSet<(Kind, Id)>,
) -> Result<Mended, StoreError> {
    let mut mended = Mended::default();
    let told = told(conn)?;
    for (at, record) in &told {
        match record {
            Some(_) => known.insert((at.kind, at.id)),
            // Removed since; its row may still lie in a page that was not written over.
            None => known.remove(&(at.kind, at.id)),
        };
    }
    known.extend(drop_unreadable(conn, &mut mended)?);
    count_on(conn)?;
    let then = kept_by_snapshots(conn);
    // What others stand in comes first.
    let first = [Kind::Unit, Kind::Year, Kind::Area, Kind::Indicator];
    let rest = Kind::ALL.into_iter().filter(|kind| !first.contains(kind));
    for kind in first.into_iter().chain(rest) {
        let missing: Vec<RecordRef> = known
            .iter()
            .filter(|(k, id)| *k == kind && !mended.kept.contains(&(*k, *id)))
            .map(|(kind, id)| RecordRef { kind: *kind, id: *id })
            .collect();
        for at in missing {
            let from = told.get(&at).and_then(Option::as_ref).or_else(|| then.get(&at));
            if from.is_some_and(|record| bring_back(conn, record)) {
                mended.kept.insert((at.kind, at.id));
                mended.brought_back += 1;
            }
        }
        match kind {
            Kind::Unit => stand_in_unit(conn)?,
            Kind::Year => stand_in_years(conn, &told)?,
            Kind::Area => stand_in_areas(conn)?,
            _ => {}
        }
    }
    mended.lost = known.difference(&mended.kept).copied().collect();
    loose_ends(conn, &mut mended)?;
    count_on(conn)?;
    Ok(mended)
}

/// The last that the history says of each record that it knows; none: it was removed.
fn told(conn: &Connection) -> Result<BTreeMap<RecordRef, Option<Record>>, StoreError> {
    let mut told = BTreeMap::new();
    let sql = "SELECT record, kind, CASE WHEN step.state IN ('undone', 'dropped') THEN before ELSE after END
               FROM image JOIN step ON step.id = step ORDER BY step, record";
    let mut stmt = conn.prepare(sql)?;
    let mut rows = stmt.query(())?;
    while let Some(row) = rows.next()? {
        let (id, word): (i64, String) = (row.get(0)?, row.get(1)?);
        let Ok(kind) = image::kind(&word) else { continue };
        let at = RecordRef { kind, id: Id(id) };
        // A text that does not parse leaves what an older step said.
        let Ok(record) = image::from_json(row.get(2)?) else { continue };
        told.insert(at, record);
    }
    Ok(told)
}

/// Takes out the rows that no version wrote, so that the rest of their year can be read.
fn drop_unreadable(
    conn: &Connection,
    mended: &mut Mended,
) -> Result<BTreeSet<(Kind, Id)>, StoreError> {
    let mut dropped = BTreeSet::new();
    for kind in Kind::ALL {
        let name = table::name(kind);
        let mut stmt = conn.prepare(&format!("SELECT id FROM {name}"))?;
        let ids: Vec<i64> = stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
        for id in ids {
            let at = RecordRef { kind, id: Id(id) };
            if id > 0 && matches!(table::get(conn, at), Ok(Some(_))) {
                mended.kept.insert((kind, Id(id)));
            } else {
                table::remove(conn, at)?;
                dropped.insert((kind, Id(id)));
            }
        }
    }
    Ok(dropped)
}

fn kept_by_snapshots(conn: &Connection) -> BTreeMap<RecordRef, Record> {
    let mut found = BTreeMap::new();
    let Ok(mut stmt) = conn.prepare("SELECT records FROM snapshot ORDER BY id") else {
        return found;
    };
    let Ok(mut rows) = stmt.query(()) else { return found };
    while let Ok(Some(row)) = rows.next() {
        let Ok(text) = row.get::<_, String>(0) else { continue };
        for record in snapshot::records(&text).unwrap_or_default() {
            found.insert(RecordRef { kind: record.kind(), id: record.id() }, record);
        }
    }
    found
}

fn bring_back(conn: &Connection, record: &Record) -> bool {
    let at = RecordRef { kind: record.kind(), id: record.id() };
    let image = Image { at, before: None, after: Some(record.clone()) };
    if conn.execute_batch("SAVEPOINT bring_back").is_err() {
        return false;
    }
    let there = image::apply(conn, &[image]).is_ok() && matches!(table::get(conn, at), Ok(Some(_)));
    let end =
        if there { "RELEASE bring_back" } else { "ROLLBACK TO bring_back; RELEASE bring_back" };
    conn.execute_batch(end).is_ok() && there
}

fn stand_in_unit(conn: &Connection) -> Result<(), StoreError> {
    if !table::has_unit(conn)? {
        let id = next_id(conn)?;
        let unit = Unit { id, name: NAMELESS.into(), short: "我局".into(), ..Unit::default() };
        bring_back(conn, &Record::Unit(unit));
    }
    Ok(())
}

/// A year that others stand in, and none is there.
fn stand_in_years(
    conn: &Connection,
    told: &BTreeMap<RecordRef, Option<Record>>,
) -> Result<(), StoreError> {
    let mut years: BTreeSet<i32> = told.values().flatten().filter_map(Record::year).collect();
    for kind in Kind::ALL {
        if matches!(kind, Kind::Unit | Kind::Year | Kind::Template) {
            continue;
        }
        let sql = format!("SELECT DISTINCT year FROM {}", table::name(kind));
        let mut stmt = conn.prepare(&sql)?;
        years.extend(stmt.query_map((), |row| row.get::<_, i32>(0))?.flatten());
    }
    for year in years.into_iter().filter(|year| (1990..=2100).contains(year)) {
        if !table::has_year(conn, year)? {
            let id = next_id(conn)?;
            let template = "statutory".to_owned();
            bring_back(conn, &Record::Year(Year { id, year, template, ..Year::default() }));
        }
    }
    Ok(())
}

/// An area that others stand in, and none is there.
fn stand_in_areas(conn: &Connection) -> Result<(), StoreError> {
    for (year, id) in orphans(conn)? {
        // The number may be another area's, in another year.
        let area = Area { id: Id(id), year, title: NAMELESS.into(), order: id, ..Area::default() };
        bring_back(conn, &Record::Area(area));
    }
    Ok(())
}

fn orphans(conn: &Connection) -> Result<Vec<(i32, i64)>, StoreError> {
    let sql = "SELECT DISTINCT year, area FROM (
                   SELECT year, area FROM achievement
                   UNION SELECT year, area FROM passage WHERE area IS NOT NULL
               ) AS used
               WHERE NOT EXISTS (
                   SELECT 1 FROM area WHERE area.year = used.year AND area.id = used.area)";
    let mut stmt = conn.prepare(sql)?;
    Ok(stmt.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Cuts what leads nowhere. A row whose year or area is of no use any more goes with it.
fn loose_ends(conn: &Connection, mended: &mut Mended) -> Result<(), StoreError> {
    conn.execute_batch(
        "UPDATE indicator SET parent = NULL WHERE parent IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM indicator AS above
             WHERE above.year = indicator.year AND above.id = indicator.parent);
         UPDATE passage SET area = NULL WHERE area IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM area WHERE area.year = passage.year AND area.id = passage.area);",
    )?;
    for kind in Kind::ALL {
        let name = table::name(kind);
        let nowhere = match kind {
            Kind::Unit | Kind::Year | Kind::Template => continue,
            Kind::Achievement => {
                " OR NOT EXISTS (SELECT 1 FROM area
                   WHERE area.year = achievement.year AND area.id = achievement.area)"
            }
            _ => "",
        };
        let sql = format!(
            "SELECT id FROM {name}
             WHERE NOT EXISTS (SELECT 1 FROM year WHERE year.year = {name}.year){nowhere}"
        );
        let mut stmt = conn.prepare(&sql)?;
        let ids: Vec<i64> = stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
        for id in ids {
            table::remove(conn, RecordRef { kind, id: Id(id) })?;
            mended.kept.remove(&(kind, Id(id)));
            mended.lost.insert((kind, Id(id)));
        }
    }
    let ids: Vec<String> =
        Kind::ALL.iter().map(|kind| format!("SELECT id FROM {}", table::name(*kind))).collect();
    let there = ids.join(" UNION ALL ");
    // Milliseconds that are no moment: of 1970 to 9999.
    let no_moment = |column: &str| format!("{column} NOT BETWEEN 0 AND 253402000000000");
    let times = [no_moment("began"), no_moment("at"), no_moment("turned")].join(" OR ");
    let cuts = [
        ("step", times),
        ("snapshot", no_moment("at")),
        ("export", no_moment("at")),
        ("accepted", no_moment("at")),
        ("link", format!("source NOT IN ({there}) OR target NOT IN ({there})")),
        ("image", "step NOT IN (SELECT id FROM step)".to_owned()),
        ("copy_part", "copy NOT IN (SELECT id FROM copy)".to_owned()),
    ];
    for (name, which) in cuts {
        let gone = conn.execute(&format!("DELETE FROM {name} WHERE {which}"), ())?;
        mended.taken.extend(std::iter::repeat_n(name, gone));
    }
    for hash in copies::damaged(conn)? {
        conn.execute(
            "DELETE FROM copy_part WHERE copy = (SELECT id FROM copy WHERE hash = ?1)",
            [&hash],
        )?;
        conn.execute("DELETE FROM copy WHERE hash = ?1", [&hash])?;
        mended.taken.push("copy");
    }
    Ok(())
}

/// No number is given twice, whatever the counter said.
fn count_on(conn: &Connection) -> Result<(), StoreError> {
    let mut highest: i64 = 0;
    let ids = Kind::ALL.iter().map(|kind| format!("SELECT max(id) FROM {}", table::name(*kind)));
    for sql in ids.chain(["SELECT max(record) FROM image".to_owned()]) {
        let found: Option<i64> = conn.query_row(&sql, (), |row| row.get(0))?;
        highest = highest.max(found.unwrap_or_default());
    }
    conn.execute("UPDATE counter SET next_id = max(next_id, ?1)", [highest.saturating_add(1)])?;
    Ok(())
}

fn next_id(conn: &Connection) -> Result<Id, StoreError> {
    let id = conn.query_row("SELECT next_id FROM counter", (), |row| row.get(0))?;
    conn.execute("UPDATE counter SET next_id = next_id + 1", ())?;
    Ok(Id(id))
}
