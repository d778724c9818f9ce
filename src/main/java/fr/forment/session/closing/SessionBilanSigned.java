package fr.forment.session.closing;

/** The bilan of a session is signed: its figures are kept as they are. */
public record SessionBilanSigned(long sessionId) {}
