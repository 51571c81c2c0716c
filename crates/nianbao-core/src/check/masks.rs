//! What of a text is masked before it is published, as the rules of privacy find it.

use std::ops::Range;

use super::facts::Facts;
use super::paper::Para;
use super::rule::{Context, Looks};
use super::rules;
use crate::doc::Role;

/// A place that is not published as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    /// Of the rule that found it.
    pub code: &'static str,
    /// In characters.
    pub at: Range<usize>,
    pub masked: String,
}

/// From first to last; of two that overlap the longer one.
pub fn masks(text: &str) -> Vec<Mask> {
    // Every mask is of letters, digits and their marks: most paragraphs need no reading.
    if !text.bytes().any(|b| b.is_ascii_digit() || b == b'@') {
        return Vec::new();
    }
    let facts = Facts::of(&Para::at(Role::Body, None, text.to_owned(), 0), None);
    let context = Context::default();
    let mut found = Vec::new();
    for rule in rules::ALL.iter().filter(|rule| rule.code.starts_with('P')) {
        let Looks::Paragraph(look) = &rule.looks else { continue };
        let mut spots = Vec::new();
        look(&facts, &context, &mut spots);
        found.extend(spots.into_iter().filter_map(|spot| {
            let masked = spot.mask?;
            Some(Mask { code: rule.code, at: spot.start..spot.end, masked })
        }));
    }
    found.sort_by_key(|mask| std::cmp::Reverse(mask.at.len()));
    let mut out: Vec<Mask> = Vec::new();
    for mask in found {
        if out.iter().all(|known| mask.at.end <= known.at.start || known.at.end <= mask.at.start) {
            out.push(mask);
        }
    }
    out.sort_by_key(|mask| mask.at.start);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::new();
        let mut from = 0;
        for mask in masks(text) {
            out.extend(&chars[from..mask.at.start]);
            out.push_str(&mask.masked);
            from = mask.at.end;
        }
        out.extend(&chars[from..]);
        out
    }

    #[test]
    fn each_kind_is_masked_in_its_way_and_what_is_masked_is_left_alone() {
        for (typed, meant) in [
            ("手机13812341234。", "手机138****1234。"),
            ("手机138 1234 1234。", "手机138****1234。"),
            ("家庭电话：0754-85851234。", "家庭电话：0754-****1234。"),
            ("联系电话：85851234。", "联系电话：****1234。"),
            ("监督电话：0754-85851234。", "监督电话：0754-85851234。"),
            ("证11010519491231002X。", "证11*************02X。"),
            ("卡4111 1111 1111 1111。", "卡************1111。"),
            ("走访甲街道文化路12号3栋502房。", "走访甲街道***。"),
            ("住文化路12号3栋502房。", "住文化路***。"),
            ("发至zhangsan@example.com。", "发至z***@example.com。"),
            ("发至fzb@example.gov.cn。", "发至fzb@example.gov.cn。"),
            ("车辆粤DA1234、粤D·12345。", "车辆粤D***34、粤D***45。"),
            ("共办理372件，同比增长3.5%。", "共办理372件，同比增长3.5%。"),
            ("申请人张建国不服。", "申请人张建国不服。"),
        ] {
            let once = masked(typed);
            assert_eq!(once, meant);
            assert_eq!(masked(&once), once, "masked twice");
        }
    }
}
