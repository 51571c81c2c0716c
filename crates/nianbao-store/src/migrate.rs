//! The shape of the file: numbered SQL, applied in order, all that is pending in one transaction.
//!
//! A new migration is `migrations/NNNN.sql` and its line in [`MIGRATIONS`]. An applied one is never
//! edited: files in the field have its text's hash, and one whose hash differs is not migrated further.

use rusqlite::Connection;

use crate::StoreError;

/// Text of migration 1, 2, …; the file's `user_version` is how many it has.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
    include_str!("migrations/0007.sql"),
    include_str!("migrations/0008.sql"),
];

/// `application_id` of every 库: "FZNB".
pub(crate) const APPLICATION_ID: u32 = u32::from_be_bytes(*b"FZNB");

/// The newest shape this program knows.
pub(crate) fn known() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// How many migrations a file has.
pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings a file that is no newer than we to the newest shape, inside the caller's transaction.
///
/// # Errors
/// [`StoreError::Damaged`] where an applied migration is not the one we know; what the disk says.
pub(crate) fn run(conn: &Connection) -> Result<(), StoreError> {
    run_to(conn, MIGRATIONS.len())
}

/// As [`run`], to an older shape.
pub(crate) fn run_to(conn: &Connection, count: usize) -> Result<(), StoreError> {
    let applied = version(conn)? as usize;
    if applied == 0 {
        conn.execute_batch(
            "CREATE TABLE migration (number INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;",
        )?;
    } else {
        check_applied(conn)?;
    }
    for (number, text) in (1..).zip(&MIGRATIONS[..count]).skip(applied) {
        conn.execute_batch(text)?;
        let sql = "INSERT INTO migration (number, hash) VALUES (?1, ?2)";
        conn.execute(sql, (number, hash(text)))?;
    }
    Ok(conn.pragma_update(None, "user_version", u32::try_from(count).unwrap_or(u32::MAX))?)
}

/// Refuses a file whose applied migrations are not the ones this program has.
pub(crate) fn check_applied(conn: &Connection) -> Result<(), StoreError> {
    let mut stmt = conn.prepare("SELECT number, hash FROM migration ORDER BY number")?;
    let applied = stmt
        .query_map((), |row| Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    for (number, stored) in applied {
        let known =
            number.checked_sub(1).and_then(|n| MIGRATIONS.get(n as usize)).map(|text| hash(text));
        if known.as_ref() != Some(&stored) {
            return Err(StoreError::Damaged(format!("migration {number} is not the one applied")));
        }
    }
    Ok(())
}

/// FNV-1a, 64 bits, of the text without carriage returns: it must notice an edit, not an enemy, and
/// not mind how git wrote the line ends.
fn hash(text: &str) -> String {
    let fnv = text.bytes().filter(|&b| b != b'\r').fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{fnv:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_sees_every_letter_and_no_line_end() {
        assert_eq!(hash(""), "cbf29ce484222325");
        assert_eq!(hash("a"), "af63dc4c8601ec8c");
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
        assert_ne!(hash("a\nb"), hash("a b"));
    }

    #[test]
    fn an_edited_old_migration_is_refused() {
        let conn = Connection::open_in_memory().unwrap();
        run(&conn).unwrap();
        check_applied(&conn).unwrap();
        conn.execute("UPDATE migration SET hash = ?1", [hash("another text")]).unwrap();
        assert!(matches!(check_applied(&conn), Err(StoreError::Damaged(_))));
    }

    #[test]
    fn every_migration_leaves_its_number_and_its_hash() {
        let conn = Connection::open_in_memory().unwrap();
        run(&conn).unwrap();
        assert_eq!(version(&conn).unwrap(), known());
        let hashes = conn.query_row("SELECT count(*) FROM migration", (), |row| row.get(0));
        assert_eq!(hashes, Ok(known()));
    }
}
