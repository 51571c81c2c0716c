//! The same file in the hands of bare SQLite: no journal, no index of words, no checks; the same
//! tables, the same durability.

use std::path::Path;

use nianbao_core::record::Id;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};

use crate::measure::Outcome;

pub struct Bare(Connection);

/// Tables whose rows belong to a year, with the columns that are text to be found.
const TABLES: [(&str, &[&str]); 11] = [
    ("year", &["title", "addressee", "form_tail", "opening", "closing"]),
    ("area", &["title"]),
    ("passage", &["body"]),
    ("achievement", &["title", "body", "office", "source"]),
    ("problem", &["title", "body", "cause", "public_body", "office", "outcome_note"]),
    ("plan", &["title", "body", "target", "office", "helpers", "document", "outcome_note"]),
    ("duty", &["title", "body", "post", "meetings"]),
    ("figure", &["label", "key", "scope", "source"]),
    ("indicator", &["code", "title", "standard", "assessment"]),
    ("evidence", &["title", "document", "page", "path"]),
    ("opinion", &["body", "reason", "giver", "about"]),
];

/// Far above every id of the bench.
const SHIFT: i64 = 1_000_000_000;

impl Bare {
    pub fn open(path: &Path) -> Outcome<Self> {
        let conn = Connection::open(path)?;
        conn.execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
        )?;
        Ok(Self(conn))
    }

    pub fn years(&self) -> Outcome<Vec<i32>> {
        let mut stmt = self.0.prepare("SELECT year FROM year ORDER BY year DESC")?;
        Ok(stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The least that writes the same text as safely.
    pub fn write(&mut self, id: Id, body: &str) -> Outcome<()> {
        let tx = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.prepare_cached("UPDATE achievement SET body = ?2 WHERE id = ?1")?
            .execute((id.0, body))?;
        Ok(tx.commit()?)
    }

    pub fn body(&self, id: Id) -> Outcome<String> {
        let sql = "SELECT body FROM achievement WHERE id = ?1";
        Ok(self.0.prepare_cached(sql)?.query_row([id.0], |row| row.get(0))?)
    }

    /// Ids of rows with all words, the newest year first. Without a limit every row is looked at.
    pub fn scan(&self, words: &[&str], limit: usize) -> Outcome<Vec<i64>> {
        let each: Vec<String> = TABLES
            .iter()
            .map(|(table, columns)| {
                let has = |n: usize| {
                    let any: Vec<String> =
                        columns.iter().map(|column| format!("\"{column}\" LIKE ?{n}")).collect();
                    format!("({})", any.join(" OR "))
                };
                let all: Vec<String> = (1..=words.len()).map(has).collect();
                format!("SELECT year, id FROM {table} WHERE {}", all.join(" AND "))
            })
            .collect();
        let limit = i64::try_from(limit).unwrap_or(-1);
        let sql = format!("{} ORDER BY 1 DESC, 2 LIMIT {limit}", each.join(" UNION ALL "));
        let mut stmt = self.0.prepare_cached(&sql)?;
        let patterns = words.iter().map(|word| format!("%{word}%"));
        let rows = stmt.query_map(params_from_iter(patterns), |row| row.get(1))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Copies all rows of a year, and their references, into the next.
    pub fn copy_year(&mut self, year: i32) -> Outcome<usize> {
        let mut sql = Vec::new();
        for (table, _) in TABLES {
            sql.push(self.copy_rows(table, year)?);
        }
        let tx = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut rows = 0;
        for sql in sql {
            rows += tx.execute(&sql, ())?;
        }
        tx.execute(
            &format!(
                "INSERT INTO link SELECT source + {SHIFT}, list, place, target FROM link
                 WHERE source IN (SELECT id FROM achievement WHERE year = {year}
                     UNION SELECT id FROM plan WHERE year = {year}
                     UNION SELECT id FROM indicator WHERE year = {year})"
            ),
            (),
        )?;
        tx.commit()?;
        Ok(rows)
    }

    fn copy_rows(&self, table: &str, year: i32) -> Outcome<String> {
        let mut stmt = self.0.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let names = stmt.query_map([table], |row| row.get::<_, String>(0))?;
        let mut values = Vec::new();
        for name in names {
            let name = name?;
            values.push(match name.as_str() {
                "id" => format!("id + {SHIFT}"),
                "year" => format!("year + {SHIFT}"),
                "area" | "parent" => format!("\"{name}\" + {SHIFT}"),
                _ => format!("\"{name}\""),
            });
        }
        let values = values.join(", ");
        Ok(format!("INSERT INTO {table} SELECT {values} FROM {table} WHERE year = {year}"))
    }

    /// Takes the copied rows away again.
    pub fn drop_copies(&mut self) -> Outcome<()> {
        let tx = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (table, _) in TABLES {
            tx.execute(&format!("DELETE FROM {table} WHERE id > {SHIFT}"), ())?;
        }
        tx.execute(&format!("DELETE FROM link WHERE source > {SHIFT}"), ())?;
        Ok(tx.commit()?)
    }
}
