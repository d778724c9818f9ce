package fr.forment.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A task waiting for somebody, as lists show it. {@code link} is relative to the application; {@code dueOn} may be
 * null.
 */
public record OpenTask(
        String id,
        String name,
        String processId,
        String taskKey,
        String businessKey,
        Instant createdOn,
        Instant dueOn,
        String link) {

    /** Whether it is this one of this model. */
    public boolean is(String process, String task) {
        return process.equals(processId) && task.equals(taskKey);
    }

    /** The id of what its case is about. */
    public long caseId() {
        return Long.parseLong(businessKey);
    }

    /** From the day after the one it is due, by the clock of who reads. */
    public boolean isLate(Clock clock) {
        return dueOn != null && LocalDate.ofInstant(dueOn, clock.getZone()).isBefore(LocalDate.now(clock));
    }
}
