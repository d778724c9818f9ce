package fr.forment.plan.calculation;

import fr.forment.resource.MeetingRoom;
import java.time.LocalDate;

/**
 * A room that people said sessions can be held in, or a place that is lost and has no other room.
 *
 * @param place what a session in it names: the UAI of the school it stands in, or the name of the room
 * @param commune where it stands
 * @param latitude null when nobody knows, as longitude
 * @param capacity people it takes; 0: it is lost, and takes nobody
 * @param from first day it can be had, or is lost; null: as long as anybody remembers
 * @param until last day of these; null: no end is known
 */
public record RoomFacts(
        String place, String commune, Double latitude, Double longitude, int capacity, LocalDate from, LocalDate until)
        implements MeetingRoom {

    /** A place that is lost. */
    public boolean takesNobody() {
        return capacity == 0;
    }

    @Override
    public boolean isOpenOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
