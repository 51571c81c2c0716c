//! What stands around the text: 版头, 附件说明, 附注, attachments, 版记.

use super::page::{Page, added};
use super::{annex, title};
use crate::doc::{Block, Face, Imprint, Letterhead, Paragraph, Role};
use crate::record::{AttachmentChoice, AttachmentOf, YearRecords};
use crate::text::date;
use crate::text::numbering::{self, Dialect};

/// None while it is turned off, or there is nobody it could name.
pub(super) fn letterhead(records: &YearRecords) -> Option<Letterhead> {
    let choice = &records.year.letterhead;
    if !choice.on {
        return None;
    }
    let own = choice.issuer.trim();
    let issuer = if own.is_empty() { records.unit.name.trim() } else { own };
    let file = if choice.document && !issuer.is_empty() { "文件" } else { "" };
    let signers = choice.signers.split(|c: char| "、，,；;".contains(c) || c.is_whitespace());
    Some(Letterhead {
        copy: choice.copy.trim().to_owned(),
        urgency: choice.urgency.word().to_owned(),
        mark: format!("{issuer}{file}"),
        number: choice.number.trim().to_owned(),
        signers: signers.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
    })
}

pub(super) fn imprint(records: &YearRecords) -> Option<Imprint> {
    let choice = &records.year.imprint;
    if !choice.on {
        return None;
    }
    let own = choice.office.trim();
    let copies = choice.copies.trim().trim_end_matches(['。', '.']);
    let copies = copies.strip_prefix("抄送").unwrap_or(copies).trim_start_matches(['：', ':']);
    let printed = choice.printed.or(records.year.dated);
    Some(Imprint {
        copies: copies.split_whitespace().collect::<Vec<_>>().join(""),
        office: if own.is_empty() { records.unit.name.trim() } else { own }.to_owned(),
        printed: printed.map_or_else(String::new, |day| format!("{}印发", date::written(day))),
    })
}

impl Page<'_> {
    /// Those that have a title or something in them.
    fn attached(&self) -> Vec<&AttachmentChoice> {
        let all = self.records.year.attachments.iter();
        all.filter(|a| {
            let text = !a.title.trim().is_empty() || !a.body.trim().is_empty();
            text || a.of == AttachmentOf::Ledger
        })
        .collect()
    }

    /// 附件：1.……: the titles, without a mark behind them.
    pub(super) fn attachment_notes(&mut self) {
        let titles: Vec<String> =
            self.attached().into_iter().map(|a| self.attachment_title(a)).collect();
        let several = titles.len() > 1;
        for (n, title) in titles.iter().enumerate() {
            let head = if n == 0 { "附件：" } else { "" };
            let number = if several { format!("{}.", n + 1) } else { String::new() };
            let mut paragraph = Paragraph::new(Role::AttachmentNote);
            paragraph.inlines.push(added(&format!("{head}{number}{title}")));
            self.put(paragraph);
        }
    }

    /// （附注）
    pub(super) fn note(&mut self) {
        let note = self.records.year.note.trim();
        let note = note.strip_prefix(['（', '(']).unwrap_or(note);
        let note = note.strip_suffix(['）', ')']).unwrap_or(note).trim();
        if note.is_empty() {
            return;
        }
        let mut paragraph = Paragraph::new(Role::Note);
        paragraph.inlines.push(added(&format!("（{note}）")));
        self.put(paragraph);
    }

    /// Each on new pages: 附件1, its title, its text or table.
    pub(super) fn attachments(&mut self) {
        let attached: Vec<AttachmentChoice> = self.attached().into_iter().cloned().collect();
        let several = attached.len() > 1;
        for (n, attachment) in attached.iter().enumerate() {
            let number = if several { (n + 1).to_string() } else { String::new() };
            for (role, text) in [
                (Role::AttachmentLabel, format!("附件{number}")),
                (Role::AttachmentTitle, self.attachment_title(attachment)),
            ] {
                let mut paragraph = Paragraph::new(role);
                paragraph.inlines.push(added(&text));
                self.put(paragraph);
            }
            match attachment.of {
                AttachmentOf::Ledger => {
                    self.blocks.push(Block::Table(annex::table(self.records, &self.untold)));
                }
                AttachmentOf::Text => {
                    for line in attachment.body.lines().filter(|line| !line.trim().is_empty()) {
                        self.put(Paragraph::new(role_of(line.trim())));
                        self.line(line.trim(), Face::Plain, None);
                    }
                }
            }
        }
    }

    fn attachment_title(&self, attachment: &AttachmentChoice) -> String {
        let own = attachment.title.trim().replace('\n', "");
        match attachment.of {
            _ if !own.is_empty() => own,
            AttachmentOf::Ledger => format!("{}主要数据", title(self.records)),
            AttachmentOf::Text => "附件".to_owned(),
        }
    }
}

/// A short line that begins 一、 or （一） and is no sentence is a heading.
fn role_of(line: &str) -> Role {
    const LONGEST: usize = 40;
    let chars: Vec<char> = line.chars().collect();
    let sentence = line.ends_with(['。', '；', '：', '，', '！', '？']);
    match numbering::read_in(&chars[..chars.len().min(12)]).map(|mark| mark.dialect) {
        _ if sentence || chars.len() > LONGEST => Role::Body,
        Some(Dialect::Chinese) => Role::Heading(1),
        Some(Dialect::ChineseInBrackets) => Role::Heading(2),
        _ => Role::Body,
    }
}
