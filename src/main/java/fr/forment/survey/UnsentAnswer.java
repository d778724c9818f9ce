package fr.forment.survey;

import java.time.OffsetDateTime;

/**
 * What was typed and does not count.
 *
 * @param sent it came too late; false for a draft that was never sent
 */
public record UnsentAnswer(long surveyId, OffsetDateTime at, String by, boolean sent, Answers answers) {}
