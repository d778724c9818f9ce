package fr.forment.people;

import java.util.List;

/**
 * These people were brought by an import that is being undone: they are about to be erased, and what was prepared for
 * them goes first.
 */
public record PeopleWithdrawn(List<Long> agentIds) {}
