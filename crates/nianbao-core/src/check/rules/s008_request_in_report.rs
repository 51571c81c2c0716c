use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "S008",
    name: "报告里夹带请示",
    severity: Severity::Warning,
    why: "报告不需要上级答复，请示事项写在报告里既得不到批复，也不合行文规则。",
    source: "《党政机关公文处理工作条例》第十五条",
    strength: Strength::Binding,
    wrong: "以上报告妥否，请批示。",
    right: "特此报告。",
    looks: Looks::Paragraph(look),
};

const WORDS: [&str; 14] = [
    "妥否，请批示",
    "当否，请批示",
    "妥否,请批示",
    "如无不妥，请批转",
    "请批复",
    "请予批准",
    "请予审批",
    "请予批复",
    "请批准",
    "恳请上级",
    "恳请区委",
    "恳请市委",
    "恳请县委",
    "请求上级拨付",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    if !facts.is_text() {
        return;
    }
    for at in WORDS.iter().flat_map(|word| facts.places(word)) {
        let message = format!("“{}”是请示的话", facts.slice(at.clone()));
        out.push(Spot::new(at, message).hint("请删去；需要请示的另行行文"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn requests_are_found() {
        finds(
            "S008",
            &[("特此报告，请批复。", "请批复"), ("向市政府请示并获批复。", ""), ("请审阅。", "")],
        );
    }
}
