//! Where a record stands in its list: numbers with gaps, so that to place one rewrites one row.

use crate::record::Id;

/// Distance between neighbours in a list that was just numbered: ten halvings at one spot before it
/// is numbered anew.
pub const GAP: i64 = 1024;

/// Orders to write so that a record stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Of the record itself.
    pub order: i64,
    /// Of others, where there was no room: only those whose order changes, in the list's order.
    pub moved: Vec<(Id, i64)>,
}

/// An order for a record that is to stand at a position of a list it is not in, given as ids with
/// their orders. A position past the end is the end.
pub fn place(list: &[(Id, i64)], at: usize) -> Placed {
    let at = at.min(list.len());
    let before = at.checked_sub(1).map(|n| list[n].1);
    let after = list.get(at).map(|(_, order)| *order);
    match between(before, after) {
        Some(order) => Placed { order, moved: Vec::new() },
        None => renumbered(list, at),
    }
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
fn renumbered(list: &[(Id, i64)], at: usize) -> Placed {
    let mut moved = Vec::new();
    for (n, (id, old)) in list.iter().enumerate() {
        let n = if n < at { n } else { n + 1 };
        let order = order_of(n);
        if *old != order {
            moved.push((*id, order));
        }
    }
    Placed { order: order_of(at), moved }
}

fn order_of(n: usize) -> i64 {
    i64::try_from(n + 1).unwrap_or(i64::MAX / GAP).saturating_mul(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_stands_between_its_neighbours_and_makes_room_where_there_is_none() {
        let list = |orders: &[i64]| -> Vec<(Id, i64)> {
            (1..).map(Id).zip(orders.iter().copied()).collect()
        };
        let alone = |order| Placed { order, moved: Vec::new() };
        assert_eq!(place(&list(&[]), 0), alone(1024));
        assert_eq!(place(&list(&[1024]), 0), alone(0));
        assert_eq!(place(&list(&[1024]), 9), alone(2048));
        assert_eq!(place(&list(&[1024, 2048]), 1), alone(1536));
        assert_eq!(
            place(&list(&[5, 6, 7]), 1),
            Placed { order: 2048, moved: vec![(Id(1), 1024), (Id(2), 3072), (Id(3), 4096)] }
        );
        assert_eq!(place(&list(&[0, 0]), 2), alone(1024));
        assert_eq!(
            place(&list(&[i64::MAX]), 1),
            Placed { order: 2048, moved: vec![(Id(1), 1024)] }
        );
    }
}
