//! Where a record stands in its list: numbers with gaps, so that to place or move one rewrites one row.

use nianbao_core::record::Id;

/// Distance between neighbours in a list that was just numbered: ten halvings at one spot before it
/// is numbered anew.
pub const GAP: i64 = 1024;

/// Where in its list a record is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    First,
    Last,
    /// Right after this record of the same list.
    After(Id),
}

/// Orders to write so that a record stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Of the record itself.
    pub order: i64,
    /// Of others, where there was no room: only those whose order changes, in the list's order.
    pub moved: Vec<(Id, i64)>,
}

/// Finds an order for a record in a list given as ids with their orders, in the list's order.
/// The record itself may be in the list (it moves) or not (it is new, or comes from another list).
///
/// None where the record to stand after is not in the list, or is the record itself.
pub fn place(list: &[(Id, i64)], record: Id, place: Place) -> Option<Placed> {
    let others: Vec<(Id, i64)> =
        list.iter().copied().filter(|(id, _)| !(id.is_stored() && *id == record)).collect();
    let at = match place {
        Place::First => 0,
        Place::Last => others.len(),
        Place::After(id) => others.iter().position(|(other, _)| *other == id)? + 1,
    };
    let before = at.checked_sub(1).map(|n| others[n].1);
    let after = others.get(at).map(|(_, order)| *order);
    Some(match between(before, after) {
        Some(order) => Placed { order, moved: Vec::new() },
        None => renumbered(&others, at),
    })
}

/// An order between two neighbours; None where there is none.
fn between(before: Option<i64>, after: Option<i64>) -> Option<i64> {
    match (before, after) {
        (None, None) => Some(GAP),
        (Some(before), None) => before.checked_add(GAP),
        (None, Some(after)) => after.checked_sub(GAP),
        (Some(before), Some(after)) => {
            let middle = i64::midpoint(before, after);
            (before < middle && middle < after).then_some(middle)
        }
    }
}

/// The whole list from [`GAP`] up, with room for the record at `at`.
fn renumbered(others: &[(Id, i64)], at: usize) -> Placed {
    let mut moved = Vec::new();
    let mut order = GAP;
    let mut own = 0;
    for n in 0..=others.len() {
        if n == at {
            own = order;
            order += GAP;
        }
        if let Some((id, old)) = others.get(n) {
            if *old != order {
                moved.push((*id, order));
            }
            order += GAP;
        }
    }
    Placed { order: own, moved }
}
