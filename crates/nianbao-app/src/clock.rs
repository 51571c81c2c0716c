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

/// As a person reads it here: `2026年11月25日 14:03`.
pub fn written(at: Timestamp) -> String {
    let here = at.to_zoned_datetime(local().time_zone().clone());
    here.strftime("%Y年%-m月%-d日 %H:%M").to_string()
}
