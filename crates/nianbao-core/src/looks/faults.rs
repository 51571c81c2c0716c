//! What is not as GB/T 9704—2012 has it in a year's settings for what stands around the text. Said
//! beside the field; it prints as typed.

use serde::Serialize;
use ts_rs::TS;

use super::letterhead::mark;
use crate::record::{AttachmentOf, YearRecords};

/// The field a sentence stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LayoutField {
    Copy,
    Issuer,
    Number,
    Attachment,
    Printed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LayoutFault {
    pub field: LayoutField,
    /// Which of several, from 0.
    pub at: usize,
    pub message: String,
}

impl LayoutFault {
    fn new(field: LayoutField, message: &str) -> Self {
        Self { field, at: 0, message: message.to_owned() }
    }
}

/// All of them, in the order of the fields. What is turned off is not looked at.
pub fn faults(records: &YearRecords) -> Vec<LayoutFault> {
    let year = &records.year;
    let mut found = Vec::new();
    if year.letterhead.on {
        let letterhead = &year.letterhead;
        let copy = letterhead.copy.trim();
        let six = copy.len() == 6 && copy.bytes().all(|b| b.is_ascii_digit());
        if !copy.is_empty() && !six {
            let message = "份号用6位数字，如 000001";
            found.push(LayoutFault::new(LayoutField::Copy, message));
        }
        found.extend(issuer(letterhead.issuer.trim(), records.unit.name.trim()));
        let number = number(letterhead.number.trim());
        found.extend(number.map(|message| LayoutFault::new(LayoutField::Number, message)));
    }
    for (at, attachment) in year.attachments.iter().enumerate() {
        let title = attachment.title.trim();
        let message = match attachment.of {
            AttachmentOf::Ledger if records.figures.is_empty() => "台账里还没有数据，这张表是空的",
            AttachmentOf::Text if title.is_empty() => "请写附件名称，附件说明里要用",
            _ if title.ends_with(['。', '；', '，', '、', ';', ',']) => "附件名称后面不加标点",
            _ => continue,
        };
        found.push(LayoutFault { at, ..LayoutFault::new(LayoutField::Attachment, message) });
    }
    if year.imprint.on && year.imprint.printed.is_some_and(|day| Some(day) < year.dated) {
        let message = "印发日期早于成文日期，请核对";
        found.push(LayoutFault::new(LayoutField::Printed, message));
    }
    found
}

fn issuer(own: &str, unit: &str) -> Option<LayoutFault> {
    const LEGIBLE: u32 = 44;
    let name = if own.is_empty() { unit } else { own };
    let set = mark(name);
    let message = if name.is_empty() {
        "还没有发文机关名称，请填在这里或单位信息里".to_owned()
    } else if set.size < LEGIBLE {
        let points = set.size / 2;
        format!("名称有{}个字，只能印成{points}磅，可改用规范化简称", name.chars().count())
    } else {
        return None;
    };
    Some(LayoutFault { field: LayoutField::Issuer, at: 0, message })
}

/// 机关代字〔年份〕序号号, 7.2.5.
fn number(number: &str) -> Option<&'static str> {
    const FORM: &str = "发文字号写成：清司〔2024〕3号";
    if number.is_empty() {
        return None;
    }
    if number.contains(['[', ']', '（', '）', '(', ')', '【', '】', '［', '］']) {
        return Some("年份要用六角括号，写成：清司〔2024〕3号");
    }
    let Some((word, rest)) = number.split_once('〔') else { return Some(FORM) };
    let Some((year, rest)) = rest.split_once('〕') else { return Some(FORM) };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !digits(year) {
        return Some("年份要写全四位数字，如〔2024〕");
    }
    if rest.starts_with('第') {
        return Some("序号前不加“第”字");
    }
    let Some(n) = rest.strip_suffix('号') else { return Some("序号后面要有“号”字") };
    if n.starts_with('0') {
        return Some("序号前不补0，1不编为01");
    }
    (word.trim().is_empty() || !digits(n)).then_some(FORM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{AttachmentChoice, LetterheadChoice, Unit, Year};

    #[test]
    fn a_number_is_of_the_one_form() {
        for (typed, fine) in [
            ("", true),
            ("清司〔2024〕3号", true),
            ("清法办发〔2024〕112号", true),
            ("清司[2024]3号", false),
            ("清司（2024）3号", false),
            ("清司〔24〕3号", false),
            ("清司〔2024〕第3号", false),
            ("清司〔2024〕03号", false),
            ("清司〔2024〕3", false),
            ("〔2024〕3号", false),
            ("清司2024年3号", false),
            ("清司〔2024〕三号", false),
        ] {
            assert_eq!(number(typed).is_none(), fine, "{typed}");
        }
    }

    fn records(letterhead: LetterheadChoice) -> YearRecords {
        let unit = Unit { name: "清河市司法局".to_owned(), ..Unit::default() };
        YearRecords::new(unit, Year { letterhead, ..Year::default() })
    }

    #[test]
    fn a_copy_number_has_six_digits() {
        for (copy, fine) in [
            ("", true),
            ("000001", true),
            ("1", false),
            ("00000一", false),
            ("０００００１", false),
        ] {
            let choice =
                LetterheadChoice { on: true, copy: copy.to_owned(), ..LetterheadChoice::default() };
            assert_eq!(faults(&records(choice)).is_empty(), fine, "{copy}");
        }
    }

    #[test]
    fn what_is_turned_off_has_no_faults() {
        let choice = LetterheadChoice { copy: "1".to_owned(), ..LetterheadChoice::default() };
        assert!(faults(&records(choice)).is_empty());
    }

    #[test]
    fn a_name_too_long_to_be_large_is_said() {
        let issuer = "清".repeat(50);
        let choice = LetterheadChoice { on: true, issuer, ..LetterheadChoice::default() };
        assert_eq!(faults(&records(choice))[0].field, LayoutField::Issuer);
    }

    #[test]
    fn an_attachment_without_a_name_is_said_with_its_place() {
        let mut records = records(LetterheadChoice::default());
        let named = AttachmentChoice { title: "名单".to_owned(), ..AttachmentChoice::default() };
        records.year.attachments = vec![named, AttachmentChoice::default()];
        assert_eq!(faults(&records)[0].at, 1);
    }
}
