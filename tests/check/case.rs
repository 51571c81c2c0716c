//! The one form of a case. Most are a text; what a text cannot show comes with a year's records, last
//! year's, or how the pages were laid out.

use std::fs;
use std::path::Path;

use nianbao_core::catalog::Catalog;
use nianbao_core::check::{Checker, Finding, Measured, Measures, Options, Paper, YearInput};
use nianbao_core::compose::Edition;
use nianbao_core::record::{Unit, UnitKind, Year, YearRecords};
use serde::Deserialize;
use toml::{Table, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The rule it is about. None: good text, in which no rule finds more than hints.
    pub rule: Option<String>,
    #[serde(default)]
    pub text: String,
    /// The places meant, as they stand in the text, in its order; of a record its kind and field; of
    /// the whole report nothing. None at all: the rule is silent.
    #[serde(default)]
    pub finds: Vec<String>,
    /// Rules that speak beside the one that is meant, and rightly.
    #[serde(default)]
    pub also: Vec<String>,
    /// Records of 2023, laid over an empty year.
    pub this: Option<Table>,
    /// Of 2022.
    pub last: Option<Table>,
    /// So many characters are the body of the first achievement.
    pub fill: Option<usize>,
    #[serde(default)]
    pub edition: Edition,
    #[serde(default)]
    pub pages: Vec<Page>,
}

/// Something seen on a page, at the paragraph that reads so.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    is: String,
    #[serde(default)]
    at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// Of every letter, in order.
pub fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/check");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| -> File {
        toml::from_str(&fs::read_to_string(path).unwrap())
            .unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    };
    files.iter().flat_map(|path| read(path).case).collect()
}

impl Case {
    pub fn findings(&self) -> Vec<Finding> {
        let mut checker = Checker::new(Options::default());
        let Some(this) = &self.this else {
            let mut paper = Paper::plain(&self.text);
            paper.measures = self.measures(&paper);
            return checker.check_text(&paper).findings;
        };
        let mut records = records(2023, this);
        if let (Some(chars), Some(first)) = (self.fill, records.achievements.first_mut()) {
            first.body = "依法行政。".chars().cycle().take(chars).collect();
        }
        let last = self.last.as_ref().map(|last| self::records(2022, last));
        let (edition, catalog) = (self.edition, Catalog::built_in());
        let input = YearInput { records: &records, last: last.as_ref(), edition, catalog };
        checker.check_year(&input).findings
    }

    fn measures(&self, paper: &Paper) -> Option<Measures> {
        let found = self.pages.iter().map(|page| {
            let para = paper.paras.iter().position(|para| para.text == page.at).unwrap_or(0);
            match page.is.as_str() {
                "heading_at_foot" => Measured::HeadingAtFoot { para, page: 1 },
                "short_last_line" => {
                    let text: Vec<char> = page.at.chars().collect();
                    let text = text[text.len() - 2..].iter().collect();
                    Measured::ShortLastLine { para, page: 1, text }
                }
                "signature_alone" => Measured::SignatureAlone { para, page: 1 },
                "nearly_empty" => Measured::PageNearlyEmpty { para, page: 1, lines: 2 },
                "first_without_text" => Measured::FirstPageWithoutText,
                other => panic!("{other} is not seen on pages"),
            }
        });
        let found: Vec<Measured> = found.collect();
        (!found.is_empty()).then_some(Measures { pages: 2, found })
    }
}

/// The year of a county's department, with what the case says of it.
fn records(year: i32, over: &Table) -> YearRecords {
    let unit = Unit {
        name: "甲县林业局".to_owned(),
        short: "我局".to_owned(),
        kind: UnitKind::Department,
        ..Unit::default()
    };
    let empty = YearRecords::new(unit, Year { year, ..Year::default() });
    let mut all = Table::try_from(empty).unwrap();
    for (key, value) in over {
        match (all.get_mut(key), value) {
            (Some(Value::Table(known)), Value::Table(own)) => known.extend(own.clone()),
            (Some(known), own) => *known = own.clone(),
            (None, _) => panic!("a year has no {key}"),
        }
    }
    all.try_into().unwrap()
}

/// Where it stands, as a case says it.
pub fn place(finding: &Finding) -> String {
    match (&finding.at, &finding.record) {
        (Some(at), _) => at.text.to_string(),
        (None, Some(record)) => {
            let kind = serde_json::to_value(record.kind).unwrap();
            format!("{}.{}", kind.as_str().unwrap(), record.field)
        }
        (None, None) => String::new(),
    }
}
