//! 述法报告: what one head did as 第一责任人, told by himself, in the order of the catalogue's prompts.

use super::Edition;
use super::page::Page;
use super::skeleton::sentences;
use crate::catalog::{Catalog, Prompt};
use crate::doc::{Doc, Face, Field, Meta, Origin, Paragraph, Role};
use crate::ledger::Decimal;
use crate::record::{Duty, Head, Kind, YearRecords, count as count_of};
use crate::text::date;

/// Key of the prompt for what no other asks for.
const REST: &str = "other";

pub(super) fn account(records: &YearRecords, post: &str, catalog: &Catalog) -> Doc {
    let heads = &records.unit.heads;
    let named = heads.iter().find(|head| head.post.trim() == post.trim());
    let head = named.or(heads.first()).cloned().unwrap_or_default();
    let own: Vec<&Duty> = records.duties.iter().filter(|d| is_of(d, &head, heads.len())).collect();
    let year = records.year.year;
    let lines = [format!("{year}年度履行推进法治建设"), "第一责任人职责情况述法报告".to_owned()];
    let title = lines.concat();
    let mut page = Page::new(records, Edition::Submission, None);
    page.own_title(&lines);
    let unit = records.unit.name.trim();
    page.say(Role::Body, &lead(unit, head.post.trim(), year));
    counts(&mut page, &own);
    for prompt in &catalog.prompts {
        let known = |duty: &Duty| catalog.prompts.iter().any(|p| p.key == duty.prompt);
        let answers =
            |duty: &&&Duty| duty.prompt == prompt.key || prompt.key == REST && !known(duty);
        let answers: Vec<&Duty> = own.iter().filter(answers).copied().collect();
        part(&mut page, prompt, &answers, &head);
    }
    page.own_heading("存在的不足和原因");
    page.leave_open("本人履职中的不足，以及是什么原因");
    page.own_heading("下一步打算");
    page.leave_open("针对不足，下一年度本人要做什么");
    let name = if head.name.trim().is_empty() { "〔待填：姓名〕" } else { head.name.trim() };
    page.say(Role::Signature, &format!("述法人：{name}"));
    if let Some(day) = records.year.dated {
        page.say(Role::Date, &date::written(day));
    }
    let meta = Meta { title, unit: records.unit.name.clone(), year };
    Doc { meta, blocks: page.blocks, ..Doc::default() }
}

/// A duty that names no post is the only head's, or everybody's.
fn is_of(duty: &Duty, head: &Head, heads: usize) -> bool {
    let post = duty.post.trim();
    heads < 2 || post.is_empty() || post == head.post.trim()
}

fn lead(unit: &str, post: &str, year: i32) -> String {
    let post = match post {
        "" => "〔待填：职务〕".to_owned(),
        // 局党组书记 names the unit itself; 县长 of 甲县人民政府 as well.
        post => format!(
            "{unit}{}",
            post.strip_prefix(['局', '委', '厅', '院'])
                .filter(|rest| rest.starts_with("党"))
                .unwrap_or(post)
        ),
    };
    format!("本人任{post}。现将{year}年度履行推进法治建设第一责任人职责的情况报告如下。")
}

/// 主持召开会议3次，作出批示2件次: what the records count, added up.
fn counts(page: &mut Page<'_>, own: &[&Duty]) {
    let meetings =
        own.iter().flat_map(|d| d.meetings.lines()).filter(|line| !line.trim().is_empty()).count();
    let matters = own
        .iter()
        .flat_map(|d| d.supervised.lines())
        .filter(|line| !line.trim().is_empty())
        .count();
    let sum = |of: fn(&Duty) -> &str| -> Option<String> {
        let typed = own.iter().filter_map(|duty| count_of(of(duty)).ok());
        let sum: rust_decimal::Decimal = typed.map(Decimal::value).sum();
        (!sum.is_zero()).then(|| sum.normalize().to_string())
    };
    let count = |n: usize| (n > 0).then(|| n.to_string());
    let all = [
        ("主持召开有关会议", count(meetings), "次"),
        ("作出批示", sum(|d| &d.instructions), "件次"),
        ("督办事项", count(matters), "项"),
        ("参加学法", sum(|d| &d.study), "次"),
        ("听取和组织述法", sum(|d| &d.accounts), "次"),
        ("出庭应诉", sum(|d| &d.court), "次"),
    ];
    let told: Vec<String> =
        all.into_iter().filter_map(|(what, n, unit)| Some(format!("{what}{}{unit}", n?))).collect();
    if !told.is_empty() {
        page.say(Role::Body, &format!("一年来，本人{}。", told.join("，")));
    }
}

