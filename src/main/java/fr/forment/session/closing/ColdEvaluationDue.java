package fr.forment.session.closing;

/** Sixty school days have passed since a session: what remains of it may be asked. */
public record ColdEvaluationDue(long sessionId) {}
