use nianbao_core::catalog::Section;
use nianbao_core::record::{Dialect, Id};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Nothing;
use super::indicator::Written;
use super::record::Changed;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

/// A template, shipped or the person's own.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TemplateEntry {
    pub key: String,
    pub name: String,
    pub about: String,
    /// Of the person's own: its record. None: it ships with the program.
    pub id: Option<Id>,
    pub dialect: Option<Dialect>,
    pub sections: Vec<Section>,
    /// What it lacks or has twice, a sentence each; it composes all the same.
    pub faults: Vec<String>,
    /// The years that use it.
    pub years: Vec<i32>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TemplateSave {
    /// One of the person's own to change; left out: a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<Id>,
    /// Key of the template it is made from.
    pub from: String,
    pub name: String,
    /// Left out: those of `from`.
    #[serde(default)]
    #[ts(optional)]
    pub sections: Option<Vec<Section>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TemplateSaved {
    pub changed: Changed,
    pub key: String,
    /// As in `template.list`.
    pub faults: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct TemplateRemove {
    pub id: Id,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TemplateExport {
    pub key: String,
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TemplateImport {
    pub path: String,
}

pub fn list(_: &Desk, _: Nothing) -> Result<Vec<TemplateEntry>, Fault> {
    Err(later())
}

pub fn save(_: &Desk, _: TemplateSave) -> Result<TemplateSaved, Fault> {
    Err(later())
}

pub fn remove(_: &Desk, _: TemplateRemove) -> Result<Changed, Fault> {
    Err(later())
}

pub fn export(_: &Desk, _: TemplateExport) -> Result<Written, Fault> {
    Err(later())
}

pub fn import(_: &Desk, _: TemplateImport) -> Result<TemplateSaved, Fault> {
    Err(later())
}

fn later() -> Fault {
    Fault::new(FaultCode::Unsupported, "这一步还没有做好", "请稍后再试")
}
