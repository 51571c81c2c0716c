//! One file a subject. A new call is its function and its line in [`CALLS`]; the window's types,
//! `help` and the tests follow from that list.

mod app;
mod catalog;
pub(crate) mod convert;
mod draft;
pub(crate) mod export;
mod figure;
mod folder;
mod history;
pub(crate) mod import;
pub(crate) mod library;
mod record;
mod unit;
mod year;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};
use crate::types::Declarations;

/// One thing a person can do.
pub struct Call {
    /// `subject.verb`
    pub name: &'static str,
    /// In English, for `help` and the generated types.
    pub does: &'static str,
    pub(crate) run: fn(&Desk, Value) -> Result<Value, Fault>,
    pub(crate) types: fn(&mut Declarations) -> (String, String),
}

macro_rules! call {
    ($name:literal, $does:literal, $run:path) => {
        Call {
            name: $name,
            does: $does,
            run: |desk, args| run(desk, args, $run),
            types: |declarations| types(declarations, $run),
        }
    };
}

/// Every call, in the order `help` shows.
pub const CALLS: &[Call] = &[
    call!("help", "Lists every call with its argument and reply types.", app::help),
    call!("app.status", "Says what is open and what can be undone.", app::status),
    call!("library.create", "Makes a new 库 with one year and opens it.", library::create),
    call!("library.open", "Opens a 库.", library::open),
    call!("library.sample", "Opens a fresh copy of the invented sample.", library::sample),
    call!("library.close", "Closes the 库.", library::close),
    call!("catalog.get", "Gives the areas and templates.", catalog::get),
    call!("unit.set", "Changes the named fields of the unit.", unit::set),
    call!("year.create", "Adds a year with its template's areas.", year::create),
    call!("year.get", "Gives every record of a year.", year::get),
    call!("year.set", "Changes the named fields of a year.", year::set),
    call!("record.add", "Adds a record after another one of its list, or last.", record::add),
    call!("record.set", "Changes the named fields of a record.", record::set),
    call!("record.remove", "Removes a record.", record::remove),
    call!("record.move", "Moves a record in its list, or to another area.", record::shift),
    call!("figure.set", "Sets a figure's value from what was typed.", figure::set),
    call!("draft.compose", "Composes the report of a year.", draft::compose_call),
    call!("overview.get", "Counts what is there and names what is missing.", draft::overview),
    call!("import.read", "Reads a report and proposes; writes nothing.", import::read),
    call!("import.accept", "Takes a proposal into a year, as one edit.", import::accept),
    call!("export.write", "Writes the report of a year to a file.", export::write),
    call!("history.undo", "Undoes the last step.", history::undo),
    call!("history.redo", "Does the last undone step again.", history::redo),
    call!("history.list", "Lists the steps, newest first.", history::list),
    call!("folder.list", "Lists a folder, for choosing a file in a browser.", folder::list),
];

/// A call without arguments: `{}`.
#[derive(Debug, Clone, Default, serde::Deserialize, TS)]
#[ts(type = "{ [key: string]: never }")]
pub struct Nothing {}

fn run<A: DeserializeOwned, R: Serialize>(
    desk: &Desk,
    args: Value,
    call: fn(&Desk, A) -> Result<R, Fault>,
) -> Result<Value, Fault> {
    let args = if args.is_null() { Value::Object(Default::default()) } else { args };
    let args = serde_json::from_value(args).map_err(|e| bad_arguments(&e))?;
    let reply = call(desk, args)?;
    serde_json::to_value(reply).map_err(|e| bad_arguments(&e))
}

fn types<A: TS + 'static, R: TS + 'static>(
    declarations: &mut Declarations,
    _: fn(&Desk, A) -> Result<R, Fault>,
) -> (String, String) {
    (declarations.name_of::<A>(), declarations.name_of::<R>())
}

pub(crate) fn bad_arguments(error: &serde_json::Error) -> Fault {
    Fault::new(
        FaultCode::BadArguments,
        format!("参数不对：{error}"),
        "用 help 可以查看每个调用的参数",
    )
}
