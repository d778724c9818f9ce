package fr.forment.engine;

/**
 * A task that is open to several and that one of them has taken in charge.
 *
 * @param by his name, to show
 */
public record TakenTask(OpenTask task, String by) {}
