use nianbao_core::record::{Achievement, Id, Record, WorkState};
use nianbao_store::{Change, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit};
use super::year::records;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};
use crate::{clock, quick};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct QuickAdd {
    pub year: i32,
    /// `3月5日 行政执法 开展专项检查`: date and area may be left out.
    pub line: String,
    /// Where no area is named; left out: the year's first.
    #[serde(default)]
    #[ts(optional)]
    pub area: Option<Id>,
}

/// What was noted, and how the line was understood.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuickAdded {
    pub changed: Changed,
    pub id: Id,
    #[serde(flatten)]
    pub understood: QuickLine,
}

/// How a line is understood.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuickLine {
    /// `2023-03-05`; None: the line names none.
    pub date: Option<String>,
    pub until: Option<String>,
    pub area: Id,
    pub area_title: String,
    /// The line names the area.
    pub area_named: bool,
    pub title: String,
    pub body: String,
    /// What looked like a date or an area and is none, a sentence each; it stayed in the text.
    pub remarks: Vec<String>,
}

/// Says how a line would be noted, and writes nothing.
pub fn read(desk: &Desk, args: QuickAdd) -> Result<QuickLine, Fault> {
    desk.with(|open| Ok(understand(open, &args)?.1))
}

pub fn add(desk: &Desk, args: QuickAdd) -> Result<QuickAdded, Fault> {
    desk.with(|open| {
        let (record, understood) = understand(open, &args)?;
        let name = format!("速记{}", record.name());
        let placed = open.store.place(record, Place::Last)?;
        let changed = edit(open, name, placed.into_iter().map(Change::Put).collect(), None)?;
        let id = changed.records.first().map(Record::id).unwrap_or_default();
        Ok(QuickAdded { id, changed, understood })
    })
}

fn understand(open: &mut Open, args: &QuickAdd) -> Result<(Record, QuickLine), Fault> {
    let today = clock::local().date();
    let records = records(open, args.year)?;
    let line = quick::read(&args.line, args.year, today, &records.areas);
    if line.title.is_empty() && line.body.is_empty() {
        return Err(Fault::new(
            FaultCode::Refused,
            "这一行还没有内容",
            "请按“日期 领域 一句话”来写，例如：3月5日 行政执法 开展专项检查",
        ));
    }
    let wanted = line.area.or(args.area);
    let area = match wanted {
        Some(id) => records.areas.iter().find(|area| area.id == id),
        None => records.areas.first(),
    };
    let area = area.ok_or_else(|| {
        Fault::new(FaultCode::Refused, "没有可以记到的领域", "请先在填报页新增一个领域")
    })?;
    let record = Record::Achievement(Achievement {
        id: Id::NEW,
        year: args.year,
        area: area.id,
        title: line.title.clone(),
        body: line.body.clone(),
        date: line.date,
        until: line.until,
        state: WorkState::Collected,
        ..Achievement::default()
    });
    let understood = QuickLine {
        date: line.date.map(|day| day.to_string()),
        until: line.until.map(|day| day.to_string()),
        area: area.id,
        area_title: area.title.clone(),
        area_named: line.area.is_some(),
        title: line.title,
        body: line.body,
        remarks: line.remarks,
    };
    Ok((record, understood))
}
