package fr.forment.session.closing;

/**
 * The day has come to remind those who were there and have not said what the session was worth: hot, or cold after some
 * weeks of use.
 */
public record EvaluationSilent(long sessionId, boolean cold) {}
