package fr.forment.campaign;

import java.util.Collection;

/**
 * The tasks of these surveys are about to go, and what was typed there with them; said in the same transaction. Some of
 * them may have gone already.
 */
public record SurveysEnding(String processId, Collection<Long> surveyIds) {}
