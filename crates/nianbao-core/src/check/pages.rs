//! The page of all rules, printed from the rules themselves.

use std::fmt::Write;

use super::rules;

/// What each letter of a code stands for.
pub const LETTERS: [(char, &str); 9] = [
    ('S', "结构"),
    ('F', "数据"),
    ('T', "文字"),
    ('D', "日期"),
    ('N', "编号"),
    ('L', "法规和文件名称"),
    ('P', "隐私和公开"),
    ('U', "单位"),
    ('W', "版面"),
];

/// `docs/rules.md`.
pub fn page() -> String {
    let mut out = String::from(
        "# 体检规则 Rules\n\n本页由程序生成（`cargo xtask gen`），改规则请改 `crates/nianbao-core/src/check/rules/` 里的文件。\n\n\
         错误：不论本意如何都不对。警告：多半不对，请核对。提示：请看一眼。\n\
         规定：有现行规定或标准。一般：公文写作的通例。实务：办报告的经验。\n",
    );
    for (letter, word) in LETTERS {
        let own: Vec<_> = rules::ALL.iter().filter(|r| r.code.starts_with(letter)).collect();
        if own.is_empty() {
            continue;
        }
        // Writing into a String cannot fail.
        let _ = write!(out, "\n## {letter} {word}\n");
        for rule in own {
            let _ = write!(
                out,
                "\n### {} {}\n\n{}\n\n{}依据（{}）：{}\n\n- 有问题：{}\n- 没问题：{}\n",
                rule.code,
                rule.name,
                rule.why,
                format_args!("{}。", rule.severity.word()),
                rule.strength.word(),
                rule.source,
                one_line(rule.wrong),
                one_line(rule.right),
            );
        }
    }
    out
}

fn one_line(example: &str) -> String {
    example.replace('\n', " ⏎ ")
}
