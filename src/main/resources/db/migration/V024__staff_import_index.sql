-- Looked for by value first: H2 walks an index by a list of values only along its first column.
DROP INDEX staff_import_line_by_name;
DROP INDEX staff_import_line_by_email;
CREATE INDEX staff_import_line_by_name ON staff_import_line (folded_name, import_id);
CREATE INDEX staff_import_line_by_email ON staff_import_line (email, import_id);
