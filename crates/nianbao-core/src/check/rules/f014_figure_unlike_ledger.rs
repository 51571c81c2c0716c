use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::record::Precision;

pub(super) static RULE: Rule = Rule {
    code: "F014",
    name: "正文的数与台账不同",
    severity: Severity::Warning,
    why: "台账里有同名的数据，正文另写了一个数，总有一处没有改到。",
    source: "台账管理的做法",
    strength: Strength::Practice,
    wrong: "（台账里“行政复议申请”是247宗，正文写“行政复议申请274宗”）",
    right: "（正文写“行政复议申请{{行政复议申请}}”）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let Some(year) = document.year else { return };
    for (n, facts) in document.facts.iter().enumerate() {
        let para = &document.paper.paras[n];
        for (q, quantity) in facts.quantities.iter().enumerate() {
            let typed = !para.prints_figure(quantity.start..quantity.end);
            let named = |name: &str| name.trim() == facts.label(q);
            let figure = year.records.figures.iter().find(|figure| {
                figure.unit == quantity.unit && (named(&figure.label) || named(&figure.key))
            });
            let Some((figure, value)) = figure.and_then(|f| Some((f, f.value?))) else { continue };
            let exact =
                figure.precision == Precision::Exact && quantity.precision == Precision::Exact;
            if !typed || !exact || value.value().normalize() == quantity.value.value().normalize() {
                continue;
            }
            let shown = facts.slice(quantity.start..quantity.end);
            let message = format!(
                "“{}”台账里是{value}{}，正文写的是{shown}",
                figure.label_or_key(),
                figure.unit
            );
            let spot = Spot::new(quantity.start..quantity.end, message);
            out.push((Some(n), spot.hint("请核对哪个对，并让正文引用台账的数")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::{codes_of_year, one_line};

    #[test]
    fn a_typed_number_unlike_its_namesake_in_the_ledger_is_told() {
        for (body, meant) in [
            ("行政复议申请274宗。", true),
            ("行政复议申请247宗。", false),
            ("行政复议申请{{行政复议申请}}。", false),
            ("行政复议申请约250宗。", false),
            ("行政复议申请274件。", false),
            ("行政诉讼274宗。", false),
        ] {
            let records = one_line(body, &[("行政复议申请", "247", "宗")]);
            let told = codes_of_year(&records, None);
            assert_eq!(told.iter().any(|code| code == "F014"), meant, "{body}");
        }
    }
}
