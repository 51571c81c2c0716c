-- What is kept beside the records and outside undo.

-- A year as it was, under a name. `records` is a JSON array of records: the unit, the year, all that
-- stood in it, the person's own templates.
CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- Milliseconds since 1970 UTC.
  at INTEGER NOT NULL,
  records TEXT NOT NULL
) STRICT;
CREATE INDEX snapshot_year ON snapshot (year);

-- The bytes of files that evidence names by their hash. In parts, so that no row is large.
CREATE TABLE copy (
  id INTEGER PRIMARY KEY,
  -- SHA-256, hexadecimal, lower case.
  hash TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL
) STRICT;

CREATE TABLE copy_part (
  id INTEGER PRIMARY KEY,
  copy INTEGER NOT NULL REFERENCES copy (id),
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (copy, part)
) STRICT;
