package fr.forment.plan.calculation;

import java.time.LocalDate;

/**
 * A room that people said sessions can be held in.
 *
 * @param place what a session in it names: the UAI of the school it stands in, or the name of the room
 * @param commune where it stands
 * @param latitude null when nobody knows, as longitude
 * @param capacity people it takes; 0: it was taken off the list
 * @param from first day it can be had; null: as long as anybody remembers
 * @param until last day it can be had; null: no end is known
 */
public record RoomFacts(
        String place,
        String commune,
        Double latitude,
        Double longitude,
        int capacity,
        LocalDate from,
        LocalDate until) {

    /** Taken off the list: it takes nobody any more. */
    public boolean takesNobody() {
        return capacity == 0;
    }

    public boolean isOpenOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
