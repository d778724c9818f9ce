package fr.forment.project.blocked;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What sessions are to come for people and vagues, told by the feature that holds them. */
public interface ComingTrainings {

    /**
     * A place somebody has in a session.
     *
     * @param isHeld the session is over, who was there is not written down yet
     * @param giver who gives it now, whatever the plan said, of several days the last; null while nobody is named
     */
    record Seat(long agentId, String moduleCode, LocalDate day, boolean isHeld, String giver) {}

    /**
     * Somebody whom a rule kept out of a module, or who waits for a place. @param reason in French, as a rule says it
     */
    record Refused(long agentId, String moduleCode, String reason) {}

    /** A half-day to come under somebody who said an absence then, or does not give that moment of the week. */
    record Missing(String person, LocalDate day, boolean absent) {}

    /**
     * A session of a vague that is not closed.
     *
     * @param isHeld it is over, who was there is not written down yet
     * @param isUndated nobody is convoked: it has no date on which that can be done in time, or lacks what it promises
     * @param day of its next half-day; of the first once all are over
     * @param hasBegun the hour of that half-day has come
     * @param bySupplier whoever gives it now is the supplier's; the supplier is asked while nobody is named
     * @param isRoomless only the town is known
     * @param isLinkless held at a distance, and nobody could join
     * @param givers names of those who give it now, whatever the plan said
     */
    record Open(
            long id,
            String moduleTitle,
            LocalDate day,
            boolean hasBegun,
            boolean isHeld,
            boolean isUndated,
            boolean bySupplier,
            boolean isRoomless,
            boolean isLinkless,
            List<String> givers,
            List<Missing> missing) {}

    /** Of these people, in sessions that are not closed; soonest first. */
    List<Seat> seats(Collection<Long> agentIds);

    /** Of these people, in modules in which they have no place, nor have followed. */
    List<Refused> refused(Collection<Long> agentIds);

    /** The next session of each module that has room: its number. Modules that have none are not there. */
    Map<String, Long> withRoom(String circonscriptionUai);

    /** Soonest first. */
    List<Open> open(long vagueId);

    /**
     * A session that now stands before one that it needs: somebody moved one of the two.
     *
     * @param id of the session to move; null while it is not open
     * @param module of the session that should come second, in quotes
     * @param day on which that one is
     * @param why in French
     */
    record OutOfOrder(Long id, String module, LocalDate day, String why) {}

    /** Sessions of a vague that should come after another, and no longer do. */
    List<OutOfOrder> outOfOrder(long projectId, int vagueRank);

    /** Those that train the trainers, before any vague; soonest first. */
    List<Open> ofTrainers(long projectId);
}
