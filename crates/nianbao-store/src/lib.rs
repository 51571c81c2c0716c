//! The cellar: one SQLite file is one unit's 库 with its years. The only crate that knows SQL.
//!
//! [`Store::edit`] is the only writer: one transaction, one step of the journal, which
//! [`Store::undo`] and [`Store::redo`] walk, also in a later session. The rest reads.
//!
//! How a record lies in the file: a table a kind, real columns; its one list, [`Year::sections`],
//! is a JSON column, since it is never asked for alone and its order is its meaning.
//!
//! [`Year::sections`]: nianbao_core::record::Year::sections

mod backup;
mod checking;
mod copies;
mod edit;
mod error;
mod exports;
mod held;
mod history;
mod image;
mod journal;
mod look;
mod migrate;
mod network;
mod open;
mod order;
mod references;
mod refused;
mod salvage;
mod search;
mod snapshot;
mod sound;
mod store;
mod table;
mod undo;

#[cfg(test)]
mod tests;

pub use backup::{Sight, copy_closed, sight, stamp_of};
pub use checking::Accepted;
pub use copies::{LARGEST_COPY, hash};
pub use edit::{Change, Changed, Edit};
pub use error::{Code, StoreError};
pub use exports::Export;
pub use held::is_open;
pub use history::{MOST_TOUCHES, StepTouches, Touch, Touched};
pub use journal::{Step, StepState};
pub use network::on_network;
pub use open::is_older;
pub use order::Place;
pub use refused::Refused;
pub use salvage::{Part, Salvaged, salvage};
pub use search::Hit;
pub use snapshot::Snapshot;
pub use store::Store;
