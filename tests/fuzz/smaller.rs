//! A found input without what it does not need.

use crate::doors::Door;
use crate::guard;

/// Tries that are worth it.
const MOST_TRIES: usize = 600;

/// Pieces are left out, halves first, as long as the door still breaks at the same place.
pub fn smaller(door: &Door, input: &[u8], said: &str) -> Vec<u8> {
    let place = |said: &str| said.lines().next().unwrap_or_default().to_owned();
    let same = place(said);
    let mut best = input.to_vec();
    let mut tries = 0;
    let mut size = best.len() / 2;
    while size > 0 && tries < MOST_TRIES {
        let mut at = 0;
        while at < best.len() && tries < MOST_TRIES {
            let mut shorter = best.clone();
            shorter.drain(at..best.len().min(at + size));
            tries += 1;
            match guard::enter(door, &shorter) {
                Err(said) if place(&said) == same => best = shorter,
                _ => at += size,
            }
        }
        size /= 2;
    }
    best
}

#[test]
fn what_breaks_is_seen_and_made_small() {
    let door = Door {
        name: "trial",
        food: crate::feed::Food::Text,
        few: 0,
        enter: |input| assert!(!input.contains(&b'x'), "an x"),
    };
    assert_eq!(guard::enter(&door, b"abc"), Ok(()));
    let said = guard::enter(&door, b"abcxdef").unwrap_err();
    assert!(said.contains("an x"), "{said}");
    assert_eq!(smaller(&door, b"abcxdef", &said), b"x");
}
