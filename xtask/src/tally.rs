//! Adds up what the test runners say in their closing lines.

/// Tests passed, failed and skipped, over all runners.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Tally {
    /// Reads one line of a runner's output; a line that closes nothing changes nothing.
    ///
    /// Known: cargo test (`test result: ok. 3 passed; 0 failed; 1 ignored; …`), vitest
    /// (`Tests  2 failed | 12 passed (14)`), Playwright (`  3 passed (4.1s)`, one line a state).
    pub fn read(&mut self, line: &str) {
        let line = without_colour(line);
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result: ") {
            let counts = counts.split_once(". ").map_or(counts, |(_, rest)| rest);
            counts.split(';').for_each(|part| self.add(part));
        } else if let Some(counts) = line.strip_prefix("Tests  ") {
            counts.split('(').next().unwrap_or_default().split('|').for_each(|part| self.add(part));
        } else if is_playwright_count(line) {
            self.add(line);
        }
    }

    fn add(&mut self, part: &str) {
        let mut words = part.split_whitespace();
        let (Some(count), Some(state)) =
            (words.next().and_then(|word| word.parse::<u32>().ok()), words.next())
        else {
            return;
        };
        match state {
            "passed" | "flaky" => self.passed += count,
            "failed" => self.failed += count,
            "ignored" | "skipped" => self.skipped += count,
            _ => {}
        }
    }
}

fn is_playwright_count(line: &str) -> bool {
    let mut words = line.split(' ');
    let number = words
        .next()
        .is_some_and(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()));
    let state =
        words.next().is_some_and(|word| matches!(word, "passed" | "failed" | "flaky" | "skipped"));
    number
        && state
        && words.next().is_none_or(|word| word.starts_with('('))
        && words.next().is_none()
}

fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(letter) = rest.next() {
        if letter == '\u{1b}' {
            let _ = rest.find(|letter| letter.is_ascii_alphabetic());
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn closing_lines_of_every_runner_are_counted_and_nothing_else_is() {
        let table = [
            (
                "test result: ok. 12 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                (12, 0, 2),
            ),
            (
                "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
                (3, 1, 0),
            ),
            (
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m14 passed\u{1b}[39m\u{1b}[22m (14)",
                (14, 0, 0),
            ),
            ("      Tests  1 failed | 12 passed | 1 skipped (14)", (12, 1, 1)),
            (" Test Files  3 passed (3)", (0, 0, 0)),
            ("  3 passed (4.1s)", (3, 0, 0)),
            ("  1 failed", (0, 1, 0)),
            ("  1 flaky", (1, 0, 0)),
            ("running 5 tests", (0, 0, 0)),
            ("3 passed over the fence", (0, 0, 0)),
        ];
        for (line, (passed, failed, skipped)) in table {
            let mut tally = Tally::default();
            tally.read(line);
            assert_eq!(tally, Tally { passed, failed, skipped }, "{line}");
        }
    }
}
