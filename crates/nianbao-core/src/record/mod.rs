//! One file a record. A year's report is nothing but these; the draft is a view of them.

mod achievement;
mod area;
mod duty;
mod evidence;
mod figure;
mod indicator;
mod official;
mod opinion;
mod passage;
mod plan;
mod problem;
mod shared;
mod template;
mod unit;
mod year;

pub use achievement::Achievement;
pub use area::Area;
pub use duty::{Duty, count};
pub use evidence::Evidence;
pub use figure::{Figure, Precision, Relation};
pub use indicator::Indicator;
pub use official::{
    AttachmentChoice, AttachmentOf, ImprintChoice, LetterheadChoice, LooksChoice, Urgency,
};
pub use opinion::{Opinion, Verdict};
pub use passage::{Passage, Slot};
pub use plan::Plan;
pub use problem::{Problem, ProblemSource};
pub use shared::{Outcome, OutcomeState, Sensitivity, WorkState};
pub use template::OwnTemplate;
pub use unit::{Head, Unit, UnitKind};
pub use year::{
    Deadline, DeadlineOf, Dialect, ItemStyle, ReviewedFigure, SectionChoice, SectionOf, TitleForm,
    Year, YearState,
};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::doc::Origin;
use shared::map_all;

/// A record's number, unique in its 库 across all kinds. Zero or less: not stored yet.
///
/// Within one edit, a negative id is a placeholder: the store gives every one a real number
/// and rewrites the references between the records of that edit (see [`Record::map_ids`]).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS,
)]
#[ts(type = "number")]
pub struct Id(pub i64);

impl Id {
    /// Of a record that has not been stored.
    pub const NEW: Id = Id(0);

    pub fn is_stored(self) -> bool {
        self.0 > 0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Unit,
    Year,
    Area,
    Passage,
    Achievement,
    Problem,
    Plan,
    Duty,
    Figure,
    Indicator,
    Evidence,
    Opinion,
    Template,
}

impl Kind {
    pub const ALL: [Kind; 13] = [
        Kind::Unit,
        Kind::Year,
        Kind::Area,
        Kind::Passage,
        Kind::Achievement,
        Kind::Problem,
        Kind::Plan,
        Kind::Duty,
        Kind::Figure,
        Kind::Indicator,
        Kind::Evidence,
        Kind::Opinion,
        Kind::Template,
    ];

    /// The word for it on screen and in the journal (`docs/glossary.md`).
    pub fn word(self) -> &'static str {
        match self {
            Kind::Unit => "单位",
            Kind::Year => "年度",
            Kind::Area => "领域",
            Kind::Passage => "段落",
            Kind::Achievement => "成效",
            Kind::Problem => "问题",
            Kind::Plan => "计划",
            Kind::Duty => "履职",
            Kind::Figure => "数据",
            Kind::Indicator => "指标",
            Kind::Evidence => "佐证",
            Kind::Opinion => "意见",
            Kind::Template => "模板",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Record {
    Unit(Unit),
    Year(Year),
    Area(Area),
    Passage(Passage),
    Achievement(Achievement),
    Problem(Problem),
    Plan(Plan),
    Duty(Duty),
    Figure(Figure),
    Indicator(Indicator),
    Evidence(Evidence),
    Opinion(Opinion),
    Template(OwnTemplate),
}

macro_rules! each {
    ($record:expr, $r:ident => $body:expr) => {
        match $record {
            Record::Unit($r) => $body,
            Record::Year($r) => $body,
            Record::Area($r) => $body,
            Record::Passage($r) => $body,
            Record::Achievement($r) => $body,
            Record::Problem($r) => $body,
            Record::Plan($r) => $body,
            Record::Duty($r) => $body,
            Record::Figure($r) => $body,
            Record::Indicator($r) => $body,
            Record::Evidence($r) => $body,
            Record::Opinion($r) => $body,
            Record::Template($r) => $body,
        }
    };
}

impl Record {
    pub fn kind(&self) -> Kind {
        match self {
            Record::Unit(_) => Kind::Unit,
            Record::Year(_) => Kind::Year,
            Record::Area(_) => Kind::Area,
            Record::Passage(_) => Kind::Passage,
            Record::Achievement(_) => Kind::Achievement,
            Record::Problem(_) => Kind::Problem,
            Record::Plan(_) => Kind::Plan,
            Record::Duty(_) => Kind::Duty,
            Record::Figure(_) => Kind::Figure,
            Record::Indicator(_) => Kind::Indicator,
            Record::Evidence(_) => Kind::Evidence,
            Record::Opinion(_) => Kind::Opinion,
            Record::Template(_) => Kind::Template,
        }
    }

    /// One of a kind with nothing in it.
    pub fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Unit => Record::Unit(Unit::default()),
            Kind::Year => Record::Year(Year::default()),
            Kind::Area => Record::Area(Area::default()),
            Kind::Passage => Record::Passage(Passage::default()),
            Kind::Achievement => Record::Achievement(Achievement::default()),
            Kind::Problem => Record::Problem(Problem::default()),
            Kind::Plan => Record::Plan(Plan::default()),
            Kind::Duty => Record::Duty(Duty::default()),
            Kind::Figure => Record::Figure(Figure::default()),
            Kind::Indicator => Record::Indicator(Indicator::default()),
            Kind::Evidence => Record::Evidence(Evidence::default()),
            Kind::Opinion => Record::Opinion(Opinion::default()),
            Kind::Template => Record::Template(OwnTemplate::default()),
        }
    }

