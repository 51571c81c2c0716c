//! What a record still lacks: 缺 N 项, by name. One list for forms and overview.

use serde::Serialize;
use ts_rs::TS;

use crate::record::{Id, Kind, ProblemSource, Record, Slot, Verdict, WorkState, YearRecords};

/// A field that is asked for and empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Missing {
    /// Name of the record's field; `plans` and `achievements`: what should refer to it.
    pub field: &'static str,
    /// As the form calls it.
    pub word: &'static str,
}

/// A record that lacks something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Incomplete {
    pub kind: Kind,
    pub id: Id,
    /// In a few words.
    pub name: String,
    pub missing: Vec<Missing>,
}

struct Wanted {
    kind: Kind,
    missing: Missing,
    lacks: fn(&Record, &YearRecords) -> bool,
}

macro_rules! wanted {
    ($kind:ident, $field:literal, $word:literal, |$record:ident| $lacks:expr) => {
        wanted!($kind, $field, $word, |$record, _all| $lacks)
    };
    ($kind:ident, $field:literal, $word:literal, |$record:ident, $all:ident| $lacks:expr) => {
        Wanted {
            kind: Kind::$kind,
            missing: Missing { field: $field, word: $word },
            lacks: |record, $all| match record {
                Record::$kind($record) => $lacks,
                _ => false,
            },
        }
    };
}

/// In the order of the forms. What a report can well do without is not among them.
static WANTED: &[Wanted] = &[
    wanted!(Unit, "name", "单位全称", |r| blank(&r.name)),
    wanted!(Unit, "short", "自称", |r| blank(&r.short)),
    wanted!(Unit, "heads", "主要负责人职务", |r| r.heads.iter().all(|h| blank(&h.post))),
    wanted!(Year, "cutoff", "统计截止日", |r| r.cutoff.is_none()),
    wanted!(Year, "addressee", "主送机关", |r| blank(&r.addressee)),
    wanted!(Year, "deadlines", "报送和公开日期", |r| r.deadlines.is_empty()),
    wanted!(Area, "title", "标题", |r| blank(&r.title)),
    wanted!(Passage, "body", "正文", |r| blank(&r.body)),
    wanted!(Achievement, "area", "领域", |r, all| !all.areas.iter().any(|a| a.id == r.area)),
    wanted!(Achievement, "title", "标题句", |r| blank(&r.title)),
    wanted!(Achievement, "body", "正文", |r| blank(&r.body)),
    wanted!(Achievement, "office", "责任科室", |r| blank(&r.office)),
    wanted!(Achievement, "evidence", "佐证", |r, all| keeps_evidence(all)
        && r.evidence.is_empty()),
    wanted!(Problem, "title", "标题句", |r| blank(&r.title)),
    wanted!(Problem, "body", "表现", |r| blank(&r.body)),
    wanted!(Problem, "cause", "原因", |r, all| blank(&r.cause) && !has_common_cause(all)),
    wanted!(Problem, "office", "责任科室", |r| blank(&r.office)),
    wanted!(Problem, "source", "来源", |r| r.source == ProblemSource::Unsaid),
    wanted!(Problem, "plans", "对应的计划", |r, all| {
        !all.plans.iter().any(|plan| plan.answers.contains(&r.id))
    }),
    wanted!(Plan, "title", "标题句", |r| blank(&r.title)),
    wanted!(Plan, "body", "具体措施", |r| blank(&r.body)),
    wanted!(Plan, "target", "目标", |r| blank(&r.target)),
    wanted!(Plan, "office", "牵头科室", |r| blank(&r.office)),
    wanted!(Plan, "due", "完成时限", |r| r.due.is_none()),
    wanted!(Duty, "post", "职务", |r| blank(&r.post)),
    wanted!(Duty, "prompt", "履职事项", |r| blank(&r.prompt)),
    wanted!(Duty, "body", "正文", |r| blank(&r.body)),
    wanted!(Figure, "label", "名称", |r| blank(&r.label)),
    wanted!(Figure, "value", "数", |r| r.value.is_none()),
    wanted!(Figure, "unit", "计量单位", |r| blank(&r.unit)),
    wanted!(Figure, "scope", "口径", |r| blank(&r.scope)),
    wanted!(Figure, "source", "来源", |r| blank(&r.source)),
    wanted!(Indicator, "title", "指标内容", |r| blank(&r.title)),
    wanted!(Indicator, "achievements", "对应的成效", |r, all| {
        is_last_level(r.id, all) && !all.achievements.iter().any(|a| a.indicators.contains(&r.id))
    }),
    wanted!(Indicator, "evidence", "佐证", |r, all| {
        is_last_level(r.id, all) && !has_evidence(r.id, all)
    }),
    wanted!(Indicator, "assessment", "自评", |r, all| {
        is_last_level(r.id, all) && blank(&r.assessment)
    }),
    wanted!(Evidence, "title", "名称", |r| blank(&r.title)),
    wanted!(Evidence, "date", "日期", |r| r.date.is_none()),
    wanted!(Evidence, "path", "文件", |r| blank(&r.path)),
    wanted!(Opinion, "giver", "提出人", |r| blank(&r.giver)),
    wanted!(Opinion, "body", "意见内容", |r| blank(&r.body)),
    wanted!(Opinion, "verdict", "采纳情况", |r| r.verdict == Verdict::Open),
    wanted!(Opinion, "reason", "理由", |r| r.verdict != Verdict::Open && blank(&r.reason)),
    wanted!(Template, "name", "名称", |r| blank(&r.name)),
    wanted!(Template, "sections", "组成部分", |r| r.sections.is_empty()),
];

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// One analysis for all problems stands for the cause of each.
fn has_common_cause(all: &YearRecords) -> bool {
    all.passages.iter().any(|p| p.slot == Slot::Cause && !blank(&p.body))
}

