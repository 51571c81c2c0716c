//! How far two short texts are apart.

/// Steps (a character put in, left out or changed) from `a` to `b`; None where more than `most`.
pub(super) fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (n, x) in a.iter().enumerate() {
        let mut left = n;
        row[0] = n + 1;
        let mut least = row[0];
        for (m, y) in b.iter().enumerate() {
            let step = (left + usize::from(x != y)).min(row[m] + 1).min(row[m + 1] + 1);
            left = row[m + 1];
            row[m + 1] = step;
            least = least.min(step);
        }
        if least > most {
            return None;
        }
    }
    row.last().copied().filter(|&steps| steps <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_between_texts_are_counted_up_to_a_bound() {
        for (a, b, meant) in [
            ("", "", Some(0)),
            ("甲乙丙", "甲乙丙", Some(0)),
            ("甲乙丙", "甲丙", Some(1)),
            ("甲丙", "甲乙丙", Some(1)),
            ("甲乙丙", "甲丁丙", Some(1)),
            ("甲乙丙丁", "甲丙乙丁", Some(2)),
            ("甲乙丙丁", "戊己庚丁", None),
            ("甲", "甲乙丙丁", None),
        ] {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            assert_eq!(distance(&a, &b, 2), meant, "{a:?} {b:?}");
        }
    }
}
