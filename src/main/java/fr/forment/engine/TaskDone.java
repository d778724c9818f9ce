package fr.forment.engine;

import java.util.Set;

/** A person ends a task, in the same thread and transaction, before what the task decided is recorded. {@code groups}: to whom it was offered. */
public record TaskDone(Set<String> groups) {
}
