package fr.forment.engine;

import java.util.Set;

/**
 * A task ends, in the same thread and transaction, before what it decided is recorded. Who hears it may refuse.
 *
 * @param groups to whom it was offered
 * @param people whom the model names today, by login: the trainer of a session, for instance
 * @param byPerson somebody ends it from Tasklist; false when the house does
 */
public record TaskDone(Set<String> groups, Set<String> people, boolean byPerson) {}
