package fr.forment.session.told;

/** Enrolments are open for the date a session has now: for the first time, or after it got another one. */
public record SessionAnnounced(long sessionId) {}
