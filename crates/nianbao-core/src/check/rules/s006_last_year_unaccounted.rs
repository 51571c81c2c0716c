use crate::check::rule::{Looks, RecordSpot, RecordSpots, Rule, Strength};
use crate::check::{Severity, YearInput};
use crate::closed_loop::closed_loop;

pub(super) static RULE: Rule = Rule {
    code: "S006",
    name: "上年的计划或问题没有交代",
    severity: Severity::Warning,
    why: "去年说要做、要改的，今年没有一句话，读过去年报告的人会问。",
    source: "部署、落实、督查、整改的工作闭环",
    strength: Strength::Practice,
    wrong: "（上年计划“开展执法培训”，今年没有成效对应，也没有填落实情况）",
    right: "（上年计划“开展执法培训”填了落实情况，或有成效对应）",
    looks: Looks::Records(look),
};

fn look(year: &YearInput<'_>, out: &mut RecordSpots) {
    let Some(last) = year.last else { return };
    for line in closed_loop(last, year.records).lines.into_iter().filter(|line| line.unanswered) {
        let title = if line.title.trim().is_empty() { line.body.trim() } else { line.title.trim() };
        let short: String = title.chars().take(20).collect();
        out.push(RecordSpot {
            kind: line.kind,
            id: line.id,
            field: "outcome",
            message: format!("上年{}“{short}”今年没有交代", line.kind.word()),
            hint: "请填写落实情况，或选一条成效对应它".to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::compose::Edition;
    use crate::record::{Achievement, Id, Plan, Unit, WorkState, Year, YearRecords};

    #[test]
    fn a_plan_of_last_year_that_nothing_answers_is_told() {
        let year = || YearRecords::new(Unit::default(), Year::default());
        let mut last = year();
        last.plans.push(Plan { id: Id(1), title: "开展培训".to_owned(), ..Plan::default() });
        let mut this = year();
        let told = |this: &YearRecords| {
            let mut out = Vec::new();
            let catalog = Catalog::built_in();
            look(
                &YearInput {
                    records: this,
                    last: Some(&last),
                    edition: Edition::Submission,
                    catalog,
                },
                &mut out,
            );
            out.into_iter().map(|spot| spot.message).collect::<Vec<_>>()
        };
        assert_eq!(told(&this), ["上年计划“开展培训”今年没有交代"]);
        this.achievements.push(Achievement {
            answers: vec![Id(1)],
            state: WorkState::Collected,
            ..Achievement::default()
        });
        assert_eq!(told(&this).len(), 1, "one carried over and not written answers nothing");
        this.achievements[0].body = "培训了三期。".to_owned();
        assert_eq!(told(&this), Vec::<String>::new());
    }
}
