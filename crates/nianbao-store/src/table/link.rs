//! References between records that are lists, and the one that is not: an indicator's parent.

use std::collections::BTreeMap;

use nianbao_core::record::{Id, Kind, Record, RecordRef};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use super::{Linked, name};
use crate::StoreError;

/// A list of references that a kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum List {
    AchievementAnswers,
    AchievementIndicators,
    AchievementEvidence,
    PlanAnswers,
    IndicatorEvidence,
}

impl List {
    pub(crate) const ALL: [List; 5] = [
        List::AchievementAnswers,
        List::AchievementIndicators,
        List::AchievementEvidence,
        List::PlanAnswers,
        List::IndicatorEvidence,
    ];

    fn word(self) -> &'static str {
        match self {
            List::AchievementAnswers => "achievement.answers",
            List::AchievementIndicators => "achievement.indicators",
            List::AchievementEvidence => "achievement.evidence",
            List::PlanAnswers => "plan.answers",
            List::IndicatorEvidence => "indicator.evidence",
        }
    }

    /// None: a list of a program that is not out yet.
    fn read(cell: ValueRef<'_>) -> Option<Self> {
        let word = cell.as_str().ok()?;
        Self::ALL.into_iter().find(|list| list.word() == word)
    }

    pub(crate) fn source(self) -> Kind {
        match self {
            List::AchievementAnswers | List::AchievementIndicators | List::AchievementEvidence => {
                Kind::Achievement
            }
            List::PlanAnswers => Kind::Plan,
            List::IndicatorEvidence => Kind::Indicator,
        }
    }

    pub(crate) fn targets(self) -> &'static [Kind] {
        match self {
            List::AchievementAnswers => &[Kind::Plan, Kind::Problem],
            List::AchievementIndicators => &[Kind::Indicator],
            List::AchievementEvidence | List::IndicatorEvidence => &[Kind::Evidence],
            List::PlanAnswers => &[Kind::Problem],
        }
    }

    /// Whether it may lead into another year: what is accounted for is last year's.
    pub(crate) fn crosses_years(self) -> bool {
        self == List::AchievementAnswers
    }

    /// Empty for a record of a kind that has no such list.
    pub(crate) fn of(self, record: &Record) -> &[Id] {
        match (self, record) {
            (List::AchievementAnswers, Record::Achievement(r)) => &r.answers,
            (List::AchievementIndicators, Record::Achievement(r)) => &r.indicators,
            (List::AchievementEvidence, Record::Achievement(r)) => &r.evidence,
            (List::PlanAnswers, Record::Plan(r)) => &r.answers,
            (List::IndicatorEvidence, Record::Indicator(r)) => &r.evidence,
            _ => &[],
        }
    }
}

/// Every list of a record.
pub(crate) fn lists_mut(record: &mut Record) -> Vec<&mut Vec<Id>> {
    match record {
        Record::Achievement(r) => vec![&mut r.answers, &mut r.indicators, &mut r.evidence],
        Record::Plan(r) => vec![&mut r.answers],
        Record::Indicator(r) => vec![&mut r.evidence],
        _ => Vec::new(),
    }
}

/// Fills the lists of one record.
pub(super) fn fill<T: Linked>(conn: &Connection, record: &mut T) -> rusqlite::Result<()> {
    // `+`: else SQLite prepares the statement anew for every record, as its order might depend on the
    // value.
    let sql = "SELECT list, target FROM link WHERE source = +?1 ORDER BY list, place";
    let mut stmt = conn.prepare_cached(sql)?;
    let mut rows = stmt.query([record.id().0])?;
    while let Some(row) = rows.next()? {
        if let Some(ids) = List::read(row.get_ref(0)?).and_then(|list| record.list(list)) {
            ids.push(Id(row.get(1)?));
        }
    }
    Ok(())
}

