/** The pages on people: lists, one person, the import of a list, accesses. */
package fr.forment.staff.web;
