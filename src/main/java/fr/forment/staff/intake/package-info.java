/**
 * From the lines of a staff file to people: kept, judged line by line against who is known, decided by a person where a machine must not
 * guess, written whole or not at all, undone while nothing was built on it. Reads with {@code staff.file}, writes through {@code staff}.
 */
package fr.forment.staff.intake;
