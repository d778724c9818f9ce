package fr.forment.project.blocked;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What sessions are to come for people and vagues, told by the feature that holds them. */
public interface ComingTrainings {

    /**
     * A place somebody has in a session.
     *
     * @param isHeld the session is over, who was there is not written down yet
     */
    record Seat(long agentId, String moduleCode, LocalDate day, boolean isHeld) {}

    /**
     * A session of a vague that is not closed.
     *
     * @param isHeld it is over, who was there is not written down yet
     * @param isUndated it has no date on which people can be convoked in time
     * @param bySupplier the supplier of the ENT trains
     * @param isRoomless only the town is known
     */
    record Open(
            long id,
            String moduleTitle,
            LocalDate day,
            boolean isHeld,
            boolean isUndated,
            boolean bySupplier,
            boolean isRoomless) {}

    /** Of these people, in sessions that are not closed; soonest first. */
    List<Seat> seats(Collection<Long> agentIds);

    /** Soonest first. */
    List<Open> open(long vagueId);

    /** Those that train the trainers, before any vague; soonest first. */
    List<Open> ofTrainers(long projectId);
}
