package fr.forment.session;

/** A session will not take place, or nobody came: those concerned are still to be trained. */
public record SessionCancelled(long sessionId) {}
