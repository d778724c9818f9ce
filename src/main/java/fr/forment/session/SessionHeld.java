package fr.forment.session;

/** The marks of a session are recorded and somebody was there; told once. */
public record SessionHeld(long sessionId) {}
