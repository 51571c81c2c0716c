use crate::check::rule::{Looks, RecordSpot, RecordSpots, Rule, Strength};
use crate::check::{Severity, YearInput};
use crate::record::Kind;

pub(super) static RULE: Rule = Rule {
    code: "S013",
    name: "从上年带来的一条还没有写",
    severity: Severity::Warning,
    why: "带来的是去年的计划或问题，没写今年做了什么就不印进报告，等于没有交代。",
    source: "部署、落实、督查、整改的工作闭环",
    strength: Strength::Practice,
    wrong: "（成效“加强执法培训”对应上年计划，正文还空着）",
    right: "（成效“加强执法培训”写了今年怎么做的）",
    looks: Looks::Records(look),
};

fn look(year: &YearInput<'_>, out: &mut RecordSpots) {
    for achievement in &year.records.achievements {
        if !achievement.is_to_be_written() {
            continue;
        }
        let short: String = achievement.title.trim().chars().take(20).collect();
        out.push(RecordSpot {
            kind: Kind::Achievement,
            id: achievement.id,
            field: "body",
            message: format!("“{short}”是从上年带来的，今年还没有写"),
            hint: "请写上今年做了什么；只有这一句也够的，把状态改为核实；不写进报告的，标为不采用"
                .to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::compose::Edition;
    use crate::record::{Achievement, Id, Unit, WorkState, Year, YearRecords};

    fn told(achievement: Achievement) -> usize {
        let mut records = YearRecords::new(Unit::default(), Year::default());
        records.achievements.push(achievement);
        let mut out = Vec::new();
        let catalog = Catalog::built_in();
        let edition = Edition::Submission;
        look(&YearInput { records: &records, last: None, edition, catalog }, &mut out);
        out.len()
    }

    #[test]
    fn a_line_carried_over_is_told_until_it_is_written_or_its_state_is_said() {
        let carried = || Achievement {
            answers: vec![Id(1)],
            state: WorkState::Collected,
            ..Achievement::default()
        };
        assert_eq!(told(carried()), 1);
        assert_eq!(told(Achievement { body: "办了三期。".to_owned(), ..carried() }), 0);
        assert_eq!(told(Achievement { state: WorkState::Verified, ..carried() }), 0);
        assert_eq!(told(Achievement { state: WorkState::Rejected, ..carried() }), 0);
        assert_eq!(told(Achievement { answers: Vec::new(), ..carried() }), 0);
    }
}
