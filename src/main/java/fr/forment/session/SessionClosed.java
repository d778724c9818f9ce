package fr.forment.session;

/** A session that took place is closed: attestations issued, trainings and hours recorded. */
public record SessionClosed(long sessionId) {}
