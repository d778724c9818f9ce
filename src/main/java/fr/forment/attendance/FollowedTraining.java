package fr.forment.attendance;

import fr.forment.session.EnrolmentState;
import java.time.LocalDate;

/**
 * One training a person was marked for.
 *
 * @param minutes attended
 * @param attestation its number, or null while there is none
 */
public record FollowedTraining(
        long sessionId, String title, LocalDate day, EnrolmentState state, int minutes, String attestation) {}
