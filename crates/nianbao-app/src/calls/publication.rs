//! The review before publication: what is masked and who is named, place by place.

use nianbao_store::Accepted;
use serde::Deserialize;
use ts_rs::TS;

use super::year::{YearArgs, records};
use crate::checking::publication::{self, Publication, SEEN};
use crate::clock;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};

pub fn list(desk: &Desk, args: YearArgs) -> Result<Publication, Fault> {
    desk.with(|open| of_year(open, args.year))
}

pub(crate) fn of_year(open: &mut Open, year: i32) -> Result<Publication, Fault> {
    let this = records(open, year)?;
    Ok(publication::list(&this, &open.store.accepted(year)?))
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PublicationSee {
    pub year: i32,
    pub identity: String,
    /// False: it is to be looked at again.
    pub seen: bool,
}

pub fn see(desk: &Desk, args: PublicationSee) -> Result<Publication, Fault> {
    let PublicationSee { year, identity, seen } = args;
    desk.with(|open| {
        let there = of_year(open, year)?.places;
        if !seen {
            open.store.unaccept(year, &identity)?;
        } else if there.iter().any(|place| place.identity == identity) {
            let accepted =
                Accepted { identity, code: SEEN.into(), reason: String::new(), at: clock::now() };
            open.store.accept(year, &accepted)?;
        } else {
            return Err(gone());
        }
        of_year(open, year)
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PublicationPrint {
    pub year: i32,
    /// `prints` of a place.
    pub identity: String,
    /// For whoever reviews; left out: it is masked again.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

pub fn print(desk: &Desk, args: PublicationPrint) -> Result<Publication, Fault> {
    let PublicationPrint { year, identity, reason } = args;
    desk.with(|open| {
        let Some(reason) = reason else {
            open.store.unaccept(year, &identity)?;
            return of_year(open, year);
        };
        if reason.trim().is_empty() {
            return Err(Fault::new(
                FaultCode::Refused,
                "还没有写说明",
                "请写一句为什么可以公开，审核的人会看到",
            ));
        }
        let there = of_year(open, year)?.places;
        let place = there.into_iter().find(|place| place.prints.as_ref() == Some(&identity));
        let code = place.ok_or_else(gone)?.code.unwrap_or_default();
        let reason = reason.trim().to_owned();
        open.store.accept(year, &Accepted { identity, code, reason, at: clock::now() })?;
        of_year(open, year)
    })
}

fn gone() -> Fault {
    Fault::new(FaultCode::NoSuchRecord, "这一处已经不在了", "文字可能刚改过，请看最新的清单")
}
