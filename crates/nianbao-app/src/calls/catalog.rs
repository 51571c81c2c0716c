use nianbao_core::catalog::Catalog;

use super::Nothing;
use crate::desk::Desk;
use crate::fault::Fault;

pub fn get(_: &Desk, _: Nothing) -> Result<Catalog, Fault> {
    Ok(Catalog::built_in().clone())
}
