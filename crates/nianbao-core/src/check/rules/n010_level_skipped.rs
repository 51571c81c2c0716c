use crate::check::Severity;
use crate::check::outline::marked;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::numbering::Dialect;

pub(super) static RULE: Rule = Rule {
    code: "N010",
    name: "层次序数越级",
    severity: Severity::Hint,
    why: "层次序数依次为一、（一）1.（1），中间越过两级读起来层次不清。",
    source: "GB/T 9704—2012 第7.3.3条",
    strength: Strength::Binding,
    wrong: "一、主要工作\n（1）加强领导。\n（2）加强监督。",
    right: "一、主要工作\n（一）加强领导。\n（二）加强监督。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let mut above: Vec<Dialect> = Vec::new();
    for (para, mark) in marked(&document.facts) {
        if let Some(depth) = above.iter().position(|dialect| *dialect == mark.dialect) {
            above.truncate(depth + 1);
            continue;
        }
        // （1） right under 一、; 1. under it is one of the ways in use.
        if mark.dialect == Dialect::ArabicInBrackets && above.last() == Some(&Dialect::Chinese) {
            let said = document.facts[para].slice(0..mark.length);
            let message = format!("“一、”下面直接用了“{said}”");
            let spot = Spot::new(0..mark.length, message);
            out.push((Some(para), spot.hint("“一、”下面请用“（一）”或“1.”")));
        }
        above.push(mark.dialect);
    }
}
