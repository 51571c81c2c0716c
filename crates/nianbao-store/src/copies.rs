//! Files that evidence keeps inside the 库, by the hash of their bytes. Undo of the evidence leaves
//! them where they are, so that redo finds them; the journal holds the hash alone.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use sha2::{Digest, Sha256};

use crate::{Refused, Store, StoreError};

/// In bytes: 64 MiB.
pub const LARGEST_COPY: usize = 64 << 20;

/// Bytes in a row: reading or writing takes little memory beside the file's own.
const PART: usize = 1 << 20;

/// What evidence says of a file: SHA-256 of its bytes, in lower-case hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Store {
    /// Keeps the bytes of a file and returns their [`hash`]. Bytes that are there already are not
    /// kept twice. Writes no step: the evidence that names the hash is an edit of its own.
    ///
    /// # Errors
    /// [`Refused::CopyTooLarge`] above [`LARGEST_COPY`], and what the disk says.
    pub fn keep_copy(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        if bytes.len() > LARGEST_COPY {
            return Err(Refused::CopyTooLarge.into());
        }
        self.writable()?;
        let hash = hash(bytes);
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if find(&tx, &hash)?.is_some() {
            return Ok(hash);
        }
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        tx.prepare_cached("INSERT INTO copy (hash, size) VALUES (?1, ?2)")?
            .execute((&hash, size))?;
        let copy = tx.last_insert_rowid();
        for (part, bytes) in (0_i64..).zip(bytes.chunks(PART)) {
            tx.prepare_cached("INSERT INTO copy_part (copy, part, bytes) VALUES (?1, ?2, ?3)")?
                .execute((copy, part, bytes))?;
        }
        tx.commit()?;
        Ok(hash)
    }

    /// The bytes that have this hash, compared with it.
    ///
    /// # Errors
    /// [`Refused::NoCopy`]; [`Refused::CopyDamaged`] where they are no longer those that were kept;
    /// what the disk says.
    pub fn copy(&self, hash: &str) -> Result<Vec<u8>, StoreError> {
        bytes(&self.conn, hash)
    }

    /// Whether bytes of this hash are kept. Does not read them.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn has_copy(&self, hash: &str) -> Result<bool, StoreError> {
        Ok(find(&self.conn, hash)?.is_some())
    }
}

fn bytes(conn: &Connection, hash: &str) -> Result<Vec<u8>, StoreError> {
    let copy = find(conn, hash)?.ok_or(Refused::NoCopy)?;
    let sql = "SELECT bytes FROM copy_part WHERE copy = ?1 ORDER BY part";
    let mut stmt = conn.prepare_cached(sql)?;
    let mut rows = stmt.query([copy])?;
    let mut bytes = Vec::new();
    while let Some(row) = rows.next()? {
        let part = row.get_ref(0)?.as_blob();
        bytes.extend_from_slice(part.map_err(|_| Refused::CopyDamaged)?);
    }
    if self::hash(&bytes) == hash { Ok(bytes) } else { Err(Refused::CopyDamaged.into()) }
}

/// Hashes of those whose bytes are no longer what was kept.
pub(crate) fn damaged(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut stmt = conn.prepare("SELECT hash FROM copy")?;
    let hashes: Vec<String> = stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(hashes.into_iter().filter(|hash| bytes(conn, hash).is_err()).collect())
}

fn find(conn: &Connection, hash: &str) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT id FROM copy WHERE hash = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([hash], |row| row.get(0)).optional()?)
}
