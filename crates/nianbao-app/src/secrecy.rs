//! No 密级 is set here: the fields of 版头, 版记, unit and title refuse one, whatever screen it is typed on.

use nianbao_core::record::{Evidence, Record, Unit, Year};
use nianbao_core::text::secrecy::mark;

use crate::fault::{Fault, FaultCode};

/// # Errors
/// A field where a marking is set has a 密级 in it.
pub(crate) fn refuse<'a>(put: impl Iterator<Item = &'a Record>) -> Result<(), Fault> {
    let fields = put.flat_map(|record| match record {
        Record::Year(year) => of_year(year),
        Record::Unit(unit) => of_unit(unit),
        Record::Evidence(evidence) => of_evidence(evidence),
        _ => Vec::new(),
    });
    match fields.into_iter().find_map(mark) {
        None => Ok(()),
        Some(mark) => Err(Fault::new(
            FaultCode::Refused,
            format!("这里写了密级“{mark}”，本程序不是涉密系统，不能标密级"),
            "请删去密级；确属国家秘密的，请不要录入，改在涉密计算机上办理",
        )),
    }
}

fn of_year(year: &Year) -> Vec<&str> {
    let (head, foot) = (&year.letterhead, &year.imprint);
    let mut all: Vec<&str> = vec![
        &year.title,
        &year.addressee,
        &year.note,
        &head.copy,
        &head.issuer,
        &head.number,
        &head.signers,
        &foot.copies,
        &foot.office,
    ];
    all.extend(year.attachments.iter().map(|attachment| attachment.title.as_str()));
    all
}

/// What is marked lies in no 库, and is not pointed at from one: a name like 机密★会议纪要.pdf tells.
fn of_evidence(evidence: &Evidence) -> Vec<&str> {
    let name = evidence.path.rsplit(['/', '\\']).next().unwrap_or_default();
    vec![&evidence.title, &evidence.document, &evidence.page, name]
}

fn of_unit(unit: &Unit) -> Vec<&str> {
    let mut all: Vec<&str> = vec![&unit.name, &unit.short, &unit.addressee, &unit.region];
    all.extend(unit.heads.iter().flat_map(|head| [head.post.as_str(), head.name.as_str()]));
    all
}
