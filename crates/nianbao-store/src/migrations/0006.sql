-- What a person decided about 体检: beside the records and outside undo, since no report prints it.

-- A finding that stands as it is. Its identity goes by the text it stands in: where that changes,
-- the finding comes back.
CREATE TABLE accepted (
  year INTEGER NOT NULL,
  identity TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- Milliseconds since 1970 UTC.
  at INTEGER NOT NULL,
  PRIMARY KEY (year, identity)
) STRICT, WITHOUT ROWID;

-- Rules that are not run, by their codes.
CREATE TABLE rule_off (
  code TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The person's own words, phrases and names of laws.
CREATE TABLE own_word (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('words', 'phrases', 'laws')),
  wrong TEXT NOT NULL,
  meant TEXT NOT NULL,
  UNIQUE (list, wrong)
) STRICT;
