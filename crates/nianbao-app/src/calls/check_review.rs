//! 体检's result as a Word file.

use std::path::Path;

use nianbao_core::check::Counts;
use nianbao_core::compose::Edition;
use nianbao_formats::export::docx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check;
use super::draft::{DocumentArgs, draft_and_looks};
use super::export::note;
use super::publication::of_year;
use crate::checking::review;
use crate::desk::Desk;
use crate::exporting::{COMMENTED, Made, REVIEW, place};
use crate::fault::{Fault, ending};
use crate::{PROGRAM, clock};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewForm {
    /// 体检意见表: tables of what was found, part by part.
    #[default]
    Sheet,
    /// The report with a comment at each place.
    Comments,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckReview {
    pub year: i32,
    /// A Word file.
    pub path: String,
    /// Without it: the sheet.
    #[serde(default)]
    #[ts(optional, as = "Option<ReviewForm>")]
    pub form: ReviewForm,
    /// Without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckReviewed {
    pub path: String,
    #[ts(type = "number")]
    pub bytes: u64,
    pub counts: Counts,
    /// Let stand, in the file with their reasons.
    pub accepted: usize,
    /// What did not come along, a sentence each.
    pub faults: Vec<String>,
}

pub fn write(desk: &Desk, args: CheckReview) -> Result<CheckReviewed, Fault> {
    let path = Path::new(&args.path);
    if ending(path) != "docx" {
        return Err(Fault::ending(path, ".docx"));
    }
    let checked = check::of_year(desk, args.year, args.edition)?;
    let of = DocumentArgs { edition: args.edition, ..DocumentArgs::report(args.year) };
    let (report, looks) = draft_and_looks(desk, &of)?;
    let (doc, written) = match args.form {
        ReviewForm::Sheet => {
            let day = clock::local().strftime("%Y年%-m月%-d日").to_string();
            let publication = match args.edition {
                Edition::Public => Some(desk.with(|open| of_year(open, args.year))?),
                Edition::Submission => None,
            };
            let sheet = review::sheet(&checked, publication.as_ref(), &report.meta, &day);
            let written = docx::write(&sheet, &looks)?;
            (sheet, written)
        }
        ReviewForm::Comments => {
            let comments = review::comments(&checked, &report);
            let written = docx::write_commented(&report, &looks, &comments, PROGRAM)?;
            (report, written)
        }
    };
    docx::verify(&doc, &written.bytes)?;
    let made = Made { bytes: written.bytes, left_out: written.dropped, ..Made::default() };
    let mut placed = place(made, path, args.overwrite.unwrap_or(false))?;
    let format = match args.form {
        ReviewForm::Sheet => &REVIEW,
        ReviewForm::Comments => &COMMENTED,
    };
    note(desk, format, &of, path, &mut placed);
    Ok(CheckReviewed {
        path: args.path,
        bytes: placed.size,
        counts: checked.counts,
        accepted: checked.accepted.len(),
        faults: placed.faults,
    })
}
