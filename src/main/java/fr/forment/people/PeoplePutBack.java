package fr.forment.people;

import java.util.List;

/**
 * An import that had moved or changed these people was undone: they are as before, and what began with that change is
 * to be dropped.
 */
public record PeoplePutBack(List<Long> agentIds) {}
