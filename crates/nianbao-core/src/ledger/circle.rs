//! Which figures follow from which, in the order they can be reckoned.

/// Groups of figures that follow from each other, each group after all it needs. A group of more than
/// one is a circle. `needs[n]` are those that `n` follows from.
///
/// Tarjan's strongly connected components, on a list of its own instead of the call stack: a chain of
/// a thousand relations must not end the program.
pub(super) fn groups(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut walk = Walk {
        needs,
        met: vec![None; needs.len()],
        lowest: vec![0; needs.len()],
        waiting: Vec::new(),
        is_waiting: vec![false; needs.len()],
        count: 0,
        groups: Vec::new(),
    };
    for start in 0..needs.len() {
        if walk.met[start].is_none() {
            walk.from(start);
        }
    }
    walk.groups
}

struct Walk<'a> {
    needs: &'a [Vec<usize>],
    /// When each was met.
    met: Vec<Option<usize>>,
    /// The first met of those that can be reached and wait for their group.
    lowest: Vec<usize>,
    waiting: Vec<usize>,
    is_waiting: Vec<bool>,
    count: usize,
    groups: Vec<Vec<usize>>,
}

impl Walk<'_> {
    fn from(&mut self, start: usize) {
        let mut path = vec![(start, 0)];
        self.meet(start);
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            if let Some(&need) = self.needs[node].get(*next) {
                *next += 1;
                match self.met[need] {
                    None => {
                        self.meet(need);
                        path.push((need, 0));
                    }
                    Some(met) if self.is_waiting[need] => {
                        self.lowest[node] = self.lowest[node].min(met);
                    }
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                self.lowest[*above] = self.lowest[*above].min(self.lowest[node]);
            }
            if Some(self.lowest[node]) == self.met[node] {
                self.close(node);
            }
        }
    }

    fn meet(&mut self, node: usize) {
        self.met[node] = Some(self.count);
        self.lowest[node] = self.count;
        self.count += 1;
        self.waiting.push(node);
        self.is_waiting[node] = true;
    }

    fn close(&mut self, first: usize) {
        let mut group = Vec::new();
        while let Some(node) = self.waiting.pop() {
            self.is_waiting[node] = false;
            group.push(node);
            if node == first {
                break;
            }
        }
        group.sort_unstable();
        self.groups.push(group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_comes_first_and_circles_stand_together() {
        for (needs, meant) in [
            (vec![], vec![]),
            (vec![vec![1], vec![2], vec![]], vec![vec![2], vec![1], vec![0]]),
            (vec![vec![1], vec![0], vec![0]], vec![vec![0, 1], vec![2]]),
            // 0 → 1 → 0 and 0 → 2 → 1: all three are one circle.
            (vec![vec![1, 2], vec![0], vec![1]], vec![vec![0, 1, 2]]),
            (vec![vec![0]], vec![vec![0]]),
        ] {
            assert_eq!(groups(&needs), meant);
        }
    }

    #[test]
    fn a_long_chain_is_walked() {
        let count = 100_000;
        let needs: Vec<_> =
            (0..count).map(|n| if n + 1 < count { vec![n + 1] } else { vec![] }).collect();
        assert_eq!(groups(&needs).len(), count);
    }
}
