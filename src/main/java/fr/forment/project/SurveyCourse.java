package fr.forment.project;

import java.util.Collection;
import java.util.Map;

/**
 * Where the survey of a project stands, told by the feature that asks the schools: it knows the dates that hold now.
 */
public interface SurveyCourse {

    /**
     * @param sentence where the survey stands, in French
     * @param awaited whom it waits for, in French
     */
    record Stage(String sentence, String awaited) {}

    /** By project; those without a survey yet are left out. */
    Map<Long, Stage> of(Collection<Long> projectIds);
}
