package fr.forment.session.halfday;

/**
 * A session has other dates, another place or other hands than before. Published within the transaction of the change.
 */
public record SessionShifted(long sessionId) {}
