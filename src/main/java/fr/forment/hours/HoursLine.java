package fr.forment.hours;

import java.time.LocalDate;

/**
 * One line of a person's account as it is read: what, when, and what it makes in all.
 *
 * @param id of the entry
 * @param version of an hour outside, told back when it is corrected
 * @param day null when nobody knows any more
 * @param path of the page that says more, or null
 * @param remark null when the state says enough
 * @param enteredBy who typed an hour outside, as called today; null for the others
 * @param runningTotal minutes taken up to this line, this one included
 */
public record HoursLine(
        long id,
        int version,
        LocalDate day,
        String label,
        String path,
        String remark,
        HoursState state,
        int minutes,
        String enteredBy,
        int runningTotal) {

    public boolean isOutside() {
        return state == HoursState.OUTSIDE;
    }

    public boolean counts() {
        return state != HoursState.EXCUSED;
    }
}