/// Only the last level of an indicator table is answered; the others are headings.
fn is_last_level(id: Id, all: &YearRecords) -> bool {
    !all.indicators.iter().any(|indicator| indicator.parent == Some(id))
}

/// Whether the unit proves its work this year. One that has neither evidence nor indicators lacks none.
fn keeps_evidence(all: &YearRecords) -> bool {
    !all.evidence.is_empty() || !all.indicators.is_empty()
}

/// Its own, or that of an achievement that answers it.
fn has_evidence(id: Id, all: &YearRecords) -> bool {
    let own = all.indicators.iter().find(|indicator| indicator.id == id);
    own.is_some_and(|indicator| !indicator.evidence.is_empty())
        || all.achievements.iter().any(|a| a.indicators.contains(&id) && !a.evidence.is_empty())
}

/// What a record lacks, given the year it stands in. What was rejected lacks nothing.
pub fn missing(record: &Record, all: &YearRecords) -> Vec<Missing> {
    if matches!(record, Record::Achievement(r) if r.state == WorkState::Rejected) {
        return Vec::new();
    }
    let own = WANTED.iter().filter(|wanted| wanted.kind == record.kind());
    own.filter(|wanted| (wanted.lacks)(record, all)).map(|wanted| wanted.missing).collect()
}

