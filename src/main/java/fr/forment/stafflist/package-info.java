/**
 * From the lines of a staff file to people: kept, judged line by line against who is known, decided by a person where a
 * machine must not guess, written whole or not at all, undone while nothing was built on it. Reads with
 * {@code reading}, writes through {@code people}.
 */
package fr.forment.stafflist;
