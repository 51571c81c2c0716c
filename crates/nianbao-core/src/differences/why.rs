//! Why a stretch differs, and where it stands.

use super::Reason;
use super::flat::{Flat, Of, Token};
use super::script::{Edit, Stretch};
use crate::compose::Edition;
use crate::doc::{Field, Role};
use crate::record::{Kind, Record, RecordRef, Slot, YearRecords};

pub(super) struct Told {
    pub reason: Reason,
    pub what: String,
    pub place: String,
    pub record: Option<RecordRef>,
}

pub(super) struct Why<'a> {
    records: Vec<Record>,
    sent: &'a Flat,
    public: &'a Flat,
    /// Headings so far, by level, and how many tokens were read.
    headings: Vec<(u8, String)>,
    read: usize,
}

impl<'a> Why<'a> {
    pub fn new(records: &YearRecords, sent: &'a Flat, public: &'a Flat) -> Self {
        Self { records: records.records(), sent, public, headings: Vec::new(), read: 0 }
    }

    /// Asked in the order of the text.
    pub fn of(&mut self, stretch: &Stretch, edit: &Edit) -> Told {
        let place = self.place(stretch.sent.start);
        let (sent, public) = (self.sent, self.public);
        if edit.sent.is_empty() && edit.public.is_empty() {
            let at = sent.tokens.partition_point(|token| token.at <= stretch.sent.start);
            let token = at.checked_sub(1).and_then(|at| sent.tokens.get(at));
            let (what, record) = self.name(token);
            return Told { reason: Reason::Masked, what, place, record };
        }
        let tokens: Vec<&Token> = sent.tokens[edit.sent.clone()]
            .iter()
            .chain(&public.tokens[edit.public.clone()])
            .filter(|token| token.of != Of::End)
            .collect();
        let reason = self.reason(&tokens, !edit.sent.is_empty(), !edit.public.is_empty());
        let own = tokens.iter().find(|token| token.of.record().is_some()).or(tokens.first());
        let area = own.and_then(|token| token.of.record()).is_some_and(|at| at.kind == Kind::Area);
        // 落款 is of no part, although one stands above it.
        let place = match reason {
            Reason::Layout if !place.is_empty() => "文末".to_owned(),
            // It is a heading itself; the one before it is of another group.
            Reason::Bare => String::new(),
            _ if area => String::new(),
            _ => place,
        };
        let (what, record) = self.name(own.copied());
        Told { reason, what, place, record }
    }

    fn reason(&self, tokens: &[&Token], was: bool, is: bool) -> Reason {
        let gone = was && !is;
        let typed = |token: &&&Token| matches!(token.of, Of::Record { added: false, .. });
        if tokens
            .iter()
            .any(|token| matches!(token.of, Of::Record { field: Field::PublicBody, .. }))
        {
            return Reason::PublicWording;
        }
        if tokens.iter().any(|t| t.of == Of::Around) {
            return Reason::Layout;
        }
        if tokens.iter().any(|t| t.of == Of::Row) {
            return if gone { Reason::Untold } else { Reason::Renumbered };
        }
        for token in tokens {
            match token.of {
                Of::Template(Role::Heading(_)) if gone => return Reason::Bare,
                Of::Template(Role::Signature | Role::Date | Role::Addressee) => {
                    return Reason::Layout;
                }
                Of::Record { at, .. } if matches!(at.kind, Kind::Year | Kind::Unit) => {
                    return Reason::Layout;
                }
                _ => {}
            }
        }
        match tokens.iter().find(typed).map(|token| token.of) {
            Some(Of::Record { at, .. }) if gone => match self.find(at) {
                Some(Record::Achievement(a)) if !Edition::Public.admits(a.sensitivity) => {
                    Reason::SentOnly
                }
                Some(Record::Passage(p)) if p.slot == Slot::Ending => Reason::Layout,
                Some(Record::Area(_)) => Reason::Bare,
                _ => Reason::Renumbered,
            },
            _ => Reason::Renumbered,
        }
    }

    fn find(&self, at: RecordRef) -> Option<&Record> {
        self.records.iter().find(|record| record.kind() == at.kind && record.id() == at.id)
    }

    fn name(&self, token: Option<&Token>) -> (String, Option<RecordRef>) {
        let Some(token) = token else { return (String::new(), None) };
        let record = token.of.record();
        let name = match token.of {
            _ if let Some(found) = record.and_then(|at| self.find(at)) => found.name(),
            Of::Record { field: Field::Addressee, .. } => "主送".to_owned(),
            Of::Record { field: Field::Closing, .. } => "结尾".to_owned(),
            Of::Record { field: Field::Opening, .. } => "引语".to_owned(),
            Of::Record { field: Field::Name, .. } | Of::Template(Role::Signature) => {
                "署名".to_owned()
            }
            Of::Record { field: Field::Title, .. } | Of::Template(Role::Title) => "标题".to_owned(),
            Of::Template(Role::Date) => "成文日期".to_owned(),
            Of::Template(Role::Heading(_)) => "标题".to_owned(),
            Of::Around if token.key.starts_with("head") => "版头".to_owned(),
            Of::Around => "版记".to_owned(),
            Of::Row => "附件表格".to_owned(),
            Of::Template(Role::Note) => "附注".to_owned(),
            Of::Template(_) => "附件".to_owned(),
            Of::Record { .. } | Of::End => "正文".to_owned(),
        };
        (name, record)
    }

    /// The nearest heading above a place.
    fn place(&mut self, at: usize) -> String {
        while let Some(token) = self.sent.tokens.get(self.read).filter(|token| token.at < at) {
            if let Some((level, text)) = heading(token) {
                self.headings.retain(|(known, _)| *known < level);
                self.headings.push((level, text));
            }
            self.read += 1;
        }
        self.headings.last().map_or_else(String::new, |(_, text)| text.clone())
    }
}

/// The words of a heading; its number is of a token before it.
fn heading(token: &Token) -> Option<(u8, String)> {
    match token.of {
        Of::Template(Role::Heading(level)) if !token.key.starts_with('<') => {
            Some((level, token.text.clone()))
        }
        Of::Record { at, field: Field::Title, added: false } if at.kind == Kind::Area => {
            Some((2, token.text.clone()))
        }
        _ => None,
    }
}
