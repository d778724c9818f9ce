package fr.forment.resource;

import fr.forment.french.French;
import java.time.LocalDate;

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
        Double longitude)
        implements MeetingRoom {

    /** What a session held there names: the school, or the room and its commune. */
    @Override
    public String place() {
        return schoolUai == null ? name + ", " + commune : schoolUai;
    }

    @Override
    public boolean isOpenOn(LocalDate day) {
        return (fromDay == null || !day.isBefore(fromDay)) && (untilDay == null || !day.isAfter(untilDay));
    }

    Room until(LocalDate last) {
        return new Room(
                id,
                version,
                circonscriptionUai,
                name,
                schoolUai,
                commune,
                capacity,
                equipment,
                fromDay,
                last,
                latitude,
                longitude);
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
