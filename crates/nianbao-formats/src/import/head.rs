//! Before the text: what the portal put there, the title in one or two lines, the addressee.

use super::chrome::{self, Facts};
use super::draft::Draft;
use super::lines::Para;
use super::{BlockRole, names};

use nianbao_core::text::numbering::Dialect;

/// No title line is longer.
const TITLE: usize = 80;
/// No title stands behind more lines of a portal than this.
const ABOVE: usize = 300;
/// Lines under the title that may belong to the portal.
const UNDER: usize = 16;
/// A line that is no sentence and no longer than this may be left out between lines of the portal.
const SHORT: usize = 40;

/// What stands before the text.
#[derive(Default)]
pub(super) struct Head {
    /// The first paragraph of the text.
    pub next: usize,
    pub title: String,
    pub facts: Facts,
}

/// Reads the head; paragraphs up to `to` may belong to it.
pub(super) fn read(draft: &mut Draft<'_>, to: usize) -> Head {
    let mut head = Head::default();
    let paras = draft.paras;
    if let Some((first, last)) = title(&paras[..to]) {
        for at in 0..first {
            see(&mut head.facts, paras, at);
            draft.drop(at, above(&paras[at], &paras[first..=last]));
        }
        draft.whole(first, BlockRole::Title);
        if last > first
            && let Some(block) = draft.blocks.last_mut()
        {
            let lines: Vec<&str> = paras[first..=last].iter().map(|p| p.text.as_str()).collect();
            block.title = lines.join("\n");
            block.end = paras[last].end;
        }
        head.title = draft.blocks.last().map(|b| b.title.clone()).unwrap_or_default();
        head.next = last + 1;
    }
    under(draft, &mut head, to);
    addressee(draft, &mut head, to);
    head
}

fn see(facts: &mut Facts, paras: &[Para], at: usize) {
    let next = paras.get(at + 1).map_or("", |p| p.text.as_str());
    if paras[at].chars.len() <= 200 {
        facts.see(&paras[at].text, next);
    }
}

/// Why a line above the title is left out.
fn above(para: &Para, title: &[Para]) -> &'static str {
    let text = para.text.as_str();
    if is_letterhead(text) {
        return "版头，成稿时另行编排";
    }
    if title.iter().any(|t| text.contains(&t.text)) {
        return "与标题重复";
    }
    if let Some(why) = chrome::around(text) {
        return why;
    }
    "标题之前的网页文字"
}

/// 某区司法局文件, 某司〔2024〕3号, 签发人：
fn is_letterhead(text: &str) -> bool {
    let bare = chrome::compact(text);
    bare.ends_with("文件")
        || bare.contains("签发人")
        || bare.ends_with('号') && bare.contains(['〔', '[', '（', '(', '【'])
}

/// The paragraphs of the title: the last that can be one, before the text begins.
fn title(paras: &[Para]) -> Option<(usize, usize)> {
    let paras = &paras[..paras.len().min(ABOVE)];
    let begins = paras.iter().position(begins_text).unwrap_or(paras.len());
    let paras = &paras[..begins];
    let one = |at: usize| is_title(&paras[at].text);
    let two = |at: usize| {
        at + 1 < begins && !one(at) && !one(at + 1) && is_title_part(&paras[at].text) && {
            is_title(&format!("{}{}", paras[at].text, paras[at + 1].text))
        }
    };
    let found = (0..begins)
        .rev()
        .find_map(|at| if one(at) { Some((at, at)) } else { two(at).then_some((at, at + 1)) });
    if let Some(formed) = by_form(paras) {
        // What looks like the title is it, unless its words say another line is.
        match found {
            Some((first, last)) if last < formed.0 || formed.1 < first => {}
            _ => return Some(formed),
        }
    }
    // 某区司法局 ⏎ 关于2023年法治政府建设情况的报告; two organs that report together have a line each.
    let (first, last) = found?;
    let organs = if first == last && goes_on_from_organ(&paras[first].text) {
        let above = paras[..first].iter().rev().take(2);
        above.take_while(|p| names::is_organ(&p.text)).count()
    } else {
        0
    };
    Some((first - organs, last))
}

