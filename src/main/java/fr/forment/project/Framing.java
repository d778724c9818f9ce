package fr.forment.project;

import java.time.LocalDate;

/**
 * What the IEN settles before anything is asked of the schools.
 *
 * @param responseThreshold percent of the schools that must answer the survey
 * @param teacherThreshold percent of a school's teachers trained before it opens
 * @param trainingEnvironment whether a practice environment of the ENT is available
 */
public record Framing(
        LocalDate surveyOpensOn,
        LocalDate surveyDeadline,
        Integer responseThreshold,
        Integer teacherThreshold,
        boolean conventionSigned,
        boolean trainingEnvironment) {}
