use crate::check::Severity;
use crate::check::compared::{clause, last_years};
use crate::check::facts::Facts;
use crate::check::paper::Para;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::record::{Figure, Precision};

pub(super) static RULE: Rule = Rule {
    code: "F017",
    name: "文中的上年数与上年报告不同",
    severity: Severity::Warning,
    why: "文中写的上年数和去年报出去的不是一个数，两份报告摆在一起就会被看出来。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "（上年报告“办理案件”是1970宗，今年写“2022年共办理案件1790宗”）",
    right: "（今年写“2022年共办理案件1970宗”）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let Some(last) = document.year.and_then(|year| year.last) else { return };
    for (n, (para, facts)) in document.paper.paras.iter().zip(&document.facts).enumerate() {
        for sentence in facts.sentences.iter().filter(|_| facts.is_text()) {
            let own = facts.quantities_in(sentence);
            let Some(base) = last_years(facts, &own, document.context.year) else { continue };
            let quantity = &facts.quantities[base];
            let reported = last.figures.iter().find(|figure| {
                figure.unit == quantity.unit && is_meant(figure, para, facts, &own, base)
            });
            let Some((figure, value)) = reported.and_then(|f| Some((f, f.value?))) else {
                continue;
            };
            let exact =
                figure.precision == Precision::Exact && quantity.precision == Precision::Exact;
            if !exact || value.value().normalize() == quantity.value.value().normalize() {
                continue;
            }
            let (shown, unit) = (facts.shown(base), &figure.unit);
            let message =
                format!("“{}”上年报告里是{value}{unit}，这里写的是{shown}", figure.label_or_key());
            let spot = Spot::new(quantity.start..quantity.end, message);
            out.push((Some(n), spot.hint("请核对；上年报告有误的，请在文中说明")));
        }
    }
}

/// By its name before the number, or as the same thing as a number that the sentence prints.
fn is_meant(
    figure: &Figure,
    para: &Para,
    facts: &Facts,
    own: &std::ops::Range<usize>,
    base: usize,
) -> bool {
    let words = clause(facts, base);
    let name = figure.label_or_key().trim();
    if name.chars().count() >= 3 && words.ends_with(name) {
        return true;
    }
    // 较去年的1970宗: nothing is named, so it is what the sentence counts.
    let bare = ["去年", "上年", "去年的", "上年的", "去年同期", "上年同期"];
    let unnamed = bare.iter().any(|word| words.ends_with(word));
    let printed = own.clone().filter(|n| *n != base).find_map(|n| {
        let quantity = &facts.quantities[n];
        para.figure_at(quantity.start..quantity.end)
    });
    unnamed && printed == Some(figure.key.as_str())
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::{codes_of_year, one_line};

    #[test]
    fn a_number_said_to_be_last_years_is_compared_with_last_years_report() {
        let last = one_line("办理案件{{办理案件}}。", &[("办理案件", "1970", "宗")]);
        for (body, meant) in [
            ("办理案件{{办理案件}}，2022年共办理案件1790宗。", true),
            ("办理案件{{办理案件}}，2022年共办理案件1970宗。", false),
            ("办理案件{{办理案件}}，较去年的1790宗明显增加。", true),
            ("办理案件{{办理案件}}，较去年的1970宗明显增加。", false),
            ("办理案件{{办理案件}}，比去年增加1790宗。", false),
            ("办理案件{{办理案件}}，2022年共审查文件1790宗。", false),
        ] {
            let records = one_line(body, &[("办理案件", "12925", "宗")]);
            let told = codes_of_year(&records, Some(&last));
            assert_eq!(told.iter().any(|code| code == "F017"), meant, "{body}");
        }
    }
}
