package fr.forment.people;

import java.util.List;

/**
 * People who were missing from a list and are not: a later list holds them, or the import that missed them was undone.
 */
public record PeopleSeenAgain(List<Long> agentIds) {}
