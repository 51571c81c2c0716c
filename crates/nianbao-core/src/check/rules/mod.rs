//! The list of rules, a file each, in the order of their codes.

mod d001_date_no_calendar_has;
mod d004_leading_zero;
mod f001_parts_off_total;
mod f002_part_larger_than_whole;
mod f003_times_off;
mod f004_difference_off;
mod n001_number_skipped;
mod n002_run_in_skipped;
#[cfg(test)]
mod tests;

use super::rule::Rule;

pub(super) static ALL: [&Rule; 8] = [
    &d001_date_no_calendar_has::RULE,
    &d004_leading_zero::RULE,
    &f001_parts_off_total::RULE,
    &f002_part_larger_than_whole::RULE,
    &f003_times_off::RULE,
    &f004_difference_off::RULE,
    &n001_number_skipped::RULE,
    &n002_run_in_skipped::RULE,
];
