use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T008",
    name: "连着两个标点",
    severity: Severity::Warning,
    why: "逗号、句号、顿号、分号、冒号后面不再跟这样的标点，多半是改稿时留下的。",
    source: "GB/T 15834—2011《标点符号用法》",
    strength: Strength::Binding,
    wrong: "全年开展检查12次，，发现问题3个。",
    right: "全年开展检查12次，发现问题3个……，坚持“依法行政”，落实到位！",
    looks: Looks::Paragraph(look),
};

fn is_mark(c: &char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | ',' | ';')
}

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let chars = &facts.chars;
    let mut at = 0;
    while at < chars.len() {
        let length = chars[at..].iter().take_while(|c| is_mark(c)).count();
        let dots = chars[at..at + length].iter().all(|c| *c == '。');
        // 。。。 is somebody's ellipsis: wrong all the same, but not a mark too many.
        if length > 1 {
            let found = facts.slice(at..at + length);
            let same = chars[at..at + length].iter().all(|c| *c == chars[at]);
            let spot = Spot::new(at..at + length, format!("“{found}”连着用了{length}个标点"));
            out.push(if same && !(dots && length > 2) {
                spot.fix(chars[at].to_string())
            } else {
                spot.hint("请留下一个")
            });
        }
        at += length.max(1);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn marks_behind_marks_are_found() {
        finds(
            "T008",
            &[
                ("检查12次，，整改。。", "，，|。。"),
                ("一是学习，。二是培训；。", "，。|；。"),
                ("“依法行政”，《要点》。", ""),
                ("坚持……，落实——到位！？", ""),
                ("（一）学习。", ""),
            ],
        );
    }
}
