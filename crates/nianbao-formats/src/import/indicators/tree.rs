//! Parents that can be trusted.

use super::IndicatorLine;

/// Each line's parent; None for one that is not there, and for those that lead round in a circle.
pub(super) fn sound(lines: &[IndicatorLine]) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> =
        lines.iter().map(|line| line.parent.filter(|parent| *parent < lines.len())).collect();
    for n in circles(&parents) {
        parents[n] = None;
    }
    parents
}

/// The members of every circle, in order. `parents` name lines that are there.
pub(super) fn circles(parents: &[Option<usize>]) -> Vec<usize> {
    // 0: not met; otherwise the number of the walk that met it.
    let mut met = vec![0_usize; parents.len()];
    let mut round = Vec::new();
    for start in 0..parents.len() {
        let walk = start + 1;
        let mut at = start;
        while met[at] == 0 {
            met[at] = walk;
            match parents[at] {
                Some(parent) => at = parent,
                None => break,
            }
        }
        if met[at] == walk && parents[at].is_some() {
            let first = at;
            loop {
                round.push(at);
                at = parents[at].unwrap_or(first);
                if at == first {
                    break;
                }
            }
        }
    }
    round.sort_unstable();
    round
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_circles_are_found_and_what_hangs_on_them_is_not() {
        for (parents, meant) in [
            (vec![], vec![]),
            (vec![None, Some(0), Some(1)], vec![]),
            (vec![Some(0)], vec![0]),
            (vec![Some(1), Some(2), Some(0), Some(0)], vec![0, 1, 2]),
            (vec![Some(1), Some(0), None, Some(4), Some(3), Some(3)], vec![0, 1, 3, 4]),
        ] {
            assert_eq!(circles(&parents), meant);
        }
    }
}
