use crate::check::rule::{Looks, RecordSpot, RecordSpots, Rule, Strength};
use crate::check::{Severity, YearInput};
use crate::missing::missing;
use crate::record::{Kind, Record};

pub(super) static RULE: Rule = Rule {
    code: "S004",
    name: "问题没有原因",
    severity: Severity::Warning,
    why: "规定要求写不足和原因；没有共同的原因分析时，每条问题都要写。",
    source: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    strength: Strength::Binding,
    wrong: "（一条问题只写了表现）",
    right: "（一条问题写了表现和原因）",
    looks: Looks::Records(look),
};

fn look(year: &YearInput<'_>, out: &mut RecordSpots) {
    for problem in &year.records.problems {
        let record = Record::Problem(problem.clone());
        if missing(&record, year.records).iter().any(|lack| lack.field == "cause") {
            out.push(RecordSpot {
                kind: Kind::Problem,
                id: problem.id,
                field: "cause",
                message: format!("{}没有写原因", record.name()),
                hint: "请写明原因，或在原因分析里一并写".to_owned(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::compose::Edition;
    use crate::record::{Problem, Unit, Year, YearRecords};

    #[test]
    fn a_problem_without_a_cause_is_told() {
        for (cause, meant) in [("", 1), ("编制少", 0)] {
            let mut records = YearRecords::new(Unit::default(), Year::default());
            records.problems.push(Problem { cause: cause.to_owned(), ..Problem::default() });
            let mut out = Vec::new();
            let catalog = Catalog::built_in();
            look(
                &YearInput { records: &records, last: None, edition: Edition::Submission, catalog },
                &mut out,
            );
            assert_eq!(out.len(), meant, "{cause}");
        }
    }
}
