package fr.forment.project.opening;

import java.time.LocalDate;

/**
 * What is decided for a school that the gate keeps closed.
 *
 * @param choice null when the person chose nothing
 * @param catchUpOn by when a waived school catches up; null otherwise
 * @param charterSignedOn when it has been signed meanwhile; null leaves it as it is
 * @param resourcePersonId when somebody is named meanwhile; null leaves it as it is
 */
public record Settlement(
        Choice choice, String motive, LocalDate catchUpOn, LocalDate charterSignedOn, Long resourcePersonId) {

    /** The codes of the form. */
    public enum Choice {
        RECHECK,
        POSTPONE,
        WAIVE
    }
}
