use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::lists::Law;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "L002",
    name: "法规名称不准确",
    severity: Severity::Warning,
    why: "书名号里要写法规的全名，不写简称，也不能差一个字。",
    source: "国家法律法规数据库、中国政府网公布的名称",
    strength: Strength::Binding,
    wrong: "落实《法治政府建设与责任落实督察工作规则》。",
    right: "落实《法治政府建设与责任落实督察工作规定》。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for (title, law) in facts.titles(&context.lists) {
        let (name, at) = (&title.name, title.start..title.end);
        match law {
            Some(Law::Near(right)) => {
                let message = format!("《{name}》与《{right}》只差一两个字");
                out.push(Spot::new(at, message).hint("请核对是不是指这份文件"));
            }
            Some(Law::Short(right)) => {
                let message = format!("《{name}》是简称，全名是《{right}》");
                out.push(Spot::new(at, message).hint("请写全名，或者去掉书名号"));
            }
            _ if is_state_miswritten(name) => {
                let message = format!("《{name}》里的“中华人民共和国”写得不对");
                out.push(Spot::new(at, message).hint("请核对"));
            }
            _ => {}
        }
    }
}

/// 中国人民共和国民法典.
fn is_state_miswritten(name: &str) -> bool {
    let state = name.split_once("共和国").map(|(state, _)| state);
    state.is_some_and(|state| {
        let off = state.starts_with('中') && state.chars().count() <= 5 && state != "中华人民";
        off && state.contains(['人', '民'])
    })
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn names_a_little_off_and_names_cut_short_are_found() {
        finds(
            "L002",
            &[
                (
                    "落实《党政主要负责人履行推进法治建设第一责任职责规定》",
                    "《党政主要负责人履行推进法治建设第一责任职责规定》",
                ),
                ("《保密法》", "《保密法》"),
                ("《中国人民共和国民法典》", "《中国人民共和国民法典》"),
                ("《中华人民共和国民法典》《行政诉讼法》《行政处罚法》", ""),
                ("《甲市城乡规划条例》《乙县行政处罚听证办法》", ""),
                ("学习保密法", ""),
            ],
        );
    }
}
