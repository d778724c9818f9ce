package fr.forment.project;

import java.util.Optional;

/**
 * Where the survey of a project stands, told by the feature that asks the schools: it knows the dates that hold now.
 */
public interface SurveyCourse {

    /**
     * @param sentence where the survey stands, in French
     * @param awaited whom it waits for, in French
     */
    record Stage(String sentence, String awaited) {}

    /** Empty while there is no survey. */
    Optional<Stage> of(long projectId);
}
