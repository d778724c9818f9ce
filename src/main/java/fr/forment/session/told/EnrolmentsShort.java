package fr.forment.session.told;

/** A session has fewer people than it needs, and is about to be asked about: told in the transaction that asks. */
public record EnrolmentsShort(long sessionId) {}
