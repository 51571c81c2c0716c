use std::path::{Path, PathBuf};

use nianbao_core::catalog::Catalog;
use nianbao_core::record::{Area, Id, OwnTemplate, Record, Unit, Year};
use nianbao_store::Store;
use serde::Deserialize;
use ts_rs::TS;

use super::Nothing;
use super::app::{Status, status};
use super::template::no_template;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};
use crate::{clock, files, opening, sample, secrecy};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LibraryCreate {
    pub path: String,
    pub unit: Unit,
    pub year: i32,
    /// Key of a template in the catalogue.
    pub template: String,
}

pub fn create(desk: &Desk, args: LibraryCreate) -> Result<Status, Fault> {
    let path = PathBuf::from(&args.path);
    if args.unit.name.trim().is_empty() {
        return Err(Fault::new(FaultCode::Refused, "还没有填单位名称", "请填写单位的全称"));
    }
    let year = new_year(args.year, &args.template, &args.unit, &[])?;
    secrecy::refuse([Record::Unit(args.unit.clone())].iter())?;
    let mut records = vec![Record::Year(year)];
    records.extend(starting_areas(args.year, &args.template));
    make(&path, args.unit, records)?;
    opening::open(desk, &path, false)
}

/// A new file with these records. What is there already is never touched.
pub(crate) fn make(path: &Path, unit: Unit, records: Vec<Record>) -> Result<(), Fault> {
    files::check_name(path)?;
    if path.exists() {
        return Err(files::exists(path));
    }
    let at = clock::now();
    let mut all = vec![Record::Unit(unit)];
    all.extend(records);
    let store = Store::create_with(path, all, at)?;
    drop(store);
    Ok(())
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LibraryOpen {
    pub path: String,
    /// Where another machine's note says that it is in use, and nobody is: open it for work all the same.
    #[serde(default)]
    #[ts(optional)]
    pub take_over: Option<bool>,
}

pub fn open(desk: &Desk, args: LibraryOpen) -> Result<Status, Fault> {
    opening::open(desk, Path::new(&args.path), args.take_over.unwrap_or(false))
}

pub fn close(desk: &Desk, _: Nothing) -> Result<Status, Fault> {
    desk.close()?;
    status(&desk.showing(None), Nothing {})
}

/// A copy of the sample in the user's data folder, under a name that is free: what the person did
/// to an earlier copy stays.
pub fn sample(desk: &Desk, _: Nothing) -> Result<Status, Fault> {
    let folder = desk.env.data.join("示例");
    std::fs::create_dir_all(&folder).map_err(|e| Fault::io(&e, &folder))?;
    let first = folder.join("示例库.nianbao");
    let path = if first.exists() { files::free_name(&first).unwrap_or(first) } else { first };
    sample::make(&path)?;
    opening::open(desk, &path, false)
}

pub(crate) fn check_year(year: i32) -> Result<(), Fault> {
    if !(1990..=2100).contains(&year) {
        return Err(Fault::new(
            FaultCode::Refused,
            format!("年份“{year}”不对"),
            "请填四位数的年份，例如 2025",
        ));
    }
    Ok(())
}

/// A year as it begins. `own`: the person's own templates.
pub(crate) fn new_year(
    year: i32,
    template: &str,
    unit: &Unit,
    own: &[OwnTemplate],
) -> Result<Year, Fault> {
    check_year(year)?;
    let catalog = Catalog::built_in();
    if catalog.template(template).is_none() && own.iter().all(|own| own.key != template) {
        return Err(no_template(template));
    }
    Ok(Year {
        year,
        template: template.to_owned(),
        addressee: unit.addressee.clone(),
        deadlines: catalog.deadlines_of(unit.kind, year),
        ..Year::default()
    })
}

/// The template's areas as the year's own, with placeholder ids; of a template of the person's own,
/// those of the first that ships.
pub(crate) fn starting_areas(year: i32, template: &str) -> Vec<Record> {
    let catalog = Catalog::built_in();
    let template = catalog.template(template).or(catalog.templates.first());
    let keys = template.map(|t| t.start.as_slice()).unwrap_or_default();
    (1..)
        .zip(keys.iter().filter_map(|key| catalog.area(key)))
        .map(|(n, area)| {
            Record::Area(Area {
                id: Id(-n),
                year,
                key: area.key.clone(),
                title: area.title.clone(),
                order: n * 1024,
            })
        })
        .collect()
}
