/**
 * Reads the staff files people really have: pure reading, no database, nothing that grows with the file. A {@code StaffTable} hands out
 * cells without the private columns, a {@code ColumnMapping} says which column is which field, a {@code LineReader} makes a
 * {@code StaffLine} of a row or says what is wrong with it.
 */
package fr.forment.staff.file;
