/** Tables in and out: CSV and workbooks, encodings, what a file turns out to be, downloads. */
package fr.forment.files;
