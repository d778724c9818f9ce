package fr.forment.means;

/**
 * Something the plan cannot do with what it has.
 *
 * @param what in French, without the name of a person
 * @param why as the plan itself says it; empty where {@code what} says it
 * @param frees the least that would free it, counted
 */
public record Shortage(String what, String why, String frees) {}
