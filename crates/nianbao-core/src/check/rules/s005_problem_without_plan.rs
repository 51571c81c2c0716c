use crate::check::rule::{Looks, RecordSpot, RecordSpots, Rule, Strength};
use crate::check::{Severity, YearInput};
use crate::record::{Kind, Record};

pub(super) static RULE: Rule = Rule {
    code: "S005",
    name: "问题没有对应的计划",
    severity: Severity::Hint,
    why: "找出的问题下一年没有一件事来解决，督察时会被追问。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "（一条问题，没有计划对应它）",
    right: "（每条问题至少有一条计划对应）",
    looks: Looks::Records(look),
};

fn look(year: &YearInput<'_>, out: &mut RecordSpots) {
    let plans = &year.records.plans;
    if plans.is_empty() {
        return;
    }
    for problem in &year.records.problems {
        if plans.iter().any(|plan| plan.answers.contains(&problem.id)) {
            continue;
        }
        out.push(RecordSpot {
            kind: Kind::Problem,
            id: problem.id,
            field: "plans",
            message: format!("{}没有对应的计划", Record::Problem(problem.clone()).name()),
            hint: "请在计划里选上它对应的问题，或补一条计划".to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::compose::Edition;
    use crate::record::{Id, Plan, Problem, Unit, Year, YearRecords};

    #[test]
    fn a_problem_that_no_plan_answers_is_told() {
        let mut records = YearRecords::new(Unit::default(), Year::default());
        records.problems = vec![
            Problem { id: Id(1), ..Problem::default() },
            Problem { id: Id(2), ..Problem::default() },
        ];
        records.plans.push(Plan { answers: vec![Id(1)], ..Plan::default() });
        let mut out = Vec::new();
        let catalog = Catalog::built_in();
        look(
            &YearInput { records: &records, last: None, edition: Edition::Submission, catalog },
            &mut out,
        );
        assert_eq!(out.iter().map(|spot| spot.id).collect::<Vec<_>>(), [Id(2)]);
    }
}