    pub fn id(&self) -> Id {
        each!(self, r => r.id)
    }

    pub fn set_id(&mut self, id: Id) {
        each!(self, r => r.id = id)
    }

    /// The report year it belongs to; the unit and templates belong to none.
    pub fn year(&self) -> Option<i32> {
        match self {
            Record::Unit(_) | Record::Template(_) => None,
            Record::Year(r) => Some(r.year),
            Record::Area(r) => Some(r.year),
            Record::Passage(r) => Some(r.year),
            Record::Achievement(r) => Some(r.year),
            Record::Problem(r) => Some(r.year),
            Record::Plan(r) => Some(r.year),
            Record::Duty(r) => Some(r.year),
            Record::Figure(r) => Some(r.year),
            Record::Indicator(r) => Some(r.year),
            Record::Evidence(r) => Some(r.year),
            Record::Opinion(r) => Some(r.year),
        }
    }

    /// Its place among its kind in its year (for an achievement or passage: in its area too).
    pub fn order(&self) -> i64 {
        match self {
            Record::Unit(_) => 0,
            Record::Template(r) => r.id.0,
            Record::Year(r) => i64::from(r.year),
            Record::Area(r) => r.order,
            Record::Passage(r) => r.order,
            Record::Achievement(r) => r.order,
            Record::Problem(r) => r.order,
            Record::Plan(r) => r.order,
            Record::Duty(r) => r.order,
            Record::Figure(r) => r.order,
            Record::Indicator(r) => r.order,
            Record::Evidence(r) => r.order,
            Record::Opinion(r) => r.order,
        }
    }

    pub fn set_order(&mut self, order: i64) {
        match self {
            Record::Unit(_) | Record::Year(_) | Record::Template(_) => {}
            Record::Area(r) => r.order = order,
            Record::Passage(r) => r.order = order,
            Record::Achievement(r) => r.order = order,
            Record::Problem(r) => r.order = order,
            Record::Plan(r) => r.order = order,
            Record::Duty(r) => r.order = order,
            Record::Figure(r) => r.order = order,
            Record::Indicator(r) => r.order = order,
            Record::Evidence(r) => r.order = order,
            Record::Opinion(r) => r.order = order,
        }
    }

    /// The area it stands in, where its kind has one.
    pub fn area(&self) -> Option<Id> {
        match self {
            Record::Achievement(r) => Some(r.area),
            Record::Passage(r) => r.area,
            _ => None,
        }
    }

    /// Rewrites its own id and every reference to another record.
    pub fn map_ids(&mut self, map: &impl Fn(Id) -> Id) {
        self.set_id(map(self.id()));
        match self {
            Record::Achievement(r) => {
                r.area = map(r.area);
                map_all(&mut r.answers, map);
                map_all(&mut r.indicators, map);
                map_all(&mut r.evidence, map);
            }
            Record::Passage(r) => r.area = r.area.map(map),
            Record::Plan(r) => map_all(&mut r.answers, map),
            Record::Indicator(r) => {
                r.parent = r.parent.map(map);
                map_all(&mut r.evidence, map);
            }
            _ => {}
        }
    }

