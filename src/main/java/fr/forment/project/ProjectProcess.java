package fr.forment.project;

import java.util.Collection;

/** What the project tells its processes. Where a boolean is answered, false means that nobody waits for the news. */
public interface ProjectProcess {

    void begin(long projectId);

    boolean needsGathered(long projectId);

    boolean planApproved(long projectId);

    boolean planRejected(long projectId);

    boolean trainersTrained(long projectId);

    boolean vagueClosed(long projectId);

    void end(long projectId, String reason);

    void beginVague(long vagueId);

    boolean vagueTrained(long vagueId);

    boolean schoolsSettled(long vagueId);

    void endVague(long vagueId, String reason);

    void beginOpenings(Collection<Long> placeIds);

    boolean schoolTrained(long placeId);

    /** The gate may answer otherwise now. */
    boolean gateChanged(long placeId);

    void endOpening(long placeId, String reason);
}
