package fr.forment.plan;

import fr.forment.catalogue.Format;
import fr.forment.french.Names;
import fr.forment.resource.MeetingPlace;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * What a person may change in a session of a version that is not yet decided on.
 *
 * @param place UAI of a school, or a town, or "À distance"
 * @param format null: the one that goes with the place
 * @param trainerAgentId null: nobody yet
 * @param minutes how long it lasts; null: as long as before, of a new session as the catalogue says
 */
public record SessionChange(
        LocalDate day,
        LocalTime start,
        String place,
        Format format,
        Long trainerAgentId,
        int capacity,
        Integer minutes) {

    public SessionChange(LocalDate day, LocalTime start, String place, Long trainerAgentId, int capacity) {
        this(day, start, place, null, trainerAgentId, capacity, null);
    }

    public SessionChange {
        place = Names.clean(place);
    }

    /**
     * Place and format say the same: what a person changed of the two takes the other along. Where both were chosen and
     * do not go together, both stay, for whoever writes it to refuse.
     */
    public PlannedSession on(PlannedSession s) {
        Format held = format == null ? s.format() : format;
        String where = place;
        boolean reformed = held != s.format();
        boolean moved = !Objects.equals(place, s.place());
        if (moved && !reformed && isRemote(place) != (held == Format.DISTANCE)) {
            held = isRemote(place) ? Format.DISTANCE : Format.PRESENTIEL;
        } else if (reformed && !moved && held == Format.DISTANCE && !isRemote(place)) {
            where = Format.DISTANCE.label();
        }
        return new PlannedSession(
                s.id(),
                s.planId(),
                s.line(),
                s.phase(),
                s.vagueRank(),
                s.moduleCode(),
                day,
                start,
                minutes == null ? s.minutes() : minutes,
                where,
                held,
                capacity,
                s.trainerKind(),
                trainerAgentId,
                s.profiles(),
                s.seats(),
                s.expected());
    }

    /** Nobody travels there. */
    static boolean isRemote(String place) {
        return Format.DISTANCE.label().equals(place) || place != null && MeetingPlace.isLink(place);
    }
}
