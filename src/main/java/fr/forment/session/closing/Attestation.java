package fr.forment.session.closing;

import java.time.LocalDate;

/** Numbered proof that a person followed a session for so many minutes. */
public record Attestation(
        String number, long enrolmentId, long agentId, long sessionId, int minutes, LocalDate issuedOn) {}
