package fr.forment.arrival;

import java.util.Collection;
import java.util.Optional;

/** What departures tell their process. */
public interface DepartureProcess {

    void startAll(Collection<Long> departureIds);

    /** The first day away became known, or is another one: the case waits for that day and asks no more. */
    void dated(long departureId);

    /** Nothing more is to be done, for this French reason. */
    void end(long departureId, String reason);

    /** Relative address of the open question; empty when there is none. */
    Optional<String> taskLink(long departureId);
}
