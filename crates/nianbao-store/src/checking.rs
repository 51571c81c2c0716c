//! What a person decided about 体检: kept beside the records, out of reach of undo.

use jiff::Timestamp;
use nianbao_core::check::{Options, Own};
use rusqlite::{Connection, TransactionBehavior};

use crate::{Refused, Store, StoreError, journal, table};

/// A finding that stands as it is, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub identity: String,
    /// Of the rule that found it.
    pub code: String,
    pub reason: String,
    pub at: Timestamp,
}

impl Store {
    /// What was accepted in a year, the oldest first.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn accepted(&self, year: i32) -> Result<Vec<Accepted>, StoreError> {
        let sql = "SELECT identity, code, reason, at FROM accepted
                   WHERE year = ?1 ORDER BY at, identity";
        let mut stmt = self.conn.prepare_cached(sql)?;
        let rows = stmt.query_map([year], |row| {
            Ok(Accepted {
                identity: row.get(0)?,
                code: row.get(1)?,
                reason: row.get(2)?,
                at: journal::time(3, row.get(3)?)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Lets a finding stand; again, with another reason.
    ///
    /// # Errors
    /// [`Refused::NoYear`], and what the disk says.
    pub fn accept(&mut self, year: i32, accepted: &Accepted) -> Result<(), StoreError> {
        self.beside(|conn| {
            if !table::has_year(conn, year)? {
                return Err(Refused::NoYear(year).into());
            }
            let Accepted { identity, code, reason, at } = accepted;
            let sql = "INSERT OR REPLACE INTO accepted (year, identity, code, reason, at)
                       VALUES (?1, ?2, ?3, ?4, ?5)";
            conn.execute(sql, (year, identity, code, reason, at.as_millisecond()))?;
            Ok(())
        })
    }

    /// Takes it back. One that is not there is none.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn unaccept(&mut self, year: i32, identity: &str) -> Result<(), StoreError> {
        self.beside(|conn| {
            let sql = "DELETE FROM accepted WHERE year = ?1 AND identity = ?2";
            conn.execute(sql, (year, identity))?;
            Ok(())
        })
    }

    /// Rules that are off, and the person's own words, in the order they were put.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn check_options(&self) -> Result<Options, StoreError> {
        let mut stmt = self.conn.prepare_cached("SELECT code FROM rule_off")?;
        let off = stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
        let list = |name| own(&self.conn, name);
        Ok(Options { off, words: list("words")?, phrases: list("phrases")?, laws: list("laws")? })
    }

    /// Puts all of them anew. Of two lines for the same wrong words the later one stands.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn set_check_options(&mut self, options: &Options) -> Result<(), StoreError> {
        self.beside(|conn| {
            conn.execute_batch("DELETE FROM rule_off; DELETE FROM own_word;")?;
            for code in &options.off {
                conn.execute("INSERT INTO rule_off (code) VALUES (?1)", [code])?;
            }
            let lists =
                [("words", &options.words), ("phrases", &options.phrases), ("laws", &options.laws)];
            let sql = "INSERT OR REPLACE INTO own_word (list, wrong, meant) VALUES (?1, ?2, ?3)";
            let mut stmt = conn.prepare_cached(sql)?;
            for (list, words) in lists {
                for word in words {
                    stmt.execute((list, &word.wrong, &word.right))?;
                }
            }
            Ok(())
        })
    }

    /// A write that is no step of the journal: of what is kept beside the records.
    pub(crate) fn beside(
        &mut self,
        write: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.writable()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        write(&tx)?;
        Ok(tx.commit()?)
    }
}

fn own(conn: &Connection, list: &str) -> Result<Vec<Own>, StoreError> {
    let sql = "SELECT wrong, meant FROM own_word WHERE list = ?1 ORDER BY id";
    let mut stmt = conn.prepare_cached(sql)?;
    let rows = stmt.query_map([list], |row| Ok(Own { wrong: row.get(0)?, right: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
