-- A table a record kind. A record's id is unique across all of them and never used again:
-- it comes from `counter`, in the transaction that makes the record.
-- References are checked at commit, so that one edit may make, move and remove in any order.
-- Dates are YYYY-MM-DD, figures decimals as typed, choices the words of the record types.

CREATE TABLE counter (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  next_id INTEGER NOT NULL CHECK (next_id > 0)
) STRICT;
INSERT INTO counter (one, next_id) VALUES (1, 1);

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  one INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (one = 1),
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  kind TEXT NOT NULL,
  addressee TEXT NOT NULL
) STRICT;

CREATE TABLE year (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  template TEXT NOT NULL,
  title TEXT NOT NULL,
  cutoff TEXT,
  addressee TEXT NOT NULL,
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  dated TEXT,
  sections TEXT NOT NULL CHECK (json_valid(sections))
) STRICT;

CREATE TABLE area (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  "key" TEXT NOT NULL,
  title TEXT NOT NULL,
  "order" INTEGER NOT NULL,
  UNIQUE (year, id)
) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  slot TEXT NOT NULL,
  area INTEGER,
  body TEXT NOT NULL,
  run_on INTEGER NOT NULL CHECK (run_on IN (0, 1)),
  "order" INTEGER NOT NULL,
  FOREIGN KEY (year, area) REFERENCES area (year, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX passage_place ON passage (year, area, slot, "order");

CREATE TABLE achievement (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  area INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  date TEXT,
  office TEXT NOT NULL,
  "order" INTEGER NOT NULL,
  FOREIGN KEY (year, area) REFERENCES area (year, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX achievement_place ON achievement (year, area, "order");

CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  cause TEXT NOT NULL,
  "order" INTEGER NOT NULL
) STRICT;
CREATE INDEX problem_place ON problem (year, "order");

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  office TEXT NOT NULL,
  due TEXT,
  "order" INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_place ON plan (year, "order");

CREATE TABLE duty (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  post TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  "order" INTEGER NOT NULL
) STRICT;
CREATE INDEX duty_place ON duty (year, "order");

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  "key" TEXT NOT NULL,
  label TEXT NOT NULL,
  value TEXT,
  unit TEXT NOT NULL,
  "precision" TEXT NOT NULL,
  scope TEXT NOT NULL,
  source TEXT NOT NULL,
  cutoff TEXT,
  "order" INTEGER NOT NULL,
  UNIQUE (year, "key")
) STRICT;

-- The journal. A step is done, undone (redo brings it back), or dropped (undone, and another
-- edit came after): dropped steps stay for the history to show. The first is the origin: what the
-- file was made with, which nothing takes back.
CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- Milliseconds since 1970 UTC: of its first edit, of its last, of the last undo or redo of it.
  began INTEGER NOT NULL,
  at INTEGER NOT NULL,
  turned INTEGER,
  -- Edits that name the same key may join this step; null: it is closed.
  merge TEXT,
  state TEXT NOT NULL CHECK (state IN ('origin', 'done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX step_undone ON step (id) WHERE state = 'undone';

-- Every record a step touched, as JSON, before (null: it was made) and after (null: removed).
CREATE TABLE image (
  step INTEGER NOT NULL REFERENCES step (id),
  record INTEGER NOT NULL,
  kind TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT,
  PRIMARY KEY (step, record),
  CHECK ("before" IS NOT "after")
) STRICT, WITHOUT ROWID;
