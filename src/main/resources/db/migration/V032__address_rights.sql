-- Changing an address is giving access: what is kept so that nobody gets in by a change that was not his to make.

-- A link serves the address it was made for; null for those made before this was kept.
ALTER TABLE access_link ADD COLUMN address VARCHAR(254);

-- The address of the line is not for who brings the file to write; the rest of the line is.
ALTER TABLE staff_import_line ADD COLUMN address_refused BOOLEAN DEFAULT FALSE NOT NULL;
-- How many addresses a written list left as they were.
ALTER TABLE staff_import ADD COLUMN addresses_kept INT;
