use nianbao_core::catalog::{Catalog, Section, faults};
use nianbao_core::record::{Dialect, Id, Kind, OwnTemplate, Record, RecordRef};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Nothing;
use super::indicator::Written;
use super::record::{Changed, edit, record};
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};
use crate::{files, template_file};

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

pub fn list(desk: &Desk, _: Nothing) -> Result<Vec<TemplateEntry>, Fault> {
    let (own, years) = desk.with(|open| Ok((open.store.templates()?, open.store.years()?)))?;
    let shipped = Catalog::built_in().templates.iter().map(|t| TemplateEntry {
        key: t.key.clone(),
        name: t.name.clone(),
        about: t.about.clone(),
        id: None,
        dialect: t.dialect,
        sections: t.sections.clone(),
        faults: faults(&t.sections),
        years: Vec::new(),
    });
    let own = own.into_iter().map(|t| TemplateEntry {
        key: t.key,
        name: t.name,
        about: String::new(),
        id: Some(t.id),
        dialect: t.dialect,
        faults: faults(&t.sections),
        sections: t.sections,
        years: Vec::new(),
    });
    let with_years = |entry: TemplateEntry| {
        let using = years.iter().filter(|year| year.template == entry.key);
        TemplateEntry { years: using.map(|year| year.year).collect(), ..entry }
    };
    Ok(shipped.chain(own).map(with_years).collect())
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
    /// Left out: that of `from`, or the one it has.
    #[serde(default)]
    #[ts(optional)]
    pub dialect: Option<Dialect>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TemplateSaved {
    pub changed: Changed,
    pub key: String,
    /// As in `template.list`.
    pub faults: Vec<String>,
}

pub fn save(desk: &Desk, args: TemplateSave) -> Result<TemplateSaved, Fault> {
    desk.with(|open| {
        let name = named(&args.name)?;
        let from = found(open, &args.from)?;
        let sections = args.sections.unwrap_or(from.sections);
        let own = match args.id {
            None => {
                let dialect = args.dialect.or(from.dialect);
                OwnTemplate { id: Id::NEW, key: free_key(open)?, name, sections, dialect }
            }
            Some(id) => match record(open, Kind::Template, id)? {
                Record::Template(own) => {
                    let dialect = args.dialect.or(own.dialect);
                    OwnTemplate { name, sections, dialect, ..own }
                }
                _ => return Err(Fault::no_such_record()),
            },
        };
        put(open, "保存", own)
    })
}

fn put(open: &mut Open, verb: &str, own: OwnTemplate) -> Result<TemplateSaved, Fault> {
    let (key, faults) = (own.key.clone(), faults(&own.sections));
    let name = format!("{verb}模板“{}”", own.name);
    let changed = edit(open, name, vec![Change::Put(Record::Template(own))], None)?;
    Ok(TemplateSaved { changed, key, faults })
}

fn named(name: &str) -> Result<String, Fault> {
    match name.trim() {
        "" => Err(Fault::new(FaultCode::Refused, "模板还没有名字", "请给模板起一个名字")),
        name => Ok(name.to_owned()),
    }
}

/// One that no template of the 库 has, and no year names.
fn free_key(open: &mut Open) -> Result<String, Fault> {
    let mut keys: Vec<String> = open.store.templates()?.into_iter().map(|t| t.key).collect();
    keys.extend(open.store.years()?.into_iter().map(|y| y.template));
    let numbers = keys.iter().filter_map(|key| key.strip_prefix("own-")?.parse::<u32>().ok());
    Ok(format!("own-{}", numbers.max().unwrap_or(0).saturating_add(1)))
}

/// A template, the person's own or shipped, as if it were the person's own.
fn found(open: &mut Open, key: &str) -> Result<OwnTemplate, Fault> {
    let own = open.store.templates()?.into_iter().find(|own| own.key == key);
    let shipped = || {
        Catalog::built_in().template(key).map(|t| OwnTemplate {
            name: t.name.clone(),
            sections: t.sections.clone(),
            dialect: t.dialect,
            ..OwnTemplate::default()
        })
    };
    own.or_else(shipped).ok_or_else(|| no_template(key))
}

pub(crate) fn no_template(key: &str) -> Fault {
    let shipped = Catalog::built_in().templates.iter();
    let known: Vec<_> = shipped.map(|t| format!("{}（{}）", t.key, t.name)).collect();
    Fault::new(
        FaultCode::Refused,
        format!("没有“{key}”这个模板"),
        format!("请另选一个模板：{}", known.join("、")),
    )
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct TemplateRemove {
    pub id: Id,
}

pub fn remove(desk: &Desk, args: TemplateRemove) -> Result<Changed, Fault> {
    desk.with(|open| {
        let Record::Template(own) = record(open, Kind::Template, args.id)? else {
            return Err(Fault::no_such_record());
        };
        if let Some(year) = open.store.years()?.iter().find(|year| year.template == own.key) {
            return Err(Fault::new(
                FaultCode::Refused,
                format!("{}年正在用模板“{}”，不能删除", year.year, own.name),
                "请先给这个年度换一个模板",
            ));
        }
        let gone = RecordRef { kind: Kind::Template, id: own.id };
        edit(open, format!("删除模板“{}”", own.name), vec![Change::Remove(gone)], None)
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TemplateExport {
    pub key: String,
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

pub fn export(desk: &Desk, args: TemplateExport) -> Result<Written, Fault> {
    let template = desk.with(|open| found(open, &args.key))?;
    let bytes = template_file::write(&template)?;
    files::write(args.path.as_ref(), &bytes, args.overwrite.unwrap_or(false))?;
    Ok(Written { path: args.path, bytes: bytes.len() })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TemplateImport {
    pub path: String,
}

/// Adds the file's template to the person's own. One that lacks a part is taken and told so.
pub fn import(desk: &Desk, args: TemplateImport) -> Result<TemplateSaved, Fault> {
    let path = args.path.as_ref();
    let read = template_file::read(&files::read(path)?, path)?;
    desk.with(|open| {
        let own = OwnTemplate { name: named(&read.name)?, key: free_key(open)?, ..read };
        put(open, "读入", own)
    })
}
