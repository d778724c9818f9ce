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

    /** From the day after the one it is due, by the clock of who reads. */
    public boolean isLate(Clock clock) {
        return dueOn != null && LocalDate.ofInstant(dueOn, clock.getZone()).isBefore(LocalDate.now(clock));
    }
}
