-- What stands around a report's text, and how its pages look: 版头, 附件, 附注, 版记, 版面.
ALTER TABLE year ADD COLUMN letterhead TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(letterhead));
ALTER TABLE year ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attachments));
ALTER TABLE year ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE year ADD COLUMN imprint TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(imprint));
ALTER TABLE year ADD COLUMN looks TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(looks));
