package fr.forment.engine;

import java.time.Instant;

/** A task waiting for somebody, as lists show it. {@code link} is relative to the application; {@code dueOn} may be null. */
public record OpenTask(String id, String name, String processId, String taskKey, String businessKey, Instant createdOn,
        Instant dueOn, String link) {
}
