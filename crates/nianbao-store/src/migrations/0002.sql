-- What a year's work needs beyond its report: more fields of the old kinds, four new kinds, and
-- references between records.
-- Reference lists are rows of `link`, not JSON: what refers to a record is asked whenever one is
-- removed, of all years, and must not cost a scan. Other lists are never asked for alone: JSON.

ALTER TABLE unit ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN heads TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(heads));

ALTER TABLE year ADD COLUMN dialect TEXT;
ALTER TABLE year ADD COLUMN form_about INTEGER NOT NULL DEFAULT 0 CHECK (form_about IN (0, 1));
ALTER TABLE year ADD COLUMN form_tail TEXT NOT NULL DEFAULT '';
ALTER TABLE year ADD COLUMN opening TEXT NOT NULL DEFAULT '';
ALTER TABLE year ADD COLUMN closing TEXT NOT NULL DEFAULT '';
ALTER TABLE year ADD COLUMN deadlines TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(deadlines));
ALTER TABLE year ADD COLUMN state TEXT NOT NULL DEFAULT 'drafting';
ALTER TABLE year ADD COLUMN reviewed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reviewed));

ALTER TABLE achievement ADD COLUMN until TEXT;
ALTER TABLE achievement ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE achievement ADD COLUMN sensitivity TEXT NOT NULL DEFAULT 'open';
ALTER TABLE achievement ADD COLUMN state TEXT NOT NULL DEFAULT 'adopted';

ALTER TABLE problem ADD COLUMN office TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN source TEXT NOT NULL DEFAULT 'unsaid';
ALTER TABLE problem ADD COLUMN public_body TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN outcome TEXT NOT NULL DEFAULT 'unsaid';
ALTER TABLE problem ADD COLUMN outcome_note TEXT NOT NULL DEFAULT '';

ALTER TABLE plan ADD COLUMN target TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN helpers TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN document TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN outcome TEXT NOT NULL DEFAULT 'unsaid';
ALTER TABLE plan ADD COLUMN outcome_note TEXT NOT NULL DEFAULT '';

ALTER TABLE duty ADD COLUMN prompt TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN meetings TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN instructions TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN study TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN accounts TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN court TEXT NOT NULL DEFAULT '';

ALTER TABLE figure ADD COLUMN relation TEXT CHECK (relation IS NULL OR json_valid(relation));
ALTER TABLE figure ADD COLUMN previous TEXT;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  parent INTEGER,
  standard TEXT NOT NULL,
  assessment TEXT NOT NULL,
  "order" INTEGER NOT NULL,
  UNIQUE (year, id),
  FOREIGN KEY (year, parent) REFERENCES indicator (year, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX indicator_parent ON indicator (year, parent) WHERE parent IS NOT NULL;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  document TEXT NOT NULL,
  date TEXT,
  page TEXT NOT NULL,
  path TEXT NOT NULL,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  copied INTEGER NOT NULL CHECK (copied IN (0, 1)),
  "order" INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_place ON evidence (year, "order");

CREATE TABLE opinion (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  giver TEXT NOT NULL,
  about TEXT NOT NULL,
  body TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  "order" INTEGER NOT NULL
) STRICT;
CREATE INDEX opinion_place ON opinion (year, "order");

-- The person's own; a year names one by its key.
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  "key" TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sections TEXT NOT NULL CHECK (json_valid(sections))
) STRICT;

-- One entry of a reference list. `list` says whose it is and which: `plan.answers`.
-- Only `achievement.answers` may lead into another year; `edit` sees to it.
CREATE TABLE link (
  source INTEGER NOT NULL,
  list TEXT NOT NULL,
  place INTEGER NOT NULL,
  target INTEGER NOT NULL,
  PRIMARY KEY (source, list, place),
  UNIQUE (source, list, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_target ON link (target);
