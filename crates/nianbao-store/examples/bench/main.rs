//! What the 库 costs beside bare SQLite, as ratios in one run, while it grows from one year to ten.
//! `cargo xtask bench` runs it; the argument is a folder on the disk to be measured.

mod bare;
mod fill;
mod measure;
mod rounds;

use std::path::{Path, PathBuf};

use nianbao_core::record::Id;
use nianbao_store::Store;

use bare::Bare;
use measure::{Outcome, Row, say};

const FIRST: i32 = 2014;
const YEARS: i32 = 10;
const SHOWN: [i32; 4] = [1, 2, 5, 10];

fn main() -> Outcome<()> {
    let folder = std::env::args_os().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    let path = folder.join("bench.nianbao");
    let copy = folder.join("bench-bare.db");
    for path in [&path, &copy] {
        measure::remove(path)?;
    }
    let mut store = fill::create(&path, FIRST)?;
    let mut columns = Vec::new();
    for years in 1..=YEARS {
        let ids = fill::year(&mut store, FIRST + years - 1)?;
        if SHOWN.contains(&years) {
            store.close()?;
            columns.push(measured(&path, &copy, &ids, FIRST + years - 1)?);
            store = Store::open(&path)?;
        }
    }
    store.close()?;
    say(&format!(
        "\n库与裸 SQLite 相比，同一次运行；每年 {} 条记录和 {} 条数据",
        fill::RECORDS,
        fill::FIGURES
    ));
    measure::print(&SHOWN.map(|n| format!("{n} 年")), &columns);
    let size = std::fs::metadata(&path)?.len() >> 20;
    say(&format!("  {YEARS} 年的库文件 {size} MiB"));
    for path in [&path, &copy] {
        measure::remove(path)?;
    }
    Ok(())
}

/// All that is measured at one size, on a copy of the same file for the bare side.
fn measured(path: &Path, copy: &Path, ids: &[Id], year: i32) -> Outcome<Vec<Row>> {
    std::fs::copy(path, copy)?;
    let mut rows = vec![rounds::opening(path, copy)?];
    let mut store = Store::open(path)?;
    let mut bare = Bare::open(copy)?;
    rows.extend(rounds::editing(&mut store, &mut bare, ids)?);
    rows.extend(rounds::searching(&mut store, &mut bare, ids)?);
    store.close()?;
    drop(bare);
    rows.extend(rounds::carrying(path, copy, year)?);
    measure::remove(copy)?;
    Ok(rows)
}
