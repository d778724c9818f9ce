-- What was taken out of a file's cells because of what it looked like, column by column, as JSON: telephone numbers under "Divers".
ALTER TABLE staff_import ADD COLUMN emptied TEXT;
