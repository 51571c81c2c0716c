//! 文字解读: background, results with their figures, what comes next. What only a person can say is
//! left open and marked.

use super::Edition;
use super::mask::mask;
use super::page::{Page, added};
use super::parts::is_printed;
use super::skeleton::sentences;
use super::title::{self, fits, title};
use crate::doc::{Doc, Face, Field, Meta, Origin, Paragraph, Role};
use crate::record::{Achievement, Kind, YearRecords};
use crate::text::numbering;
use crate::text::reference::{Piece, pieces};

const EDITION: Edition = Edition::Public;

pub(super) fn notice(records: &YearRecords) -> Doc {
    let mut page = Page::new(records, EDITION, None);
    let of = title(records).replace('\n', "");
    let title = format!("《{of}》文字解读");
    page.own_title(&title_lines(records));
    page.own_heading("背景");
    let unit = records.unit.name.trim();
    let year = records.year.year;
    page.say(
        Role::Body,
        &format!("{unit}编制了《{of}》，向社会公开{year}年推进法治政府建设的情况，接受社会监督。"),
    );
    page.leave_open("公布的日期和网址，编制这份报告的依据和经过");
    page.own_heading("主要成效");
    results(&mut page, records);
    page.own_heading("下一步");
    next(&mut page, records);
    let meta = Meta { title, unit: records.unit.name.clone(), year };
    let mut doc = Doc { meta, blocks: page.blocks, ..Doc::default() };
    mask(&mut doc, &records.unmasked);
    doc
}

/// Broken as the report's own title is; what comes behind it on a line of its own where it is too long.
fn title_lines(records: &YearRecords) -> Vec<String> {
    let mut lines = title::title_lines(records);
    if let Some(first) = lines.first_mut() {
        first.insert(0, '《');
    }
    let tail = "文字解读";
    match lines.last_mut() {
        Some(last) if fits(&format!("{last}》{tail}")) => last.push_str(&format!("》{tail}")),
        Some(last) => {
            last.push('》');
            lines.push(tail.to_owned());
        }
        None => lines.push(tail.to_owned()),
    }
    lines
}

fn results(page: &mut Page<'_>, records: &YearRecords) {
    let mut n = 0;
    for area in &records.areas {
        let own = records.achievements.iter();
        let own: Vec<_> = own
            .filter(|a| a.area == area.id && is_printed(a, EDITION))
            .filter(|a| !a.title.trim().is_empty() || !a.body.trim().is_empty())
            .collect();
        if own.is_empty() {
            continue;
        }
        n += 1;
        let origin = Origin { kind: Kind::Area, id: area.id, field: Field::Title };
        page.heading(2, n, &area.title, Some(origin));
        for achievement in own {
            result(page, achievement);
        }
        page.leave_open("用群众听得懂的话，说一说这项工作给群众和企业带来了什么");
    }
    if n == 0 {
        page.leave_open("主要成效");
    }
}

/// What was done, and the first sentence that gives a figure for it.
fn result(page: &mut Page<'_>, achievement: &Achievement) {
    page.put(Paragraph::new(Role::Body));
    let origin = |field| Origin { kind: Kind::Achievement, id: achievement.id, field };
    let head = achievement.title.trim();
    if !head.is_empty() {
        page.line(&head.replace('\n', ""), Face::Plain, Some(origin(Field::Title)));
        page.close_sentence();
    }
    let first = || sentences(&achievement.body).next().filter(|_| head.is_empty());
    if let Some(told) = sentences(&achievement.body).find(|s| has_figure(s)).or_else(first) {
        page.line(told, Face::Plain, Some(origin(Field::Body)));
        page.close_sentence();
    }
}

fn has_figure(sentence: &str) -> bool {
    pieces(sentence).iter().any(|piece| matches!(piece, Piece::Figure { .. }))
}

fn next(page: &mut Page<'_>, records: &YearRecords) {
    let mut n = 0;
    for plan in &records.plans {
        let words =
            [plan.title.trim(), plan.body.trim()].into_iter().zip([Field::Title, Field::Body]);
        let Some((words, field)) = words.into_iter().find(|(words, _)| !words.is_empty()) else {
            continue;
        };
        n += 1;
        page.put(Paragraph::new(Role::Body));
        page.append(added(&numbering::mark(3, n)));
        let origin = Origin { kind: Kind::Plan, id: plan.id, field };
        let first = sentences(words).next().unwrap_or_default();
        page.line(first, Face::Plain, Some(origin));
        page.close_sentence();
    }
    page.leave_open("这些安排和群众、企业有什么关系，有意见建议向哪里提");
}
