package fr.forment.project;

import java.time.LocalDate;
import java.util.Optional;

/** What the feature that asks the schools has to say about the dates of a survey, before a project is framed. */
public interface SurveyRule {

    /** A French sentence that says why these dates do not fit, and which would; empty when they do. */
    Optional<String> objection(long projectId, LocalDate opensOn, LocalDate deadline);
}
