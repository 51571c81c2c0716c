//! A report read, taken, composed and written.

use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Document, Edition, Wanted, compose, document};
use nianbao_core::differences::{applied, differences, whole_text};
use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_core::record::{
    Achievement, Area, Id, Plan, Problem, Record, Slot, Unit, Year, YearRecords,
};
use nianbao_formats::export::sheet::{Properties, records as sheets, verify_xlsx, write_xlsx};
use nianbao_formats::export::{Format, docx, html, markdown, txt};
use nianbao_formats::import;

use super::words;

const FORMATS: [Format; 5] =
    [docx::FORMAT, html::FORMAT, html::PAGE, txt::FORMAT, markdown::FORMAT];

/// No character is lost between the file and the proposal; whatever it is, it composes and is written.
pub fn report(input: &[u8]) {
    let text = words(input);
    let Ok(proposal) = import::text::read(&text) else { return };
    let chars: Vec<char> = text.chars().collect();
    let mut covered = vec![false; chars.len()];
    let blocks = proposal.blocks.iter().map(|block| (block.start, block.end));
    for (start, end) in blocks.chain(proposal.dropped.iter().map(|d| (d.start, d.end))) {
        assert!(start <= end && end <= chars.len(), "{start}..{end} of {}", chars.len());
        covered[start..end].fill(true);
    }
    for (at, c) in chars.iter().enumerate() {
        let nothing = c.is_whitespace()
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}');
        assert!(covered[at] || nothing, "{c:?} at {at} is lost");
    }
    for mark in &proposal.punctuation {
        assert_eq!(chars[mark.at], mark.from);
    }
    for figure in &proposal.figures {
        assert!(figure.start < figure.end && figure.end <= chars.len(), "{figure:?}");
    }
    let unit = Unit { name: proposal.unit.clone(), ..Unit::default() };
    let year = proposal.year.unwrap_or(2023);
    for full_width in [false, true] {
        let accepted = import::records(&proposal, &text, &unit, year, full_width);
        let mut records = YearRecords::new(unit.clone(), accepted.year);
        accepted.records.into_iter().for_each(|record| records.push(record));
        for edition in [Edition::Submission, Edition::Public] {
            written(&compose(&records, edition, Catalog::built_in()));
        }
    }
}

/// Lines of the input as the fields of a year, one after the other.
pub fn formats(input: &[u8]) {
    let text = words(input);
    let records = records(&text);
    let catalog = Catalog::built_in();
    for wanted in Document::ALL {
        let wanted = Wanted { document: wanted, ..Wanted::default() };
        written(&document(&records, &wanted, catalog));
    }
    let sent = compose(&records, Edition::Submission, catalog);
    let public = compose(&records, Edition::Public, catalog);
    let different = differences(&records, catalog);
    assert_eq!(applied(&whole_text(&sent), &different), whole_text(&public));
    let sheets = sheets(&records);
    let book =
        write_xlsx(&sheets, &Properties { title: String::new(), unit: String::new() }).unwrap();
    verify_xlsx(&sheets, &book).unwrap();
}

fn written(doc: &Doc) {
    for format in FORMATS {
        let output = (format.write)(doc, &Looks::default()).unwrap();
        (format.verify)(doc, &output.bytes)
            .unwrap_or_else(|error| panic!("{}: {error}", format.key));
    }
}

fn records(text: &str) -> YearRecords {
    // Each is printed in many places: what takes long in all of them together is no find.
    let mut lines = text.split('\n').map(|line| line.chars().take(2000).collect()).cycle();
    let mut line = || -> String { lines.next().unwrap_or_default() };
    let unit = Unit { name: line(), short: line(), region: line(), ..Unit::default() };
    let mut year = Year {
        id: Id(1),
        year: 2023,
        title: line(),
        addressee: line(),
        opening: line(),
        closing: line(),
        note: line(),
        ..Year::default()
    };
    year.letterhead.on = true;
    year.letterhead.issuer = line();
    year.letterhead.number = line();
    year.letterhead.signers = line();
    year.imprint.on = true;
    year.imprint.copies = line();
    year.imprint.office = line();
    let mut records = YearRecords::new(unit, year);
    let area = Id(2);
    records.push(Record::Area(Area { id: area, year: 2023, title: line(), ..Area::default() }));
    for n in 0..4 {
        let id = |k| Id(10 + n * 10 + k);
        let order = n * 10;
        let year = 2023;
        let (title, body) = (line(), line());
        let a = Achievement { id: id(0), year, area, title, body, order, ..Achievement::default() };
        records.push(Record::Achievement(a));
        let (title, body, cause, public_body) = (line(), line(), line(), line());
        let id = |k| Id(10 + n * 10 + k);
        let p = Problem {
            id: id(1),
            year,
            title,
            body,
            cause,
            public_body,
            order,
            ..Problem::default()
        };
        records.push(Record::Problem(p));
        let (title, body) = (line(), line());
        records.push(Record::Plan(Plan { id: id(2), year, title, body, order, ..Plan::default() }));
    }
    let body = line();
    let passage = nianbao_core::record::Passage {
        id: Id(90),
        year: 2023,
        slot: Slot::Other,
        body,
        ..nianbao_core::record::Passage::default()
    };
    records.push(Record::Passage(passage));
    records
}
