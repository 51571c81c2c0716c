//! Which indicators are answered: the table in its own order with the achievements and the evidence that
//! speak for each line, and the gaps.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use crate::fields::printed;
use crate::record::{Id, Indicator, WorkState, YearRecords};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Coverage {
    pub rows: Vec<CoverageRow>,
    /// Levels of the table: the deepest row's.
    pub levels: usize,
    /// Lines of the last level, which alone are to be answered.
    pub all: usize,
    pub without_achievement: usize,
    pub without_evidence: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CoverageRow {
    pub id: Id,
    pub code: String,
    pub title: String,
    /// From 1.
    pub level: usize,
    /// The indicators above it, from the first level.
    pub above: Vec<String>,
    pub standard: String,
    pub assessment: String,
    /// Nothing stands below it.
    pub last_level: bool,
    pub achievements: Vec<Answer>,
    /// Its own evidence and that of its achievements, each once.
    pub evidence: Vec<Proof>,
    /// Of the last level, and nothing answers it.
    pub no_achievement: bool,
    pub no_evidence: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Answer {
    pub id: Id,
    /// Figures printed, in the text too.
    pub title: String,
    pub body: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Proof {
    pub id: Id,
    /// In the 佐证目录.
    pub number: usize,
    pub title: String,
}

/// The whole table of a year. A line whose parent is not there, or that is its own ancestor, stands on
/// the first level.
pub fn coverage(records: &YearRecords) -> Coverage {
    let mut walk = Walk::new(records);
    let roots: Vec<_> = records.indicators.iter().filter(|i| walk.is_root(i)).collect();
    for root in roots {
        walk.from(root);
    }
    // What is left goes round in a circle; the first met of each opens it.
    for indicator in &records.indicators {
        walk.from(indicator);
    }
    let rows = walk.rows;
    let last: Vec<_> = rows.iter().filter(|row| row.last_level).collect();
    Coverage {
        levels: rows.iter().map(|row| row.level).max().unwrap_or_default(),
        all: last.len(),
        without_achievement: last.iter().filter(|row| row.no_achievement).count(),
        without_evidence: last.iter().filter(|row| row.no_evidence).count(),
        rows,
    }
}

struct Walk<'a> {
    records: &'a YearRecords,
    known: BTreeSet<Id>,
    below: BTreeMap<Id, Vec<&'a Indicator>>,
    numbers: BTreeMap<Id, (usize, &'a str)>,
    answers: BTreeMap<Id, Vec<usize>>,
    done: BTreeSet<Id>,
    rows: Vec<CoverageRow>,
}

impl<'a> Walk<'a> {
    fn new(records: &'a YearRecords) -> Self {
        let mut below: BTreeMap<Id, Vec<&Indicator>> = BTreeMap::new();
        for indicator in &records.indicators {
            if let Some(parent) = indicator.parent {
                below.entry(parent).or_default().push(indicator);
            }
        }
        let mut answers: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
        for (n, achievement) in records.achievements.iter().enumerate() {
            if achievement.state != WorkState::Rejected {
                for id in &achievement.indicators {
                    answers.entry(*id).or_default().push(n);
                }
            }
        }
        let evidence = (1..).zip(&records.evidence);
        Self {
            records,
            known: records.indicators.iter().map(|indicator| indicator.id).collect(),
            below,
            numbers: evidence.map(|(n, e)| (e.id, (n, e.title.as_str()))).collect(),
            answers,
            done: BTreeSet::new(),
            rows: Vec::with_capacity(records.indicators.len()),
        }
    }

    fn is_root(&self, indicator: &Indicator) -> bool {
        indicator.parent.is_none_or(|parent| !self.known.contains(&parent))
    }

    /// A line and all below it, on a stack of its own: the file may hold any depth.
    fn from(&mut self, top: &'a Indicator) {
        let mut stack = vec![(top, Vec::<String>::new())];
        while let Some((indicator, above)) = stack.pop() {
            if !self.done.insert(indicator.id) {
                continue;
            }
            let below = self.below.get(&indicator.id).map_or(&[][..], Vec::as_slice);
            let mut path = above.clone();
            path.push(indicator.title.clone());
            stack.extend(below.iter().rev().map(|child| (*child, path.clone())));
            let last_level = below.is_empty();
            let row = self.row(indicator, above, last_level);
            self.rows.push(row);
        }
    }

    fn row(&self, indicator: &Indicator, above: Vec<String>, last_level: bool) -> CoverageRow {
        let answers = self.answers.get(&indicator.id).map_or(&[][..], Vec::as_slice);
        let achievements: Vec<_> = answers.iter().map(|n| &self.records.achievements[*n]).collect();
        let mut ids: Vec<Id> = Vec::new();
        for id in achievements.iter().flat_map(|a| &a.evidence).chain(&indicator.evidence) {
            if !ids.contains(id) {
                ids.push(*id);
            }
        }
        let mut evidence: Vec<Proof> = ids
            .iter()
            .filter_map(|id| self.numbers.get(id).map(|(number, title)| (*id, *number, *title)))
            .map(|(id, number, title)| Proof { id, number, title: title.to_owned() })
            .collect();
        evidence.sort_by_key(|proof| proof.number);
        CoverageRow {
            id: indicator.id,
            code: indicator.code.clone(),
            title: indicator.title.clone(),
            level: above.len() + 1,
            above,
            standard: indicator.standard.clone(),
            assessment: indicator.assessment.clone(),
            last_level,
            no_achievement: last_level && achievements.is_empty(),
            no_evidence: last_level && evidence.is_empty(),
            achievements: achievements
                .into_iter()
                .map(|a| Answer {
                    id: a.id,
                    title: printed(&a.title, self.records),
                    body: printed(&a.body, self.records),
                })
                .collect(),
            evidence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::directory;
    use crate::record::{Achievement, Evidence, Unit, Year};

    fn indicator(id: i64, parent: Option<i64>) -> Indicator {
        Indicator {
            id: Id(id),
            parent: parent.map(Id),
            title: format!("指标{id}"),
            ..Indicator::default()
        }
    }

    fn year() -> YearRecords {
        let mut records = YearRecords::new(Unit::default(), Year::default());
        records.indicators = vec![
            indicator(1, None),
            indicator(3, Some(2)),
            indicator(2, Some(1)),
            indicator(4, Some(1)),
        ];
        for (id, title) in [(20, "纪要"), (21, "通知")] {
            let title = title.to_owned();
            records.evidence.push(Evidence { id: Id(id), title, ..Evidence::default() });
        }
        records.indicators[1].evidence = vec![Id(21), Id(99)];
        records.achievements.push(Achievement {
            id: Id(10),
            title: "建成中心".to_owned(),
            indicators: vec![Id(3)],
            evidence: vec![Id(21), Id(20)],
            ..Achievement::default()
        });
        records.achievements.push(Achievement {
            id: Id(11),
            indicators: vec![Id(4)],
            state: WorkState::Rejected,
            ..Achievement::default()
        });
        records
    }

    #[test]
    fn the_table_stands_in_its_order_with_answers_and_gaps() {
        let coverage = coverage(&year());
        let rows: Vec<_> = coverage
            .rows
            .iter()
            .map(|row| (row.id.0, row.level, row.no_achievement, row.no_evidence))
            .collect();
        assert_eq!(
            rows,
            [(1, 1, false, false), (2, 2, false, false), (3, 3, false, false), (4, 2, true, true)]
        );
        assert_eq!(coverage.rows[2].above, ["指标1", "指标2"]);
        let proofs: Vec<_> = coverage.rows[2].evidence.iter().map(|p| p.number).collect();
        assert_eq!(proofs, [1, 2]);
        assert_eq!(
            (
                coverage.levels,
                coverage.all,
                coverage.without_achievement,
                coverage.without_evidence
            ),
            (3, 2, 1, 1)
        );
    }

    #[test]
    fn a_line_that_hangs_in_the_air_or_goes_round_is_shown_all_the_same() {
        let mut records = year();
        records.indicators = vec![
            indicator(1, Some(99)),
            indicator(2, Some(3)),
            indicator(3, Some(2)),
            indicator(4, Some(4)),
        ];
        let rows: Vec<_> =
            coverage(&records).rows.iter().map(|row| (row.id.0, row.level)).collect();
        assert_eq!(rows, [(1, 1), (2, 1), (3, 2), (4, 1)]);
    }

    #[test]
    fn the_directory_numbers_evidence_and_says_what_it_proves() {
        let lines = directory(&year());
        let told: Vec<_> =
            lines.iter().map(|l| (l.number, l.title.as_str(), l.proves.join("、"))).collect();
        assert_eq!(
            told,
            [
                (1, "纪要", "成效“建成中心”".to_owned()),
                (2, "通知", "成效“建成中心”、指标“指标3”".to_owned())
            ]
        );
    }
}
