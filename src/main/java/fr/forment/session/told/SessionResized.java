package fr.forment.session.told;

/** A session has more or fewer places than it had. */
public record SessionResized(long sessionId) {}
