use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "N009",
    name: "一是……编得太长",
    severity: Severity::Hint,
    why: "一段里“一是”编到二十以上，读的人记不住层次，不如分成小标题。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "一是甲。二是甲。三是甲。四是甲。五是甲。六是甲。七是甲。八是甲。九是甲。十是甲。十一是甲。十二是甲。十三是甲。十四是甲。十五是甲。十六是甲。十七是甲。十八是甲。十九是甲。二十是甲。",
    right: "一是甲。二是甲。三是甲。四是甲。",
    looks: Looks::Document(look),
};

/// The last that is still read with ease.
const MOST: u32 = 19;

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for run in document.runs() {
        let long = run.iter().find(|(_, _, mark)| mark.n > MOST);
        if let Some(&(para, at, mark)) = long {
            let message = format!("一共编了{}条", run.len());
            let spot = Spot::new(at..at + mark.length, message);
            out.push((Some(para), spot.hint("请分成几个小标题")));
        }
    }
}