/// The last run of lines that have the form of a title and are no letterhead.
fn by_form(paras: &[Para]) -> Option<(usize, usize)> {
    let formed = |para: &Para| para.title && !is_letterhead(&para.text);
    let last = paras.iter().rposition(formed)?;
    let above = paras[..last].iter().rev().take_while(|para| formed(para)).count();
    Some((last - above.min(3), last))
}

/// A sentence, or a first heading.
fn begins_text(para: &Para) -> bool {
    if para.title {
        return false;
    }
    let sentence = para.chars.len() >= 30 && para.chars.contains(&'。');
    let heading = para.mark().is_some_and(|m| m.dialect == Dialect::Chinese);
    (sentence || heading || para.level > 0 && !is_title(&para.text))
        && chrome::around(&para.text).is_none()
}

fn is_title_part(text: &str) -> bool {
    text.chars().count() <= TITLE
        && !text.contains(['。', '；', '：', ':', '>', '，', '|'])
        && chrome::around(text).is_none()
}

fn is_title(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let length = bare.chars().count();
    let end = match bare.rfind(['（', '(']) {
        Some(at) if bare.ends_with(['）', ')']) && at > 0 => &bare[..at],
        _ => bare.as_str(),
    };
    let ends = ["报告", "总结", "情况", "汇报", "年报"].iter().any(|w| end.ends_with(w));
    let subject = ["法治", "依法行政", "依法治"].iter().any(|w| bare.contains(w));
    let dated = names::year(&bare).is_some() && bare.contains("报告");
    let sentence = ["现将", "现就", "如下", "附件", "关于印发"]
        .iter()
        .any(|w| bare.starts_with(w) || bare.ends_with(w));
    (6..=TITLE).contains(&length)
        && ends
        && (subject || dated)
        && !sentence
        && is_title_part(text)
        && !bare.starts_with(['（', '(', '“', '《'])
}

fn goes_on_from_organ(title: &str) -> bool {
    title.starts_with("关于") || title.starts_with(|c: char| c.is_ascii_digit() || c == '二')
}

/// The lines between the title and the text.
fn under(draft: &mut Draft<'_>, head: &mut Head, to: usize) {
    let paras = draft.paras;
    let limit = to.min(head.next + UNDER);
    let stops = |p: &Para| begins_text(p) || is_addressee(&p.text) || p.mark().is_some();
    let end = (head.next..limit).find(|&at| stops(&paras[at])).unwrap_or(limit);
    let last = (head.next..end).rev().find(|&at| chrome::around(&paras[at].text).is_some());
    let portal = last.map_or(head.next, |at| at + 1);
    for at in head.next..end {
        let text = paras[at].text.as_str();
        see(&mut head.facts, paras, at);
        if let Some(why) = chrome::around(text) {
            draft.drop(at, why);
        } else if is_letterhead(text) {
            draft.drop(at, "版头，成稿时另行编排");
        } else if names::dated(text).is_some() {
            draft.whole(at, BlockRole::Date);
        } else if names::is_organ(text) {
            draft.whole(at, BlockRole::Signature);
        } else if at < portal && paras[at].chars.len() <= SHORT && !text.ends_with('。') {
            draft.drop(at, "标题之下的网页文字");
        } else {
            head.next = at;
            return;
        }
    }
    head.next = end;
}

/// 各处室： or 区委、区政府：, not a sentence that ends in a colon.
fn is_addressee(text: &str) -> bool {
    let Some(organs) = text.strip_suffix(['：', ':']) else { return false };
    let whom = |name: &str| {
        let name = name.trim();
        let each = ["各", "区", "市", "县", "省", "镇", "乡", "州", "中共", "尊敬", "国"];
        let ends = [
            "单位", "部门", "处室", "科室", "股室", "街道", "领导", "代表", "委员", "同志", "办",
            "委", "局", "府", "会", "厅", "院", "室", "镇", "乡", "所", "组", "站", "中心", "处",
            "关", "司", "队", "公司",
        ];
        let length = name.chars().count();
        (2..=24).contains(&length)
            && ends.iter().any(|w| name.ends_with(w))
            && (length <= 12 || each.iter().any(|w| name.starts_with(w)))
    };
    let said = ["报告", "汇报", "如下", "现将", "现就", "情况", "。", "一是"];
    text.chars().count() <= 120
        && !said.iter().any(|w| organs.contains(w))
        && organs.split(['、', '，', ',', '；', '并']).all(whom)
}

