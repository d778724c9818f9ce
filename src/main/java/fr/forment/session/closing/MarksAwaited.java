package fr.forment.session.closing;

/** The session is over: who was there is to be said. */
public record MarksAwaited(long sessionId) {}
