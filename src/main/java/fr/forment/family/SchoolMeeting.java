package fr.forment.family;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A meeting of a school with parents.
 *
 * @param version rises with each change
 * @param startsAt null where no hour was given
 * @param headCount how many parents came; null until it is said
 */
public record SchoolMeeting(
        long id, int version, String schoolUai, LocalDate heldOn, LocalTime startsAt, String place, Integer headCount) {

    /** It is over and nobody has said yet how many came. */
    public boolean awaitsCount(LocalDate today) {
        return headCount == null && !heldOn.isAfter(today);
    }
}
