/** What the columns and lines of a staff file say, and what of them is private and never handed out. */
package fr.forment.stafflist.reading;
