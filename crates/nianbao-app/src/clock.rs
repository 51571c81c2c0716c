//! The only place that asks the machine what time it is.

use jiff::{Timestamp, ZonedDateTime};

#[allow(clippy::disallowed_methods)]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Local date and time for a file name or the screen: `2026-11-25 14:03`.
#[allow(clippy::disallowed_methods)]
pub fn local() -> ZonedDateTime {
    ZonedDateTime::now()
}
