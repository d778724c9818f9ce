package fr.forment.session.closing;

import java.time.LocalDate;

/**
 * Numbered proof that a person followed a session for so many minutes.
 *
 * @param number cannot be guessed: whoever has it may ask whether it is genuine
 * @param revokedOn null while it stands; once the marks were corrected another one took its place
 */
public record Attestation(
        String number,
        long enrolmentId,
        long agentId,
        long sessionId,
        int minutes,
        LocalDate issuedOn,
        LocalDate revokedOn) {

    public boolean stands() {
        return revokedOn == null;
    }
}
