package fr.forment.grid;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Places that people have in sessions that are not over; answered by the room that holds them. */
public interface PlacesAhead {

    /**
     * By person, the modules (code) they will so have followed, and the day the session ends: of a place alone, not of
     * waiting for one. Those without any are left out.
     *
     * @param projectId whose own sessions are left out, for it counts upon them itself; null: none
     * @param on day on which it must count still, as a training does
     */
    Map<Long, Map<String, LocalDate>> of(Collection<Long> agentIds, Long projectId, LocalDate on);
}
