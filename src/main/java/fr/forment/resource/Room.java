package fr.forment.resource;

import fr.forment.french.French;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where a session can be held.
 *
 * @param schoolUai the school it stands in; null elsewhere
 * @param capacity people it takes
 * @param equipment "12 ordinateurs, vidéoprojecteur"; null when nothing was said
 * @param fromDay first day it can be had, {@code untilDay} the last; null: no bound
 * @param latitude null when nobody said, as longitude
 */
public record Room(
        long id,
        int version,
        String circonscriptionUai,
        String name,
        String schoolUai,
        String commune,
        int capacity,
        String equipment,
        LocalDate fromDay,
        LocalDate untilDay,
        Double latitude,
        Double longitude) {

    /** What a session held there names: the school, or the room and its commune. */
    public String place() {
        return schoolUai == null ? name + ", " + commune : schoolUai;
    }

    /**
     * People the largest room of a place takes on a day, 0 when none can be had then; empty where nobody listed one.
     *
     * @param rooms of the circonscription
     */
    public static OptionalInt capacity(Collection<Room> rooms, String place, LocalDate day) {
        List<Room> there =
                rooms.stream().filter(room -> room.place().equals(place)).toList();
        return there.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(there.stream()
                        .filter(room -> room.isOpenOn(day))
                        .mapToInt(Room::capacity)
                        .max()
                        .orElse(0));
    }

    public boolean isOpenOn(LocalDate day) {
        return (fromDay == null || !day.isBefore(fromDay)) && (untilDay == null || !day.isAfter(untilDay));
    }

    /** "sans limite", "à partir du 04/01/2027", "jusqu'au 26/02/2027". */
    public String period() {
        if (fromDay == null) {
            return untilDay == null ? "sans limite" : "jusqu'au " + French.numeric(untilDay);
        }
        return new DaySpan(fromDay, untilDay).words();
    }

    /** Among others: « Médiathèque, Redon (20 places) ». */
    public String label() {
        return name + ", " + commune + " (" + French.count(capacity, "place") + ")";
    }

    public String words() {
        return name + ", " + commune + ", " + French.count(capacity, "place")
                + (equipment == null ? "" : ", " + equipment) + ", " + period();
    }
}
