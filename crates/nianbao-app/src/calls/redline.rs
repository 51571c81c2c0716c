use std::path::Path;

use nianbao_core::compose::Edition;
use nianbao_core::diff::redline;
use nianbao_formats::export::docx::{Author, verify_redline, write_redline};
use serde::Deserialize;
use ts_rs::TS;

use super::draft::{DocumentArgs, composed};
use super::export::{Exported, note};
use super::figure::calendar_year_before;
use super::snapshot::{Version, version};
use crate::checking::publication;
use crate::desk::Desk;
use crate::exporting::{Made, REDLINE, place};
use crate::fault::{Fault, ending};
use crate::{PROGRAM, clock};

/// Two states of a year, or two years.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RedlineArgs {
    pub a: Version,
    pub b: Version,
    /// Without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
    /// A Word file.
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

/// 花脸稿: the second report, with what differs from the first as tracked changes.
pub fn write(desk: &Desk, args: RedlineArgs) -> Result<Exported, Fault> {
    let path = Path::new(&args.path);
    if ending(path) != REDLINE.ending {
        return Err(Fault::ending(path, &format!(".{}", REDLINE.ending)));
    }
    let (old, new) = desk.with(|open| {
        let mut one = |which| {
            let mut version = version(open, which)?;
            // What may be published as typed is so in both, whichever was kept when.
            let accepted = open.store.accepted(version.records.year.year)?;
            publication::let_stand(&mut version.records, &accepted);
            let before = calendar_year_before(open, version.records.year.year)?;
            Ok::<_, Fault>((version, before))
        };
        Ok((one(args.a)?, one(args.b)?))
    })?;
    let at = new.0.at.or(old.0.at).unwrap_or_else(clock::now);
    let of =
        DocumentArgs { edition: args.edition, ..DocumentArgs::report(new.0.records.year.year) };
    let (old, _) = composed(old.0.records, old.1.as_ref(), &of);
    let (new, looks) = composed(new.0.records, new.1.as_ref(), &of);
    let at = at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let author = Author { name: PROGRAM, at: &at };
    let written = write_redline(&redline(&old, &new), &looks, author)?;
    let paragraphs = verify_redline(&old, &new, &written.bytes)?;
    let made = Made { bytes: written.bytes, left_out: written.dropped, ..Made::default() };
    let mut placed = place(made, path, args.overwrite.unwrap_or(false))?;
    note(desk, &REDLINE, &of, path, &mut placed);
    Ok(Exported::new(path, &REDLINE, paragraphs, placed))
}
