package fr.forment.session.closing;

import java.time.LocalDate;

/**
 * What a person added to the figures of a session.
 *
 * @param decision null where none was needed, with {@code owner}
 * @param signedBy signature of who signed
 */
public record SignedBilan(
        long sessionId, String causes, String decision, DecisionOwner owner, LocalDate signedOn, String signedBy) {}
