use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Id, Sensitivity, WorkState};

/// 成效: one thing done. `title` is its heading sentence without 。; text refers to figures by `{{key}}`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Achievement {
    pub id: Id,
    pub year: i32,
    pub area: Id,
    pub title: String,
    pub body: String,
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    /// Last day, where it took more than one.
    #[ts(type = "string | null")]
    pub until: Option<Date>,
    /// Responsible office.
    pub office: String,
    /// Who sent the material.
    pub source: String,
    /// Last year's plan or problem it answers, of whatever year.
    pub answers: Vec<Id>,
    pub indicators: Vec<Id>,
    pub evidence: Vec<Id>,
    pub sensitivity: Sensitivity,
    pub state: WorkState,
    pub order: i64,
}

impl Achievement {
    /// Whether it only stands for last year's plan or problem and is still to be written: its heading
    /// is a promise and no result.
    pub fn is_to_be_written(&self) -> bool {
        self.state == WorkState::Collected
            && self.body.trim().is_empty()
            && !self.answers.is_empty()
    }
}
