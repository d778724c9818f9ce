package fr.forment.project.opening;

import java.time.LocalDate;

/**
 * What is decided where the date of a catch-up has passed.
 *
 * @param choice null when the person chose nothing
 * @param catchUpOn the new date; null unless there is one
 * @param charterSignedOn when it has been signed meanwhile; null leaves it as it is
 * @param resourcePersonId when somebody is named meanwhile; null leaves it as it is
 */
public record CatchUp(
        Choice choice, String motive, LocalDate catchUpOn, LocalDate charterSignedOn, Long resourcePersonId) {

    /** The codes of the form. */
    public enum Choice {
        DONE,
        LATER
    }
}
