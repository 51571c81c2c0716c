-- What the head pressed to a result, a line each.
ALTER TABLE duty ADD COLUMN supervised TEXT NOT NULL DEFAULT '';