/// Fills the lists of all records of one kind in a year.
pub(super) fn fill_year<T: Linked>(
    conn: &Connection,
    year: i32,
    records: &mut [T],
) -> rusqlite::Result<()> {
    let nth: BTreeMap<Id, usize> = records.iter().enumerate().map(|(n, r)| (r.id(), n)).collect();
    let sql = format!(
        "SELECT link.source, list, link.target FROM {} AS r JOIN link ON link.source = r.id
         WHERE r.year = ?1 ORDER BY link.source, list, place",
        T::NAME
    );
    let mut stmt = conn.prepare_cached(&sql)?;
    let mut rows = stmt.query([year])?;
    while let Some(row) = rows.next()? {
        let record = nth.get(&Id(row.get(0)?)).and_then(|n| records.get_mut(*n));
        let list = List::read(row.get_ref(1)?);
        if let Some(ids) = record.zip(list).and_then(|(record, list)| record.list(list)) {
            ids.push(Id(row.get(2)?));
        }
    }
    Ok(())
}

/// Writes the lists that differ from what stands there.
pub(super) fn put(
    conn: &Connection,
    before: Option<&Record>,
    record: &Record,
) -> rusqlite::Result<()> {
    for list in List::ALL.into_iter().filter(|list| list.source() == record.kind()) {
        let old = before.map_or(&[][..], |before| list.of(before));
        let new = list.of(record);
        if old == new {
            continue;
        }
        let source = record.id().0;
        if !old.is_empty() {
            conn.prepare_cached("DELETE FROM link WHERE source = ?1 AND list = ?2")?
                .execute((source, list.word()))?;
        }
        let sql = "INSERT INTO link (source, list, place, target) VALUES (?1, ?2, ?3, ?4)";
        let mut stmt = conn.prepare_cached(sql)?;
        for (place, target) in (0_i64..).zip(new) {
            stmt.execute((source, list.word(), place, target.0))?;
        }
    }
    Ok(())
}

/// Takes away all lists of a record that goes.
pub(super) fn remove(conn: &Connection, at: RecordRef) -> rusqlite::Result<()> {
    if List::ALL.iter().any(|list| list.source() == at.kind) {
        conn.prepare_cached("DELETE FROM link WHERE source = ?1")?.execute([at.id.0])?;
    }
    Ok(())
}

/// Every record that refers to this one by a list or as its parent.
pub(crate) fn referrers(conn: &Connection, at: RecordRef) -> Result<Vec<RecordRef>, StoreError> {
    let mut found = Vec::new();
    if may_be_target(at.kind) {
        let sql = "SELECT DISTINCT source, list FROM link WHERE target = +?1 ORDER BY source, list";
        let mut stmt = conn.prepare_cached(sql)?;
        let mut rows = stmt.query([at.id.0])?;
        while let Some(row) = rows.next()? {
            let id = Id(row.get(0)?);
            let list = List::read(row.get_ref(1)?);
            found.extend(list.map(|list| RecordRef { kind: list.source(), id }));
        }
    }
    if at.kind == Kind::Indicator {
        let sql = format!(
            "SELECT child.id FROM {0} AS child JOIN {0} AS parent
             ON child.year = parent.year AND child.parent = parent.id WHERE parent.id = ?1",
            name(at.kind)
        );
        let mut stmt = conn.prepare_cached(&sql)?;
        let rows = stmt.query_map([at.id.0], |row| Ok(Id(row.get(0)?)))?;
        for id in rows {
            found.push(RecordRef { kind: Kind::Indicator, id: id? });
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The indicator above an indicator.
pub(crate) fn parent(conn: &Connection, indicator: Id) -> Result<Option<Id>, StoreError> {
    let sql = format!("SELECT parent FROM {} WHERE id = ?1", name(Kind::Indicator));
    let found: Option<Option<i64>> =
        conn.prepare_cached(&sql)?.query_row([indicator.0], |row| row.get(0)).optional()?;
    Ok(found.flatten().map(Id))
}

/// Whether records of this kind may stand in a list, or above another.
pub(crate) fn may_be_target(kind: Kind) -> bool {
    List::ALL.iter().any(|list| list.targets().contains(&kind))
}
