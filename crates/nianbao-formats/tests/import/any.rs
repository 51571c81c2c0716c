//! Whatever is put in: no panic, nothing lost, every offset on what it says.

use nianbao_formats::import::{self, Proposal, text};
use proptest::prelude::*;

use crate::common::{letters, take};

/// Pieces a report is made of, and pieces that break things.
fn report() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("某区司法局2023年法治政府建设年度报告".to_owned()),
        Just("某区司法局".to_owned()),
        Just("关于2023年度法治政府建设情况的报告".to_owned()),
        Just("区委、区政府：".to_owned()),
        Just("发布时间：2024-02-01 来源：本网".to_owned()),
        Just("一、推进法治政府建设的主要举措和成效".to_owned()),
        Just("（一）加强领导".to_owned()),
        Just("(二)规范执法。办理案件12,925宗,其中处罚约465宗。".to_owned()),
        Just("1.强化培训。举办培训班3期。".to_owned()),
        Just("一是抓学习。学法20余次。二是抓落实。三是抓考核。".to_owned()),
        Just("二是抓落实；".to_owned()),
        Just("二、存在问题".to_owned()),
        Just("三、存在的问题和下一步打算".to_owned()),
        Just("主要原因是力量不足。".to_owned()),
        Just("四、下一步工作计划".to_owned()),
        Just("下一步，我局将继续努力。一是甲。二是乙。".to_owned()),
        Just("五、履行推进法治建设第一责任人职责情况".to_owned()),
        Just("特此报告。".to_owned()),
        Just("附件：1.统计表".to_owned()),
        Just("2.名单".to_owned()),
        Just("2024年2月1日".to_owned()),
        Just("案件\t12宗\t13%".to_owned()),
        Just("扫一扫在手机打开当前页".to_owned()),
        Just("{{案件}}\u{2}\u{200B}\u{FFFE}".to_owned()),
        "[一二三是、（）()1-9.,:;。：；年月日第约余宗件%“”《》 　甲乙丙]{0,30}",
        "\\PC{0,20}",
        any::<String>(),
    ];
    let gap =
        prop_oneof![Just("\n"), Just("\r\n"), Just("\n\n\u{A0} \u{3000}"), Just(""), Just("。")];
    proptest::collection::vec((piece, gap), 0..25)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}

fn is_nothing(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

fn check(source: &str, proposal: &Proposal) {
    let chars: Vec<char> = source.chars().collect();
    let mut last = 0;
    let mut covered = vec![false; chars.len()];
    let mut dropped = vec![false; chars.len()];
    for d in &proposal.dropped {
        dropped[d.start..d.end].fill(true);
    }
    for block in &proposal.blocks {
        assert!(last <= block.start && block.start <= block.end, "{block:?}");
        assert!(block.end <= chars.len(), "{block:?}");
        covered[block.start..block.end].fill(true);
        last = block.end;
        // What the block says is what stands there, in order.
        let mut stands = chars[block.start..block.end].iter().copied().map(|c| match c {
            '(' => '（',
            ')' => '）',
            c => c,
        });
        let said = format!("{}{}{}", block.number, block.title, block.body);
        for c in said.chars().filter(|c| !c.is_whitespace()) {
            let c = match c {
                '(' => '（',
                ')' => '）',
                c => c,
            };
            assert!(stands.any(|s| s == c), "{c} of {block:?}");
        }
        // And all of it, but for the full stop behind a title, white space and what is dropped.
        let whole = |c: &char| !is_nothing(*c) && !matches!(*c, '。' | '.');
        let stands = (block.start..block.end).filter(|&at| whole(&chars[at]) && !dropped[at]);
        assert_eq!(said.chars().filter(whole).count(), stands.count(), "{block:?}");
    }
    for dropped in &proposal.dropped {
        assert!(!dropped.why.is_empty());
        assert!(dropped.start < dropped.end && dropped.end <= chars.len(), "{dropped:?}");
        covered[dropped.start..dropped.end].fill(true);
    }
    for (at, c) in chars.iter().enumerate() {
        assert!(covered[at] || is_nothing(*c), "{c:?} at {at} is lost");
    }
    let mut last = 0;
    for figure in &proposal.figures {
        assert!(last <= figure.start && figure.end <= chars.len(), "{figure:?}");
        last = figure.end;
        let span: String = chars[figure.start..figure.end].iter().collect();
        let digits: String = span
            .chars()
            .map(|c| {
                if ('０'..='９').contains(&c) {
                    char::from(b'0' + (c as u32 - '０' as u32) as u8)
                } else {
                    c
                }
            })
            .filter(|c| c.is_ascii_digit() || matches!(c, '.' | '．'))
            .map(|c| if c == '．' { '.' } else { c })
            .collect();
        assert_eq!(digits, figure.value, "{span}");
        assert!(!figure.label.trim().is_empty());
    }
    for mark in &proposal.punctuation {
        assert_eq!(chars[mark.at], mark.from);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read_and_every_character_has_its_place(source in report()) {
        if let Ok(proposal) = text::read(&source) {
            check(&source, &proposal);
        }
    }

    #[test]
    fn any_proposal_is_taken_and_composed_without_losing_a_word(source in report(), full_width: bool) {
        let Ok(proposal) = text::read(&source) else { return Ok(()) };
        let (accepted, paragraphs) = take(&proposal, &source, full_width);
        prop_assert!(accepted.records.iter().all(|r| r.id().0 < 0));
        let mut ids: Vec<i64> = accepted.records.iter().map(|r| r.id().0).collect();
        ids.push(accepted.year.id.0);
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        let composed = letters(&paragraphs.join("\n"));
        for (n, block) in proposal.blocks.iter().enumerate() {
            use import::BlockRole::{Achievement, Cause, Heading, Lead, LeaderDuty, Plan, Problem};
            if !matches!(block.role, Achievement | Cause | Heading | LeaderDuty | Lead | Plan | Problem) {
                continue;
            }
            // A heading over nothing is not printed.
            let item = |role| matches!(role, Achievement | LeaderDuty | Plan | Problem);
            let bare = proposal.blocks.get(n + 1).is_none_or(|next| !item(next.role));
            if block.role == Heading && bare {
                continue;
            }
            for text in [&block.title, &block.body] {
                let text = letters(text);
                prop_assert!(composed.contains(&text), "{text:?} of {block:?}\n{}", paragraphs.join("\n"));
            }
        }
    }
}
