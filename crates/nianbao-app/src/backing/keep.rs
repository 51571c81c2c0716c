//! Which copies stay: of the last hours, days and weeks one each.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::BackupKind;
use super::places::Kept;

/// The newest so many always stay.
const NEWEST: usize = 3;
const HOURS: usize = 12;
const DAYS: usize = 14;
const WEEKS: usize = 12;
/// Of those made by hand or before an upgrade.
const OTHERS: usize = 12;

/// All of one 库 together, in bytes; the two newest stay whatever they weigh.
const BOUND: u64 = 512 << 20;

/// Those to be removed. `all`: the newest first, by their numbers: a clock may have been set back.
pub(super) fn too_many(all: &[Kept]) -> Vec<PathBuf> {
    let (mut hours, mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut others, mut size) = (0, 0);
    let mut gone = Vec::new();
    for (n, kept) in all.iter().enumerate() {
        let day = kept.at.date();
        let week = day.iso_week_date();
        // The first of each is its newest.
        let stays = [
            hours.insert((day, kept.at.hour())) && hours.len() <= HOURS,
            days.insert(day) && days.len() <= DAYS,
            weeks.insert((week.year(), week.week())) && weeks.len() <= WEEKS,
        ];
        let other = kept.kind != BackupKind::Auto;
        others += usize::from(other);
        let stays = n < NEWEST || if other { others <= OTHERS } else { stays.contains(&true) };
        if stays && (n < 2 || size + kept.size <= BOUND) {
            size += kept.size;
        } else {
            gone.push(kept.path.clone());
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use jiff::civil::{DateTime, date};
    use jiff::{ToSpan, Unit};

    use super::*;

    fn kept(number: u32, at: DateTime, kind: BackupKind, size: u64) -> Kept {
        Kept { path: format!("{number}").into(), number, at, kind, size }
    }

    /// One every twenty minutes of working hours, cleared after each, as it is in life.
    fn after_days(days: i32) -> Vec<Kept> {
        let mut all: Vec<Kept> = Vec::new();
        let mut number = 0;
        for day in 0..days {
            for third in 0..24 {
                number += 1;
                let at = date(2026, 1, 5).at(9, 0, 0, 0) + day.days() + (third * 20).minutes();
                all.insert(0, kept(number, at, BackupKind::Auto, 5 << 20));
                let gone = too_many(&all);
                all.retain(|kept| !gone.contains(&kept.path));
            }
        }
        all
    }

    #[test]
    fn a_year_of_work_leaves_the_last_hours_days_and_weeks() {
        let all = after_days(200);
        let newest = all[0].at;
        let oldest = all.last().unwrap().at;
        assert!(all.len() <= 40, "{}", all.len());
        let hours = all.iter().filter(|kept| kept.at.date() == newest.date()).count();
        assert!(hours >= 8, "{hours} of the last day");
        let weeks = oldest.until((Unit::Week, newest)).unwrap().get_weeks();
        assert!((10..=12).contains(&weeks), "{weeks} weeks");
        let days: BTreeSet<_> = all.iter().map(|kept| kept.at.date()).collect();
        assert!((14..30).contains(&days.len()), "{} days", days.len());
    }

    #[test]
    fn the_newest_stay_whatever_the_clock_says_and_whatever_they_weigh() {
        let mut all = after_days(30);
        // The clock goes back to a year before.
        let number = all[0].number + 1;
        all.insert(0, kept(number, date(2025, 1, 5).at(9, 0, 0, 0), BackupKind::Auto, 1 << 30));
        all.insert(0, kept(number + 1, date(2025, 1, 5).at(9, 1, 0, 0), BackupKind::Auto, 1 << 30));
        let gone = too_many(&all);
        assert!(!gone.contains(&all[0].path) && !gone.contains(&all[1].path));
        assert_eq!(gone.len(), all.len() - 2, "together they are too heavy for any other");
    }

    #[test]
    fn what_a_person_made_outlives_what_the_program_made() {
        let at = |minute| date(2026, 1, 5).at(9, minute, 0, 0);
        let mut all =
            vec![kept(1, at(0), BackupKind::Hand, 1), kept(2, at(1), BackupKind::Upgrade, 1)];
        for n in 3..20 {
            all.insert(0, kept(n, at(2), BackupKind::Auto, 1));
        }
        let gone = too_many(&all);
        assert!(!gone.contains(&"1".into()) && !gone.contains(&"2".into()), "{gone:?}");
        assert_eq!(gone.len(), 14);
    }
}