fn part(page: &mut Page<'_>, prompt: &Prompt, answers: &[&Duty], head: &Head) {
    if answers.is_empty() && prompt.key == REST {
        return;
    }
    page.own_heading(&prompt.title);
    if answers.is_empty() {
        page.leave_open(&prompt.hint);
    }
    for duty in answers {
        let origin = |field| Origin { kind: Kind::Duty, id: duty.id, field };
        page.put(Paragraph::new(Role::Body));
        if !duty.title.trim().is_empty() {
            let title = first_person(duty.title.trim(), head);
            page.line(&title.replace('\n', ""), Face::Plain, Some(origin(Field::Title)));
            page.close_sentence();
        }
        page.text(&first_person(duty.body.trim(), head), Face::Plain, origin(Field::Body));
        page.close_sentence();
        for line in duty.meetings.lines().map(str::trim).filter(|line| !line.is_empty()) {
            page.say(Role::Body, line);
        }
    }
}

/// Sentences about the head begin with 本人; whatever else they say stays as typed.
fn first_person(text: &str, head: &Head) -> String {
    let mut subjects = subjects(head);
    subjects.sort_by_key(|subject| std::cmp::Reverse(subject.chars().count()));
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    for sentence in sentences(text) {
        let Some(at) = rest.find(sentence) else { continue };
        out.push_str(&rest[..at]);
        let told = subjects.iter().find_map(|subject| {
            sentence.strip_prefix(subject.as_str()).filter(|rest| goes_on(rest))
        });
        match told {
            Some(told) => {
                out.push_str("本人");
                out.push_str(told);
            }
            None => out.push_str(sentence),
        }
        rest = &rest[at + sentence.len()..];
    }
    out.push_str(rest);
    out
}

/// What a report calls the head by.
fn subjects(head: &Head) -> Vec<String> {
    let (post, name) = (head.post.trim(), head.name.trim());
    let mut out: Vec<String> =
        ["党政主要负责人", "本单位主要负责人", "单位主要负责人", "局主要负责人", "主要负责人"]
            .map(str::to_owned)
            .into();
    for post in std::iter::once(post).chain(post.split('、')).filter(|post| !post.is_empty()) {
        out.push(post.to_owned());
        if !name.is_empty() {
            out.push(format!("{post}{name}"));
            out.push(format!("{post}{name}同志"));
        }
    }
    if !name.is_empty() {
        out.push(name.to_owned());
        out.push(format!("{name}同志"));
    }
    out
}

/// 局长主持, but not 局长办公会, 局长信箱, 局长和分管副局长.
fn goes_on(rest: &str) -> bool {
    const OTHERS: [&str; 14] = [
        "办公",
        "信箱",
        "接待",
        "专题会",
        "会议",
        "热线",
        "、",
        "和",
        "与",
        "及",
        "或",
        "的",
        "负责制",
        "助理",
    ];
    !rest.is_empty() && !OTHERS.iter().any(|other| rest.starts_with(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_about_the_head_begin_with_the_first_person_and_no_others_do() {
        let head = Head { post: "局党组书记、局长".to_owned(), name: "张三".to_owned() };
        for (typed, meant) in [
            ("局长主持会议。局长张三同志出庭。", "本人主持会议。本人出庭。"),
            ("局党组书记、局长审定要点。", "本人审定要点。"),
            ("局长办公会研究。局长和副局长参加。", "局长办公会研究。局长和副局长参加。"),
            ("主要负责人部署。\n张三讲课。", "本人部署。\n本人讲课。"),
            ("  督促局长办公会。", "  督促局长办公会。"),
            ("主持{{会议}}。", "主持{{会议}}。"),
            ("", ""),
        ] {
            assert_eq!(first_person(typed, &head), meant);
        }
    }
}