    /// A few words that name it in the journal and in menus: 成效“加大培训力度”.
    pub fn name(&self) -> String {
        let (title, body) = match self {
            Record::Unit(r) => (r.name.as_str(), ""),
            Record::Year(r) => return format!("{}年", r.year),
            Record::Area(r) => (r.title.as_str(), ""),
            Record::Passage(r) => return r.slot.word().to_owned(),
            Record::Achievement(r) => (r.title.as_str(), r.body.as_str()),
            Record::Problem(r) => (r.title.as_str(), r.body.as_str()),
            Record::Plan(r) => (r.title.as_str(), r.body.as_str()),
            Record::Duty(r) => (r.title.as_str(), r.body.as_str()),
            Record::Figure(r) => (r.label.as_str(), ""),
            Record::Indicator(r) => (r.title.as_str(), ""),
            Record::Evidence(r) => (r.title.as_str(), ""),
            Record::Opinion(r) => (r.body.as_str(), ""),
            Record::Template(r) => (r.name.as_str(), ""),
        };
        let whole = if title.trim().is_empty() { body } else { title };
        let mut short: String = whole.trim().chars().take(12).collect();
        if whole.trim().chars().count() > 12 {
            short.push('…');
        }
        if short.is_empty() {
            self.kind().word().to_owned()
        } else {
            format!("{}“{short}”", self.kind().word())
        }
    }
}

/// A record named by kind and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct RecordRef {
    pub kind: Kind,
    pub id: Id,
}

/// Everything that stands in one report year, each list in its order, and the unit it is of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct YearRecords {
    pub unit: Unit,
    pub year: Year,
    pub areas: Vec<Area>,
    pub passages: Vec<Passage>,
    pub achievements: Vec<Achievement>,
    pub problems: Vec<Problem>,
    pub plans: Vec<Plan>,
    pub duties: Vec<Duty>,
    pub figures: Vec<Figure>,
    pub indicators: Vec<Indicator>,
    pub evidence: Vec<Evidence>,
    pub opinions: Vec<Opinion>,
    /// Of the whole 库, so that the year composes by the person's own.
    pub templates: Vec<OwnTemplate>,
    /// What a person lets be published as it stands. Kept with what he accepted in 体检, no record.
    #[serde(skip)]
    pub unmasked: BTreeSet<Unmasked>,
}

/// A place that the rules of privacy would mask: this text in this field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unmasked {
    /// Of the rule.
    pub code: String,
    pub origin: Option<Origin>,
    pub text: String,
}

impl YearRecords {
    /// An empty year.
    pub fn new(unit: Unit, year: Year) -> Self {
        Self {
            unit,
            year,
            areas: Vec::new(),
            passages: Vec::new(),
            achievements: Vec::new(),
            problems: Vec::new(),
            plans: Vec::new(),
            duties: Vec::new(),
            figures: Vec::new(),
            indicators: Vec::new(),
            evidence: Vec::new(),
            opinions: Vec::new(),
            templates: Vec::new(),
            unmasked: BTreeSet::new(),
        }
    }

    /// Writes last year's values beside this year's figures, where that year is at hand.
    pub fn with_last_year(&mut self, last: Option<&Self>) {
        for figure in &mut self.figures {
            if let Some(value) = last.and_then(|last| last.figure(&figure.key)?.value) {
                figure.previous = Some(value);
            }
        }
    }

    /// Puts a record in its list; the unit and the year take their place.
    pub fn push(&mut self, record: Record) {
        match record {
            Record::Unit(r) => self.unit = r,
            Record::Year(r) => self.year = r,
            Record::Area(r) => self.areas.push(r),
            Record::Passage(r) => self.passages.push(r),
            Record::Achievement(r) => self.achievements.push(r),
            Record::Problem(r) => self.problems.push(r),
            Record::Plan(r) => self.plans.push(r),
            Record::Duty(r) => self.duties.push(r),
            Record::Figure(r) => self.figures.push(r),
            Record::Indicator(r) => self.indicators.push(r),
            Record::Evidence(r) => self.evidence.push(r),
            Record::Opinion(r) => self.opinions.push(r),
            Record::Template(r) => self.templates.push(r),
        }
    }

    /// Every record of the year, what is referred to before what refers to it; the unit
    /// and the templates are not among them.
    pub fn records(&self) -> Vec<Record> {
        let mut all = vec![Record::Year(self.year.clone())];
        all.extend(self.areas.iter().cloned().map(Record::Area));
        all.extend(self.figures.iter().cloned().map(Record::Figure));
        all.extend(self.evidence.iter().cloned().map(Record::Evidence));
        all.extend(self.indicators.iter().cloned().map(Record::Indicator));
        all.extend(self.passages.iter().cloned().map(Record::Passage));
        all.extend(self.achievements.iter().cloned().map(Record::Achievement));
        all.extend(self.duties.iter().cloned().map(Record::Duty));
        all.extend(self.problems.iter().cloned().map(Record::Problem));
        all.extend(self.plans.iter().cloned().map(Record::Plan));
        all.extend(self.opinions.iter().cloned().map(Record::Opinion));
        all
    }

    /// The figure a text refers to by `{{key}}`.
    pub fn figure(&self, key: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.key == key)
    }
}
