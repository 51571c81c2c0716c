//! How long a file may be.

use crate::tree::{FILES, File};
use crate::{Wrong, hold, places, say};

const RULE: &str = "A file stops at its size (Rust 500 lines, Vue 250, TypeScript 400): \
     a longer one is read by nobody and holds more than one thing.";

/// Ending, lines at which it is named, lines at which it stops.
const SIZES: [(&str, usize, usize); 3] = [("rs", 300, 500), ("vue", 150, 250), ("ts", 400, 400)];

const GENERATED: [&str; 1] = ["ui/src/api/gen.ts"];

struct Measured {
    long: Vec<Wrong>,
    too_long: Vec<Wrong>,
}

fn measure(files: &[File]) -> Measured {
    let mut measured = Measured { long: Vec::new(), too_long: Vec::new() };
    for file in files.iter().filter(|file| !GENERATED.contains(&file.path.as_str())) {
        let Some((_, warn, stop)) = SIZES.iter().find(|(ending, _, _)| file.is(ending)) else {
            continue;
        };
        let lines = file.text.lines().count();
        let wrong =
            Wrong::new(&*file.path, format!("{lines} lines, aims at {warn}, stops at {stop}"));
        if lines > *stop {
            measured.too_long.push(wrong);
        } else if lines > *warn {
            measured.long.push(wrong);
        }
    }
    measured
}

#[test]
fn no_file_is_longer_than_its_kind_may_be() {
    let measured = measure(&FILES);
    for wrong in &measured.long {
        say(&format!("long: {wrong}"));
    }
    hold(RULE, measured.too_long);
}

#[test]
fn a_long_file_is_named_and_one_too_long_stops() {
    let of = |path, lines| File::invented(path, &"x\n".repeat(lines));
    let measured = measure(&[
        of("a.rs", 300),
        of("b.rs", 301),
        of("c.rs", 501),
        of("d.vue", 250),
        of("e.vue", 251),
        of("f.ts", 400),
        of("g.ts", 401),
        of("ui/src/api/gen.ts", 9000),
        of("h.md", 9000),
    ]);
    assert_eq!(places(&measured.long), ["b.rs", "d.vue"]);
    assert_eq!(places(&measured.too_long), ["c.rs", "e.vue", "g.ts"]);
}
