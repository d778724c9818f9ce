package fr.forment.arrival;

import java.util.Collection;
import java.util.Optional;

/** What an arrival tells its process. */
public interface ArrivalProcess {

    void startAll(Collection<Long> arrivalIds);

    /** The director's declaration stands for the confirmation that was being asked. */
    void declared(long arrivalId);

    /** The path is accomplished. */
    void trained(long arrivalId);

    /** Nothing more is to be done, for this French reason. */
    void end(long arrivalId, String reason);

    /** Relative address of the open confirmation or settlement; empty when there is none. */
    Optional<String> taskLink(long arrivalId);
}
