use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::compose::Edition;
use crate::record::Kind;
use crate::text::numbering::Dialect;
use crate::text::numeral;

pub(super) static RULE: Rule = Rule {
    code: "N011",
    name: "说的条数与写的不符",
    severity: Severity::Warning,
    why: "前面说有几条，后面就要写几条；增删一条后常忘了改，公开版少印一条时也会对不上。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "存在以下3个问题：一是人手少。二是经费少。",
    right: "存在以下2个问题：一是人手少。二是经费少。",
    looks: Looks::Document(look),
};

/// Before the number of what follows.
const LEADS: [&str; 8] = ["以下", "下列", "如下", "主要有", "共", "存在", "存在的", "还有"];
/// Before it where a colon leads over to the list.
const LOOSE: [&str; 8] = ["从", "抓好", "做好", "突出", "聚焦", "围绕", "重点抓", "分"];
/// What is counted.
const COUNTED: [&str; 12] =
    ["方面", "项", "点", "条", "类", "问题", "不足", "短板", "原因", "环节", "件事", "措施"];
/// So many characters may stand between the counted and the mark that leads over.
const BEHIND: usize = 10;

/// 以下3个问题：
struct Stated {
    n: usize,
    at: Range<usize>,
    /// Where the list is to begin.
    end: usize,
}

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for (n, facts) in document.facts.iter().enumerate().filter(|(_, f)| f.is_text()) {
        for stated in stated(facts) {
            let Some(found) = listed(document, n, &stated) else { continue };
            if found == stated.n {
                continue;
            }
            let message = format!("说有{}条，后面写了{found}条", stated.n);
            let public = document.year.is_some_and(|year| year.edition == Edition::Public);
            let hint = if public {
                "公开版没有印的不算在内，请改数，或者不写数"
            } else {
                "请改数，或补上缺的"
            };
            out.push((Some(n), Spot::new(stated.at, message).hint(hint)));
        }
    }
}

fn stated(facts: &Facts) -> Vec<Stated> {
    let chars = &facts.chars;
    let mut out = Vec::new();
    let counts = COUNTED.iter().any(|word| facts.says(word));
    let mut at = 0;
    while counts && at < chars.len() {
        let length = chars[at..].iter().take(3).take_while(|c| is_number(**c)).count();
        if length == 0 {
            at += 1;
            continue;
        }
        out.extend(stated_at(facts, at..at + length));
        at += length;
    }
    out
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || "一二两三四五六七八九十".contains(c)
}

fn stated_at(facts: &Facts, number: Range<usize>) -> Option<Stated> {
    let chars = &facts.chars;
    let word = facts.slice(number.clone()).replace('两', "二");
    let n = word.parse().ok().or_else(|| numeral::value(&word))?;
    let n = usize::try_from(n).ok().filter(|n| (2..=30).contains(n))?;
    let before = facts.slice(number.start.saturating_sub(4)..number.start);
    let firm = LEADS.iter().any(|lead| before.ends_with(lead));
    if !firm && !LOOSE.iter().any(|lead| before.ends_with(lead)) {
        return None;
    }
    let mut behind = number.end;
    behind += usize::from(matches!(chars.get(behind), Some('个' | '大')));
    let rest = facts.slice(behind..chars.len().min(behind + 4));
    let counted = COUNTED.iter().find(|word| rest.starts_with(**word))?;
    let at = number.start..behind + counted.chars().count();
    let rest = &chars[at.end..];
    let close = rest.iter().take(BEHIND + 1).position(|c| "：:。，,；“”（）".contains(*c));
    let leads = |close: usize| match rest[close] {
        '：' | ':' => true,
        '。' => firm,
        _ => false,
    };
    let end = match close {
        Some(close) => leads(close).then_some(at.end + close + 1)?,
        None if rest.len() <= BEHIND => chars.len(),
        None => return None,
    };
    Some(Stated { n, at, end })
}

/// How many there are in the list that begins right behind.
fn listed(document: &Document<'_>, para: usize, stated: &Stated) -> Option<usize> {
    let facts = document.facts.get(para)?;
    let inside = facts.chars.get(stated.end..)?.iter().any(|c| !c.is_whitespace());
    if inside {
        return run(document, (para, stated.end));
    }
    let next = document.facts.get(para + 1).filter(|next| next.is_text())?;
    match next.mark {
        Some(mark) if mark.n != 1 => None,
        Some(mark) if mark.dialect == Dialect::RunIn => run(document, (para + 1, 0)),
        Some(mark) => Some(row(&document.facts[para + 1..], mark.dialect)),
        None => records(document, para + 1),
    }
}

/// 一是, 二是 … from the one at a place on.
fn run(document: &Document<'_>, begin: (usize, usize)) -> Option<usize> {
    let runs = document.runs();
    let run = runs.iter().find(|run| run.first().is_some_and(|m| (m.0, m.1) == begin))?;
    (run[0].2.n == 1).then_some(run.len())
}

/// （一）, （二） … to where a higher number or another row begins.
fn row(facts: &[&Facts], dialect: Dialect) -> usize {
    let own = facts.iter().take_while(|facts| facts.is_text()).filter_map(|facts| facts.mark);
    let own = own.take_while(|mark| mark.dialect >= dialect);
    let mut count = 0;
    for mark in own.filter(|mark| mark.dialect == dialect) {
        if mark.n == 1 && count > 0 {
            break;
        }
        count += 1;
    }
    count
}

/// Records printed without numbers.
fn records(document: &Document<'_>, from: usize) -> Option<usize> {
    let record = |para: usize| {
        let places = &document.paper.paras.get(para)?.places;
        places
            .iter()
            .find_map(|place| Some((place.record.as_ref()?.kind, place.record.as_ref()?.id)))
    };
    let (kind, _) = record(from)?;
    if !matches!(kind, Kind::Achievement | Kind::Duty | Kind::Problem | Kind::Plan) {
        return None;
    }
    let same = (from..).map_while(record).take_while(|(own, _)| *own == kind);
    Some(same.map(|(_, id)| id).collect::<BTreeSet<_>>().len())
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_number_of_items_that_no_longer_fits_is_found() {
        finds(
            "N011",
            &[
                ("主要有三个方面：一是甲。二是乙。", "三个方面"),
                ("主要有三个方面：一是甲；二是乙；三是丙。", ""),
                ("共3项。\n一是甲。\n二是乙。", "3项"),
                ("还存在以下两个问题：\n（一）甲\n说明。\n（二）乙\n（三）丙", "两个问题"),
                ("还存在以下两个问题：\n（一）甲\n1.子。\n2.丑。\n（二）乙\n二、计划", ""),
                ("落实“三项制度”。一是甲。二是乙。", ""),
                ("全年开展检查共3项。二是乙。", ""),
                ("聚焦三个环节，一是甲。", ""),
            ],
        );
    }
}
