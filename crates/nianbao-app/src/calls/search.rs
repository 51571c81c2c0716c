use nianbao_core::record::{Id, Kind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::fault::Fault;

const USUAL: usize = 50;
const MOST: usize = 500;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SearchFind {
    /// Parted by blanks; a record has them all.
    pub words: String,
    /// At most so many; left out: 50.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// What belongs to no year first, then the newest year.
    pub hits: Vec<Hit>,
    /// There are more than were asked for.
    pub more: bool,
}

/// A record with all the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    /// None: it belongs to no year.
    pub year: Option<i32>,
    pub kind: Kind,
    pub id: Id,
    pub name: String,
    /// Name of the record's field with most of the words.
    pub field: String,
    /// Some of its text; `…` where it is cut.
    pub excerpt: String,
    /// Where the words stand in the excerpt, in characters: from, and up to.
    pub marks: Vec<(usize, usize)>,
}

pub fn find(desk: &Desk, args: SearchFind) -> Result<Found, Fault> {
    let limit = args.limit.unwrap_or(USUAL).min(MOST);
    let mut hits = desk.with(|open| Ok(open.store.find(&args.words, limit + 1)?))?;
    let more = hits.len() > limit;
    hits.truncate(limit);
    Ok(Found { hits: hits.into_iter().map(Hit::from).collect(), more })
}

impl From<nianbao_store::Hit> for Hit {
    fn from(hit: nianbao_store::Hit) -> Self {
        Self {
            year: hit.year,
            kind: hit.kind,
            id: hit.id,
            name: hit.name,
            field: hit.field.to_owned(),
            excerpt: hit.excerpt,
            marks: hit.marks,
        }
    }
}
