//! Where in its list a record is to stand; the numbers are reckoned in the core.

use nianbao_core::order::{Placed, place as place_at};
use nianbao_core::record::Id;

/// Where in its list a record is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    First,
    Last,
    /// Right after this record of the same list.
    After(Id),
}

/// Finds an order for a record in a list given as ids with their orders, in the list's order.
/// The record itself may be in the list (it moves) or not (it is new, or comes from another list).
///
/// None where the record to stand after is not in the list, or is the record itself.
pub(crate) fn place(list: &[(Id, i64)], record: Id, place: Place) -> Option<Placed> {
    let others: Vec<(Id, i64)> =
        list.iter().copied().filter(|(id, _)| !(id.is_stored() && *id == record)).collect();
    let at = match place {
        Place::First => 0,
        Place::Last => others.len(),
        Place::After(id) => others.iter().position(|(other, _)| *other == id)? + 1,
    };
    Some(place_at(&others, at))
}
