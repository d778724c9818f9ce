package fr.forment.engine;

import java.util.Set;

/**
 * A task ends, in the same thread and transaction, before what it decided is recorded. Who hears it may refuse.
 *
 * @param groups to whom it was offered
 * @param byPerson somebody ends it from Tasklist; false when the house does
 */
public record TaskDone(Set<String> groups, boolean byPerson) {
}
