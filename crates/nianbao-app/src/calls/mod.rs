//! One file a subject. A new call is its function and its line in [`CALLS`]; the window's types,
//! `help` and the tests follow from that list.

pub(crate) mod app;
mod backup;
mod carry;
mod catalog;
pub(crate) mod check;
mod check_review;
mod check_words;
mod closed_loop;
pub(crate) mod convert;
mod diagnose;
mod draft;
pub(crate) mod evidence;
pub(crate) mod export;
pub(crate) mod figure;
mod folder;
mod fonts;
mod history;
pub(crate) mod import;
mod indicator;
pub(crate) mod library;
mod missing;
mod pages;
pub(crate) mod paste;
mod publication;
mod quick;
pub(crate) mod record;
mod redline;
pub(crate) mod review;
mod search;
mod snapshot;
mod task;
mod template;
mod turn;
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
    call!("app.notice", "Keeps that the notice on state secrets was read.", app::notice),
    call!("library.create", "Makes a new 库 with one year and opens it.", library::create),
    call!("library.open", "Opens a 库.", library::open),
    call!("library.sample", "Opens a fresh copy of the invented sample.", library::sample),
    call!("library.close", "Closes the 库.", library::close),
    call!("library.copy", "Writes a whole copy of the open 库 to a file.", backup::copy),
    call!("library.verify", "Looks at every page of the open 库.", backup::verify),
    call!("library.salvage", "Saves what a damaged 库 still holds, as a new one.", backup::save),
    call!("recent.forget", "Takes a file out of the list of recent ones.", backup::forget),
    call!(
        "diagnose.write",
        "Writes what went wrong to a text file, without any content.",
        diagnose::write
    ),
    call!("backup.list", "Lists the backups of every 库, newest first.", backup::list),
    call!("backup.make", "Makes a backup of the open 库 now.", backup::make),
    call!("backup.preview", "Says what is in a backup; writes nothing.", backup::preview),
    call!("backup.restore", "Puts a backup into a new file.", backup::restore),
    call!("catalog.get", "Gives the areas and templates.", catalog::get),
    call!("unit.set", "Changes the named fields of the unit.", unit::set),
    call!("year.create", "Adds a year with its template's areas.", year::create),
    call!("year.get", "Gives every record of a year.", year::get),
    call!("year.set", "Changes the named fields of a year.", year::set),
    call!("year.carry", "Makes a year from an earlier one, as one edit.", carry::carry_call),
    call!("year.review", "Marks a year reviewed, final, or drafted again.", review::review),
    call!("review.list", "Lists the figures that changed since the review.", review::list),
    call!("missing.get", "Lists what records lack, remarks, and what is left out.", missing::get),
    call!("loop.get", "Gives last year's plans and problems to account for.", closed_loop::get),
    call!("loop.set", "Says what became of a plan or problem.", closed_loop::set),
    call!("record.add", "Adds a record after another one of its list, or last.", record::add),
    call!("record.set", "Changes the named fields of a record.", record::set),
    call!("record.remove", "Removes a record.", record::remove),
    call!("record.move", "Moves a record in its list, or to another area.", record::shift),
    call!("record.split", "Splits a record in two at a place in its text.", turn::split_call),
    call!("record.join", "Joins a record with the next of its list.", turn::join_call),
    call!("record.turn", "Puts a record elsewhere, as another kind if need be.", turn::turn_call),
    call!("quick.read", "Says how a line would be noted; writes nothing.", quick::read),
    call!("quick.add", "Notes an achievement from one line.", quick::add),
    call!("figure.set", "Sets a figure's value from what was typed.", figure::set),
    call!("figure.relate", "Says how a figure follows from others, or no more.", figure::relate),
    call!("figure.grid", "Gives the ledger with all that is reckoned.", figure::grid),
    call!("figure.history", "Gives a figure's values across the years.", figure::history),
    call!("figure.clear", "Empties cells of the ledger, as one edit.", paste::clear),
    call!("figure.paste", "Takes a block of cells into the ledger, as one edit.", paste::paste),
    call!("draft.compose", "Composes the report of a year.", draft::compose_call),
    call!(
        "draft.differences",
        "Lists where the published edition differs, and why.",
        draft::differences_call
    ),
    call!("layout.check", "Says what around the text is not as the standard has it.", pages::check),
    call!("pages.lay", "Lays the report out; says where each line stands.", pages::lay),
    call!("pages.show", "Gives one laid-out page as a picture.", pages::show),
    call!("fonts.list", "Says which faces are here, and which stand in.", fonts::list),
    call!("overview.get", "Counts what is there and names what is missing.", draft::overview),
    call!("template.list", "Lists all templates, the person's own last.", template::list),
    call!("template.save", "Saves a template of the person's own.", template::save),
    call!("template.remove", "Removes a template of the person's own.", template::remove),
    call!("template.export", "Writes a template to a file.", template::export),
    call!("template.import", "Reads a template from a file into the 库.", template::import),
    call!("indicator.read", "Reads an indicator table; writes nothing.", indicator::read),
    call!("indicator.accept", "Takes indicators into a year, as one edit.", indicator::accept),
    call!("indicator.matrix", "Says which indicator is answered by what.", indicator::matrix),
    call!("indicator.export", "Writes matrix or self-assessment as XLSX.", indicator::export),
    call!("evidence.attach", "Attaches files as evidence, as one edit.", evidence::attach),
    call!(
        "evidence.check",
        "Looks whether the evidence's files are as they were.",
        evidence::check
    ),
    call!("evidence.export", "Writes the evidence as folder, ZIP or catalogue.", evidence::export),
    call!("check.run", "Checks a year; what was accepted stands apart.", check::run),
    call!("check.text", "Checks any text.", check::text),
    call!("check.file", "Checks a report in a file; writes nothing.", check::file),
    call!("check.fix", "Mends findings by what they offer, as one edit.", check::fix),
    call!("check.accept", "Lets a finding stand, with a reason.", check::accept),
    call!("check.unaccept", "Takes back that a finding stands.", check::unaccept),
    call!("check.review", "Writes what was found as a Word file.", check_review::write),
    call!("publication.list", "Lists what to look over before publication.", publication::list),
    call!("publication.see", "Keeps that a place was looked over, or not.", publication::see),
    call!("publication.print", "Lets a masked place be published as typed.", publication::print),
    call!("check.rules", "Lists the rules and the person's own words.", check_words::rules),
    call!("check.set", "Turns rules on or off, puts own words.", check_words::set),
    call!("check.import", "Adds own words from a table of two columns.", check_words::import),
    call!("check.export", "Writes own words as a table.", check_words::export),
    call!("snapshot.make", "Keeps a year as it now is, under a name.", snapshot::make),
    call!("snapshot.list", "Lists the snapshots of a year, newest first.", snapshot::list),
    call!("snapshot.compare", "Compares two states of a year, or two years.", snapshot::compare),
    call!("snapshot.restore", "Brings a year back to a snapshot, as an edit.", snapshot::restore),
    call!("search.find", "Finds records of all years by words.", search::find),
    call!("import.read", "Reads a report and proposes; writes nothing.", import::read),
    call!("import.accept", "Takes a proposal into a year, as one edit.", import::accept),
    call!("export.formats", "Lists the formats a report can be written in.", export::formats),
    call!("export.write", "Writes a year to a file, in the format asked for.", export::write),
    call!("export.clip", "Gives the report as it goes into the clipboard.", export::clip),
    call!("export.redline", "Writes what differs as tracked changes.", redline::write),
    call!("export.list", "Lists the last exports of a year, newest first.", export::list),
    call!("task.progress", "Says how far the work of that name is.", task::progress),
    call!("task.cancel", "Stops the work of that name; nothing of it is left.", task::cancel),
    call!("history.undo", "Undoes the last step.", history::undo),
    call!("history.redo", "Does the last undone step again.", history::redo),
    call!("history.list", "Lists the steps, newest first.", history::list),
    call!("folder.show", "Shows a file in the system's file manager.", folder::show),
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
