package fr.forment.survey;

import java.time.OffsetDateTime;

/**
 * What a school said, once.
 *
 * @param by login of who answered; null when it is not known
 * @param late came after the deadline
 */
public record SurveyAnswer(long surveyId, OffsetDateTime at, String by, boolean late, Answers answers) {}
