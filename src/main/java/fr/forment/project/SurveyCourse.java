package fr.forment.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
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

    /**
     * The last day proposed to a school that would be asked apart, because the round is over or nearly so; empty where
     * it answers with the others, or nobody is asked.
     */
    Optional<LocalDate> ownDay(long projectId);

    /**
     * The first day on which a school may enter the project that another survey keeps from it today: by school. Those
     * that may enter at once are left out.
     */
    Map<String, LocalDate> enterFrom(long projectId, Collection<String> uais);

    /** By project; those without a survey yet are left out. */
    Map<Long, Stage> of(Collection<Long> projectIds);
}
