-- Which sheets of a workbook were read, and which were not, as JSON; null for what has no sheets.
ALTER TABLE staff_import ADD COLUMN sheets TEXT;
