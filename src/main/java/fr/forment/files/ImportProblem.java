package fr.forment.files;

/**
 * Something about one line of a file that a person should look at.
 *
 * @param column title of the column, empty when the whole line is meant
 * @param message French: what is wrong and how to mend it
 */
public record ImportProblem(long line, String column, String value, String message) {}
