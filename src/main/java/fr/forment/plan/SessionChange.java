package fr.forment.plan;

import fr.forment.french.Names;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a person may change in a session of a version that is not yet decided on.
 *
 * @param place UAI of a school, or a town
 * @param trainerAgentId null: nobody yet
 * @param minutes how long it lasts; null: as long as before, of a new session as the catalogue says
 */
public record SessionChange(
        LocalDate day, LocalTime start, String place, Long trainerAgentId, int capacity, Integer minutes) {

    public SessionChange(LocalDate day, LocalTime start, String place, Long trainerAgentId, int capacity) {
        this(day, start, place, trainerAgentId, capacity, null);
    }

    public SessionChange {
        place = Names.clean(place);
    }

    public PlannedSession on(PlannedSession s) {
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
                place,
                s.format(),
                capacity,
                s.trainerKind(),
                trainerAgentId,
                s.profiles(),
                s.seats(),
                s.expected());
    }
}