fn addressee(draft: &mut Draft<'_>, head: &mut Head, to: usize) {
    if head.next < to && is_addressee(&draft.paras[head.next].text) {
        draft.whole(head.next, BlockRole::Addressee);
        head.next += 1;
    }
}

/// The unit a title names: 某区司法局 of 某区司法局2023年…, of 某区司法局关于…, of 2023年某区司法局…
/// Of several organs in lines of their own, the last: the government's side, which reports.
pub(super) fn unit_in(title: &str) -> Option<String> {
    let organ = title.lines().rfind(|line| names::is_organ(line));
    if let Some(organ) = organ {
        return Some(organ.chars().filter(|c| !c.is_whitespace()).collect());
    }
    let bare: Vec<char> = title.chars().filter(|c| !c.is_whitespace()).collect();
    let stops = |at: usize| {
        names::year_at(&bare[at..]).is_some()
            || ["关于", "推进", "法治", "依法行政"].iter().any(|w| starts(&bare[at..], w))
    };
    let mut from = 0;
    while from < bare.len() && stops(from) {
        if starts(&bare[from..], "关于") {
            from += 2;
        } else if let Some((_, taken)) = names::year_at(&bare[from..]) {
            from += taken;
        } else {
            return None;
        }
    }
    let end = (from..bare.len()).find(|&at| stops(at))?;
    (end > from).then(|| bare[from..end].iter().collect())
}

fn starts(chars: &[char], word: &str) -> bool {
    word.chars().enumerate().all(|(n, c)| chars.get(n) == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_from_sentences() {
        for text in [
            "某区司法局2023年法治政府建设年度报告",
            "某区司法局2023年法治政府建设年度报告（公开版）",
            "关于2023年度法治政府建设情况的报告",
            "2023年依法行政工作总结",
        ] {
            assert!(is_title(text), "{text}");
        }
        for text in [
            "现将2023年法治政府建设情况报告如下：",
            "2023年，我局推进法治政府建设，形成报告",
            "上一篇：某区司法局2022年法治政府建设年度报告",
            "首页 > 法治政府建设年度报告",
            "法治报告",
        ] {
            assert!(!is_title(text), "{text}");
        }
    }

    #[test]
    fn an_addressee_is_told_from_a_sentence_that_ends_in_a_colon() {
        for text in [
            "各处室：",
            "区委、区政府：",
            "区委、区人大常委会，市司法局:",
            "市委全面依法治市委员会办公室：",
        ] {
            assert!(is_addressee(text), "{text}");
        }
        for text in [
            "现将2023年法治政府建设情况报告如下：",
            "2023年，在区委、区政府的坚强领导下，我局深入学习贯彻习近平法治思想，扎实推进法治政府建设各项工作，主要抓了以下几项工作：",
            "主要做法：",
            "各处室",
        ] {
            assert!(!is_addressee(text), "{text}");
        }
    }

    #[test]
    fn the_unit_is_read_from_the_title() {
        for (title, unit) in [
            ("某区司法局2023年法治政府建设年度报告", Some("某区司法局")),
            ("某区司法局\n关于2023年度法治政府建设情况的报告", Some("某区司法局")),
            ("某镇人民政府二〇二三年法治政府建设年度报告", Some("某镇人民政府")),
            (
                "中共某街道工作委员会\n某街道办事处\n关于2023年度法治政府建设情况的报告",
                Some("某街道办事处"),
            ),
            ("2023年某区法治政府建设年度报告", Some("某区")),
            ("关于某区2023年法治政府建设情况的报告", Some("某区")),
            ("2023年度法治政府建设年度报告", None),
        ] {
            assert_eq!(unit_in(title).as_deref(), unit, "{title}");
        }
    }
}
