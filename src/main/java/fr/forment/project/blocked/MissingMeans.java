package fr.forment.project.blocked;

import java.time.LocalDate;
import java.util.List;

/** What the sessions of a vague still lack besides people, a room and a date, told by the feature that books it. */
public interface MissingMeans {

    /** One session that is soon. @param what in French, with the session's title and day @param due by when */
    record Missing(String what, Holder holder, LocalDate due) {}

    /** By date; sessions that are far off are left out. */
    List<Missing> of(long vagueId);
}
