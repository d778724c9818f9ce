package fr.forment.resource;

import fr.forment.french.French;
import java.time.LocalDate;

/**
 * A place where nobody can meet any more, and no room is listed: it was said to be lost, taken off the list or called
 * otherwise.
 *
 * @param place as sessions name it: the UAI of a school, or a room and its commune
 * @param lostFrom first day on which nobody can meet there
 */
public record LostPlace(String place, String commune, LocalDate lostFrom) implements MeetingRoom {

    /** "04/01/2027". */
    public String since() {
        return French.numeric(lostFrom);
    }

    @Override
    public int capacity() {
        return 0;
    }

    @Override
    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(lostFrom);
    }
}