/// Every record of a year, the unit first, that lacks something.
pub fn incomplete(all: &YearRecords) -> Vec<Incomplete> {
    let records = std::iter::once(Record::Unit(all.unit.clone())).chain(all.records());
    records
        .filter_map(|record| {
            let missing = missing(&record, all);
            (!missing.is_empty()).then(|| Incomplete {
                kind: record.kind(),
                id: record.id(),
                name: record.name(),
                missing,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::*;

    fn year() -> YearRecords {
        YearRecords::new(Unit::default(), Year::default())
    }

    fn words(record: Record, all: &YearRecords) -> Vec<&'static str> {
        missing(&record, all).into_iter().map(|missing| missing.word).collect()
    }

    #[test]
    fn an_empty_record_of_each_kind_lacks_what_its_form_asks_for() {
        let all = year();
        let empty = |record| words(record, &all).join("、");
        for (record, meant) in [
            (Record::Unit(Unit::default()), "单位全称、自称、主要负责人职务"),
            (Record::Year(Year::default()), "统计截止日、主送机关、报送和公开日期"),
            (Record::Area(Area::default()), "标题"),
            (Record::Passage(Passage::default()), "正文"),
            (Record::Achievement(Achievement::default()), "领域、标题句、正文、责任科室"),
            (Record::Problem(Problem::default()), "标题句、表现、原因、责任科室、来源、对应的计划"),
            (Record::Plan(Plan::default()), "标题句、具体措施、目标、牵头科室、完成时限"),
            (Record::Duty(Duty::default()), "职务、履职事项、正文"),
            (Record::Figure(Figure::default()), "名称、数、计量单位、口径、来源"),
            (Record::Indicator(Indicator::default()), "指标内容、对应的成效、佐证、自评"),
            (Record::Evidence(Evidence::default()), "名称、日期、文件"),
            (Record::Opinion(Opinion::default()), "提出人、意见内容、采纳情况"),
            (Record::Template(OwnTemplate::default()), "名称、组成部分"),
        ] {
            assert_eq!(empty(record.clone()), meant, "{:?}", record.kind());
        }
    }

    #[test]
    fn every_kind_is_asked_for_something_and_each_field_once() {
        for kind in Kind::ALL {
            let mut fields: Vec<_> =
                WANTED.iter().filter(|w| w.kind == kind).map(|w| w.missing.field).collect();
            assert!(!fields.is_empty(), "{kind:?}");
            fields.sort_unstable();
            assert!(fields.windows(2).all(|pair| pair[0] != pair[1]), "{kind:?}");
        }
    }

    #[test]
    fn what_stands_elsewhere_in_the_year_counts() {
        let mut all = year();
        let problem = Problem { id: Id(5), ..Problem::default() };
        all.plans.push(Plan { answers: vec![Id(5)], ..Plan::default() });
        all.passages.push(Passage {
            slot: Slot::Cause,
            body: "原因在于人手。".to_owned(),
            ..Passage::default()
        });
        let lacks = words(Record::Problem(problem), &all);
        assert!(!lacks.contains(&"原因") && !lacks.contains(&"对应的计划"), "{lacks:?}");
        let (upper, lower) = (Id(6), Id(7));
        let indicator = |id, parent| Indicator { id, parent, ..Indicator::default() };
        all.indicators = vec![indicator(upper, None), indicator(lower, Some(upper))];
        all.achievements.push(Achievement {
            indicators: vec![lower],
            evidence: vec![Id(8)],
            ..Achievement::default()
        });
        let of = |n: usize| words(Record::Indicator(all.indicators[n].clone()), &all);
        assert_eq!((of(0), of(1)), (vec!["指标内容"], vec!["指标内容", "自评"]));
    }

    #[test]
    fn evidence_is_asked_for_once_the_unit_keeps_any() {
        let bare = Record::Achievement(Achievement::default());
        let mut all = year();
        assert!(!words(bare.clone(), &all).contains(&"佐证"));
        all.evidence.push(Evidence::default());
        assert!(words(bare.clone(), &all).contains(&"佐证"));
        all.evidence.clear();
        all.indicators.push(Indicator::default());
        assert!(words(bare, &all).contains(&"佐证"));
    }

    #[test]
    fn a_rejected_achievement_lacks_nothing_and_the_rest_is_listed() {
        let mut all = year();
        all.achievements.push(Achievement {
            id: Id(3),
            state: WorkState::Rejected,
            ..Achievement::default()
        });
        all.figures.push(Figure { id: Id(4), label: "案件".to_owned(), ..Figure::default() });
        let told: Vec<_> =
            incomplete(&all).into_iter().map(|i| (i.name, i.missing.len())).collect();
        let names: Vec<_> = told.iter().map(|(name, count)| (name.as_str(), *count)).collect();
        assert_eq!(names, [("单位", 3), ("0年", 3), ("数据“案件”", 4)]);
    }
}
