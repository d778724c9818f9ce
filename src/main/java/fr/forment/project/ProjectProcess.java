package fr.forment.project;

import fr.forment.engine.Processes;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the project tells its processes. Where a boolean is answered, false means that nobody waits for the news. */
@Component
@RequiredArgsConstructor
public class ProjectProcess {

    private static final String PROJECT = "entProject";
    private static final String VAGUE = "vague";
    private static final String OPENING = "schoolOpening";
    private static final String CATCH_UP = "catchUp";

    private final Processes processes;

    public void begin(long projectId) {
        processes.start(PROJECT, projectId);
    }

    public boolean needsGathered(long projectId) {
        return processes.tell("entProject.needsGathered", PROJECT, projectId);
    }

    public boolean planApproved(long projectId) {
        return processes.tell("entProject.planApproved", PROJECT, projectId);
    }

    public boolean planRejected(long projectId) {
        return processes.tell("entProject.planRejected", PROJECT, projectId);
    }

    public boolean trainersTrained(long projectId) {
        return processes.tell("entProject.trainersTrained", PROJECT, projectId);
    }

    public boolean projectReplanned(long projectId) {
        return processes.tell("entProject.replanned", PROJECT, projectId);
    }

    public boolean vagueClosed(long projectId) {
        return processes.tell("entProject.vagueClosed", PROJECT, projectId);
    }

    public void end(long projectId, String reason) {
        processes.end(PROJECT, projectId, reason);
    }

    public void beginVague(long vagueId) {
        processes.start(VAGUE, vagueId);
    }

    public boolean vagueTrained(long vagueId) {
        return processes.tell("vague.trained", VAGUE, vagueId);
    }

    public boolean schoolsSettled(long vagueId) {
        return processes.tell("vague.schoolsSettled", VAGUE, vagueId);
    }

    public boolean vagueAmended(long vagueId) {
        return processes.tell("vague.amended", VAGUE, vagueId);
    }

    public boolean vagueReplanned(long vagueId) {
        return processes.tell("vague.replanned", VAGUE, vagueId);
    }

    public void endVague(long vagueId, String reason) {
        processes.end(VAGUE, vagueId, reason);
    }

    public void beginOpenings(Collection<Long> placeIds) {
        processes.startAll(OPENING, placeIds);
    }

    public boolean schoolTrained(long placeId) {
        return processes.tell("schoolOpening.trained", OPENING, placeId);
    }

    /** Sessions are launched: a school whose day came too early for that may be judged. */
    public boolean vagueAtWork(long placeId) {
        return processes.tell("schoolOpening.vagueAtWork", OPENING, placeId);
    }

    /**
     * What the school waits for follows the new day, and a school whose day had come too early waits for the new one.
     */
    public void openingMoved(long placeId) {
        processes.timedAnew(OPENING, placeId);
        vagueAtWork(placeId);
    }

    /** The gate may answer otherwise now. */
    public boolean gateChanged(long placeId) {
        return processes.tell("schoolOpening.rechecked", OPENING, placeId);
    }

    public void endOpening(long placeId, String reason) {
        processes.end(OPENING, placeId, reason);
    }

    /** What a waiver leaves open is followed, by its newest date. */
    public void beginCatchUp(long placeId) {
        endCatchUp(placeId, "Nouvelle dérogation");
        processes.start(CATCH_UP, placeId);
    }

    public boolean caughtUp(long placeId) {
        return processes.tell("catchUp.caughtUp", CATCH_UP, placeId);
    }

    public void endCatchUp(long placeId, String reason) {
        processes.end(CATCH_UP, placeId, reason);
    }
}
