//! After the text: ending, attachments, signature, date, and what the portal put there.

use nianbao_core::text::numbering::Dialect;

use super::chrome;
use super::draft::{Draft, append, piece};
use super::lines::Para;
use super::{BlockRole, names};

/// A line after the report that is no sentence and no longer than this is the portal's.
const SHORT: usize = 40;

/// No portal has more lines behind a report than this.
const BEHIND: usize = 300;

/// Where the text ends and the tail begins, and where the portal's lines begin behind that.
pub(super) struct Tail {
    pub from: usize,
    pub portal: usize,
}

/// Finds the tail. `paras` is the whole input.
pub(super) fn find(paras: &[Para]) -> Tail {
    let portal = portal(paras);
    Tail { from: from(&paras[..portal]), portal }
}

/// Behind the last sentence, heading or signature, from the first line that is known as the portal's.
fn portal(paras: &[Para]) -> usize {
    let mut portal = paras.len();
    for at in (0..paras.len()).rev().take(BEHIND) {
        let para = &paras[at];
        let signed =
            at > 0 && names::is_organ(&paras[at - 1].text) && names::dated(&para.text).is_some();
        if !signed && chrome::around(&para.text).is_some() {
            portal = at;
        } else if signed || is_report(para) || is_signature(paras, at) {
            break;
        }
    }
    portal
}

fn is_report(para: &Para) -> bool {
    let text = para.text.as_str();
    para.chars.len() > SHORT
        || text.ends_with(['。', '；', '：', '！'])
        || para.mark().is_some()
        || names::dated(text).is_some()
        || is_attachment(para)
}

/// The first paragraph of the tail: an ending, an attachment list, a signature or a date behind which
/// no heading of the first level stands.
fn from(paras: &[Para]) -> usize {
    // The contents of an attachment may have headings of their own, behind signature and date.
    let signed = (1..paras.len()).find(|&at| {
        names::dated(&paras[at].text).is_some()
            && names::is_organ(&paras[at - 1].text)
            && paras[..at].iter().any(is_heading)
    });
    let end = signed.map_or(paras.len(), |at| at + 1);
    let last = paras[..end].iter().rposition(is_heading).map_or(0, |at| at + 1);
    let begins = |at: usize| {
        let para = &paras[at];
        names::is_ending(&para.text)
            || is_attachment(para)
            || is_signature(paras, at)
            || names::dated(&para.text).is_some() && at > last
            || signs_and_dates(para).is_some()
    };
    let mut from = end;
    for at in (last..end).rev() {
        if begins(at) {
            from = at;
        } else if !is_listed(&paras[at], at > last) {
            break;
        }
    }
    from
}

fn is_heading(para: &Para) -> bool {
    para.level > 0
        || para
            .mark()
            .is_some_and(|m| matches!(m.dialect, Dialect::Chinese | Dialect::ChineseInBrackets))
}

/// `2.统计表` below `附件：1.…`
fn is_listed(para: &Para, below: bool) -> bool {
    let numbered = para.mark().is_some_and(|m| m.dialect == Dialect::Arabic);
    below && numbered && para.chars.len() <= 60 && !para.text.ends_with('。')
}

/// An organ's name on a line of its own, behind a sentence or what belongs to the tail.
fn is_signature(paras: &[Para], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| &paras[i]);
    let ended = before.is_none_or(|p| {
        p.text.ends_with(['。', '！', '）', '；', '.'])
            || is_attachment(p)
            || is_listed(p, true)
            || names::is_organ(&p.text)
    });
    let dated = paras.get(at + 1).is_some_and(|p| names::dated(&p.text).is_some());
    names::is_organ(&paras[at].text) && (ended || dated)
}

/// 附件：1.统计表, 附件1, 附件; not 附件1.5版方案.
fn is_attachment(para: &Para) -> bool {
    let Some(rest) = para.text.strip_prefix("附件").or_else(|| para.text.strip_prefix("附："))
    else {
        return false;
    };
    let rest = rest.trim_start();
    let after =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let numbered = after.len() < rest.len();
    match after.chars().next() {
        None => true,
        Some('：' | ':') => true,
        Some('.' | '．' | '、') => {
            numbered && !after.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
        }
        Some(' ' | '\u{3000}') => numbered,
        _ => para.text.starts_with("附："),
    }
}

/// `某区司法局　2024年2月1日` in one line: where the date begins.
fn signs_and_dates(para: &Para) -> Option<usize> {
    if para.chars.len() > 60 {
        return None;
    }
    let at = para.chars.iter().position(|c| c.is_whitespace())?;
    let from = para.skip_space(at);
    let organ = names::is_organ(&para.slice(0, at));
    (organ && names::dated(&para.slice(from, para.chars.len())).is_some()).then_some(from)
}

/// Reads the tail into blocks, and drops what the portal put behind it.
pub(super) fn read(draft: &mut Draft<'_>, tail: &Tail) {
    let paras = draft.paras;
    let mut signed = false;
    let mut attached = false;
    for (at, para) in paras.iter().enumerate().take(tail.portal).skip(tail.from) {
        let text = para.text.as_str();
        if let Some(from) = signs_and_dates(para).filter(|_| !signed) {
            let space =
                para.chars[..from].iter().rposition(|c| !c.is_whitespace()).map_or(from, |i| i + 1);
            draft.blocks.push(piece(para, 0, space, BlockRole::Signature));
            draft.blocks.push(piece(para, from, para.chars.len(), BlockRole::Date));
            signed = true;
        } else if is_attachment(para) {
            draft.whole(at, BlockRole::Attachment);
            attached = true;
        } else if names::is_ending(text) && !attached {
            draft.whole(at, BlockRole::Ending);
        } else if let Some(why) = imprint(text) {
            draft.drop(at, why);
        } else if names::dated(text).is_some() && !signed {
            draft.whole(at, BlockRole::Date);
            signed = true;
        } else if names::is_organ(text) && !signed {
            draft.whole(at, BlockRole::Signature);
        } else if attached
            && let Some(last) = draft.blocks.last_mut().filter(|b| b.role == BlockRole::Attachment)
        {
            append(last, para, 0, para.chars.len());
        } else if let Some(why) = chrome::around(text) {
            draft.drop(at, why);
        } else if signed && para.chars.len() <= SHORT && !text.ends_with('。') {
            draft.drop(at, "落款之后的文字");
        } else {
            draft.whole(at, if attached { BlockRole::Attachment } else { BlockRole::Ending });
        }
    }
    for (at, para) in paras.iter().enumerate().skip(tail.portal) {
        draft.drop(at, chrome::around(&para.text).unwrap_or("正文之后的网页文字"));
    }
}

/// 抄送, 印发, 此件公开发布: set anew with the layout.
fn imprint(text: &str) -> Option<&'static str> {
    let bare = chrome::compact(text);
    let short = bare.chars().count() <= 80;
    let note = bare.starts_with(['（', '('])
        && bare.ends_with(['）', ')'])
        && ["此件", "公开", "联系人", "联系电话"].iter().any(|w| bare.contains(w));
    if short && note {
        return Some("附注，成稿时另行编排");
    }
    let imprint = bare.starts_with("抄送")
        || bare.starts_with("公开方式")
        || bare.ends_with("印发")
        || bare.starts_with("联系人");
    (short && imprint).then_some("版记，成稿时另行编排")
}
