-- What was exported, for the history to show: beside the steps, so that undo and redo pass over it.
CREATE TABLE export (
  id INTEGER PRIMARY KEY,
  -- The last step there was then. No reference: a step that comes to change nothing goes.
  step INTEGER NOT NULL,
  year INTEGER NOT NULL,
  -- Milliseconds since 1970 UTC.
  at INTEGER NOT NULL,
  -- Keys of the format and the edition; no edition: empty.
  format TEXT NOT NULL,
  edition TEXT NOT NULL,
  -- Its name, without the folders above it.
  file TEXT NOT NULL,
  size INTEGER NOT NULL,
  -- SHA-256, hexadecimal, lower case.
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX export_step ON export (step);
CREATE INDEX export_year ON export (year);
