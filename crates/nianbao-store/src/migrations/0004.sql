-- How a template of the person's own numbers, as the shipped ones say it; NULL: a mixture.
ALTER TABLE template ADD COLUMN dialect TEXT;
