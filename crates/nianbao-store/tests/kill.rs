//! A process killed while it writes loses no edit that was acknowledged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "it speaks to its parent, or to who measures")]

mod common;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

use common::{PATH, at, child, create, rounds};
use nianbao_core::ledger::Decimal;
use nianbao_core::record::{Figure, Problem, Record};
use nianbao_store::{Change, Edit, Store};

/// `cargo xtask soak` says 1,000.
const KILLS: usize = 20;

/// How many edits the file has, told by a figure that every edit counts up.
fn count(store: &Store) -> u64 {
    let value = store.year(2023).unwrap().figures[0].value.unwrap();
    value.to_string().parse().unwrap()
}

/// Edit `n`: a new problem, and the count; both or neither.
fn edit(figure: &Figure, n: u64) -> Edit {
    let value: Decimal = n.to_string().parse().unwrap();
    let figure = Record::Figure(Figure { value: Some(value), ..figure.clone() });
    // Some are larger than a page of the file.
    let body = "字".repeat(usize::try_from(n % 7).unwrap() * 700);
    let problem = Problem { year: 2023, title: n.to_string(), body, ..Problem::default() };
    Edit {
        name: format!("第{n}步"),
        changes: vec![Change::Put(Record::Problem(problem)), Change::Put(figure)],
        merge: None,
        at: at(i64::try_from(n).unwrap()),
    }
}

#[test]
#[ignore = "what the killed process does; the test below starts it"]
fn writes_until_it_is_killed() {
    let Ok(path) = std::env::var(PATH) else { return };
    let mut store = Store::open(Path::new(&path)).unwrap();
    let figure = store.year(2023).unwrap().figures.remove(0);
    let mut stdout = std::io::stdout();
    for n in count(&store) + 1.. {
        store.edit(edit(&figure, n)).unwrap();
        if n % 5 == 0 {
            store.undo(at(0)).unwrap();
            store.redo(at(0)).unwrap();
        }
        if n % 9 == 0 {
            store.find("字", 1).unwrap();
        }
        writeln!(stdout, "done {n}").unwrap();
        stdout.flush().unwrap();
    }
}

#[test]
fn a_process_killed_in_the_middle_of_writing_loses_nothing_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("库.nianbao");
    let mut store = create(&path).unwrap();
    let zero = Some("0".parse().unwrap());
    let first = Figure { year: 2023, key: "步数".into(), value: zero, ..Figure::default() };
    let put = Change::Put(Record::Figure(first));
    store.edit(Edit { name: "起".into(), changes: vec![put], merge: None, at: at(0) }).unwrap();
    store.close().unwrap();

    let mut acknowledged = 0;
    let mut random = 42_u64;
    for round in 0..rounds("NIANBAO_KILLS", KILLS) {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let wanted = 3 + (random >> 33) % 40;
        let mut writer =
            child("writes_until_it_is_killed", &path).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let mut heard = 0;
        while heard < wanted {
            let line = lines.next().expect("the writer stopped by itself").unwrap();
            heard += u64::from(line.starts_with("done "));
        }
        // On through the writer's next edit, a little further each time.
        for _ in 0..(random >> 40) % 200_000 {
            std::hint::spin_loop();
        }
        writer.kill().unwrap();
        // Whatever it said before it died counts.
        let said = lines
            .map_while(Result::ok)
            .filter_map(|line| line.strip_prefix("done ").and_then(|n| n.parse::<u64>().ok()));
        let said = said.last().unwrap_or(acknowledged + heard);
        writer.wait().unwrap();
        assert!(said >= acknowledged + heard);

        let store = Store::open(&path).unwrap();
        let stored = count(&store);
        assert!(stored == said || stored == said + 1, "round {round}: {stored}, said {said}");
        let problems = store.year(2023).unwrap().problems;
        let titles = problems.iter().map(|p| p.title.parse::<u64>().unwrap());
        assert!((1..=stored).eq(titles), "round {round}");
        let written = (1..=stored).filter(|n| n % 7 > 0).count();
        assert_eq!(store.find("字", usize::MAX).unwrap().len(), written, "round {round}");
        acknowledged = stored;
        store.close().unwrap();
        let conn = rusqlite::Connection::open(&path).unwrap();
        let sound: String = conn.query_row("PRAGMA integrity_check", (), |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok", "round {round}");
    }
}
