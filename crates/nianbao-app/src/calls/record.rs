use nianbao_core::record::{Id, Kind, Record, RecordRef};
use nianbao_store::{Change, Edit, Place};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::bad_arguments;
use crate::clock;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};
use crate::secrecy;

/// What an edit did, so that the screen redraws just that.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Changed {
    pub records: Vec<Record>,
    pub removed: Vec<RecordRef>,
    /// Name of the step that undo would now take back.
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// What the person should know of it, a sentence each: where a report that was read in takes
    /// another form than its source.
    pub notes: Vec<String>,
    /// When it was on the disk, local: `14:03`.
    pub at: String,
    /// The number of this edit since the 库 was opened; one that changed nothing has that of the edit
    /// before. A page that finds one missing has not seen what another page did.
    pub edit: u32,
}

impl Changed {
    pub(crate) fn new(open: &mut Open, changed: nianbao_store::Changed) -> Self {
        let same = changed.records.is_empty() && changed.removed.is_empty();
        open.edits += u32::from(!same);
        Self {
            records: changed.records,
            removed: changed.removed,
            undo: changed.undo,
            redo: changed.redo,
            notes: Vec::new(),
            at: clock::local().strftime("%H:%M").to_string(),
            edit: open.edits,
        }
    }
}

/// Every write of the desk goes through here.
pub(crate) fn edit(
    open: &mut Open,
    name: String,
    changes: Vec<Change>,
    merge: Option<String>,
) -> Result<Changed, Fault> {
    secrecy::refuse(changes.iter().filter_map(|change| match change {
        Change::Put(record) => Some(record),
        _ => None,
    }))?;
    let changed = open.store.edit(Edit { name, changes, merge, at: clock::now() })?;
    Ok(Changed::new(open, changed))
}

/// Keystrokes in the same fields of the same record belong together.
pub(crate) fn merge_key(kind: Kind, id: Id, fields: &Map<String, Value>) -> String {
    let fields: Vec<&str> = fields.keys().map(String::as_str).collect();
    format!("{}:{}:{}", kind.word(), id.0, fields.join(","))
}

/// The record with the named fields changed.
///
/// # Errors
/// A field it does not have, or a value that does not fit; its identity cannot be changed.
pub(crate) fn with_fields(record: Record, fields: &Map<String, Value>) -> Result<Record, Fault> {
    let mut value = serde_json::to_value(&record).map_err(|e| bad_arguments(&e))?;
    let object = value.as_object_mut().ok_or_else(Fault::no_such_record)?;
    for (field, new) in fields {
        if matches!(field.as_str(), "id" | "kind" | "year") || !object.contains_key(field) {
            return Err(Fault::new(
                FaultCode::BadArguments,
                format!("{}没有“{field}”这一项可改", record.kind().word()),
                "用 help 可以查看每种记录的各项",
            ));
        }
        object.insert(field.clone(), new.clone());
    }
    serde_json::from_value(value).map_err(|e| bad_arguments(&e))
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecordAdd {
    /// With id 0; its order is given by `after`.
    pub record: Record,
    /// The record of its list that it follows; none: it comes last.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<Id>,
}

pub fn add(desk: &Desk, args: RecordAdd) -> Result<Changed, Fault> {
    let mut record = args.record;
    record.set_id(Id::NEW);
    desk.with(|open| {
        let name = format!("新增{}", record.kind().word());
        let records = open.store.place(record, args.after.map_or(Place::Last, Place::After))?;
        let changes = records.into_iter().map(Change::Put).collect();
        edit(open, name, changes, None)
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecordSet {
    pub kind: Kind,
    pub id: Id,
    /// Only these change. A figure's value: `figure.set` reads what was typed.
    #[ts(type = "{ [field: string]: unknown }")]
    pub fields: Map<String, Value>,
    /// One of a burst of keystrokes: joins the step before it.
    #[serde(default)]
    #[ts(optional)]
    pub typing: Option<bool>,
}

pub fn set(desk: &Desk, args: RecordSet) -> Result<Changed, Fault> {
    desk.with(|open| {
        let before = record(open, args.kind, args.id)?;
        let after = with_fields(before.clone(), &args.fields)?;
        let name = format!("修改{}", after.name());
        let typed = args.typing.unwrap_or(false) && !is_paste(&before, &args.fields);
        let merge = typed.then(|| merge_key(args.kind, args.id, &args.fields));
        edit(open, name, vec![Change::Put(after)], merge)
    })
}

/// More characters come or gone than anybody types between two savings. Such a change is a step of
/// its own: taking back a wrong paste must not take the sentence typed before it.
fn is_paste(before: &Record, fields: &Map<String, Value>) -> bool {
    const TYPED: usize = 60;
    let length = |value: Option<&Value>| value.and_then(Value::as_str).map(|s| s.chars().count());
    let before = serde_json::to_value(before).unwrap_or_default();
    fields.iter().any(|(field, now)| match (length(before.get(field)), length(Some(now))) {
        (Some(before), Some(now)) => before.abs_diff(now) > TYPED,
        _ => false,
    })
}

pub(crate) fn record(open: &mut Open, kind: Kind, id: Id) -> Result<Record, Fault> {
    Ok(open.store.record(RecordRef { kind, id })?)
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RecordRemove {
    pub kind: Kind,
    pub id: Id,
}

pub fn remove(desk: &Desk, args: RecordRemove) -> Result<Changed, Fault> {
    desk.with(|open| {
        let name = format!("删除{}", record(open, args.kind, args.id)?.name());
        let gone = RecordRef { kind: args.kind, id: args.id };
        edit(open, name, vec![Change::Remove(gone)], None)
    })
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RecordMove {
    pub kind: Kind,
    pub id: Id,
    /// The record it follows; null: it comes first.
    pub after: Option<Id>,
    /// Another area to stand in.
    #[serde(default)]
    #[ts(optional)]
    pub area: Option<Id>,
}

pub fn shift(desk: &Desk, args: RecordMove) -> Result<Changed, Fault> {
    desk.with(|open| {
        let mut moved = record(open, args.kind, args.id)?;
        if let Some(area) = args.area {
            match &mut moved {
                Record::Achievement(r) => r.area = area,
                Record::Passage(r) => r.area = Some(area),
                _ => {}
            }
        }
        let name = format!("移动{}", moved.name());
        let records = open.store.place(moved, args.after.map_or(Place::First, Place::After))?;
        let changes = records.into_iter().map(Change::Put).collect();
        edit(open, name, changes, None)
    })
}
