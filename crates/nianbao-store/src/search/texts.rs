//! What of a record can be found.

use std::borrow::Cow;

use nianbao_core::record::{LetterheadChoice, Outcome, Record, Year};

/// A field's name and what stands in it.
pub(super) type Text<'a> = (&'static str, Cow<'a, str>);

/// The texts of a record by the names of their fields, those that say most first. Texts of the parts
/// of a list are one text, a line each.
///
/// Left out: choices, dates, references, keys of the catalogue, hashes, and counts that are no figures.
pub(super) fn texts(record: &Record) -> Vec<Text<'_>> {
    let mut texts = Texts(Vec::new());
    match record {
        Record::Unit(r) => {
            texts.add("name", &r.name).add("short", &r.short).add("addressee", &r.addressee);
            let heads = r.heads.iter().flat_map(|head| [head.post.as_str(), &head.name]);
            texts.add("region", &r.region).lines("heads", heads);
        }
        Record::Year(r) => year(&mut texts, r),
        Record::Area(r) => {
            texts.add("title", &r.title);
        }
        Record::Passage(r) => {
            texts.add("body", &r.body);
        }
        Record::Achievement(r) => {
            texts.add("title", &r.title).add("body", &r.body);
            texts.add("office", &r.office).add("source", &r.source);
        }
        Record::Problem(r) => {
            texts.add("title", &r.title).add("body", &r.body).add("cause", &r.cause);
            texts.add("public_body", &r.public_body).add("office", &r.office);
            outcome(&mut texts, &r.outcome);
        }
        Record::Plan(r) => {
            texts.add("title", &r.title).add("body", &r.body).add("target", &r.target);
            texts.add("office", &r.office).add("helpers", &r.helpers).add("document", &r.document);
            outcome(&mut texts, &r.outcome);
        }
        Record::Duty(r) => {
            texts.add("title", &r.title).add("body", &r.body);
            texts.add("post", &r.post).add("meetings", &r.meetings);
            texts.add("supervised", &r.supervised);
        }
        Record::Figure(r) => {
            texts.add("label", &r.label).add("key", &r.key).add("scope", &r.scope);
            texts.add("source", &r.source);
            texts.0.extend(r.in_text().map(|value| ("value", Cow::Owned(value))));
        }
        Record::Indicator(r) => {
            texts.add("code", &r.code).add("title", &r.title);
            texts.add("standard", &r.standard).add("assessment", &r.assessment);
        }
        Record::Evidence(r) => {
            texts.add("title", &r.title).add("document", &r.document);
            texts.add("page", &r.page).add("path", &r.path);
        }
        Record::Opinion(r) => {
            texts.add("body", &r.body).add("reason", &r.reason);
            texts.add("giver", &r.giver).add("about", &r.about);
        }
        Record::Template(r) => {
            texts.add("name", &r.name);
            texts.lines("sections", r.sections.iter().map(|section| section.title.as_str()));
        }
    }
    texts.0
}

fn year<'a>(texts: &mut Texts<'a>, r: &'a Year) {
    texts.add("title", &r.title).add("addressee", &r.addressee).add("form", &r.form.tail);
    texts.add("opening", &r.opening).add("closing", &r.closing);
    texts.lines("sections", r.sections.iter().map(|section| section.title.as_str()));
    texts.lines("deadlines", r.deadlines.iter().map(|deadline| deadline.to.as_str()));
    let LetterheadChoice { copy, issuer, number, signers, .. } = &r.letterhead;
    texts.lines("letterhead", [copy, issuer, number, signers].into_iter().map(String::as_str));
    let attached = r.attachments.iter().flat_map(|a| [a.title.as_str(), &a.body]);
    texts.lines("attachments", attached).add("note", &r.note);
    texts.lines("imprint", [r.imprint.copies.as_str(), &r.imprint.office].into_iter());
}

fn outcome<'a>(texts: &mut Texts<'a>, outcome: &'a Outcome) {
    texts.add("outcome", &outcome.note);
}

struct Texts<'a>(Vec<Text<'a>>);

impl<'a> Texts<'a> {
    fn add(&mut self, field: &'static str, text: &'a str) -> &mut Self {
        if !text.is_empty() {
            self.0.push((field, Cow::Borrowed(text)));
        }
        self
    }

    fn lines(&mut self, field: &'static str, lines: impl Iterator<Item = &'a str>) -> &mut Self {
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.0.push((field, Cow::Owned(lines.join("\n"))));
        }
        self
    }
}
