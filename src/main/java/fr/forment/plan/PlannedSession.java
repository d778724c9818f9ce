package fr.forment.plan;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One session of one version of a plan.
 *
 * @param line number of the session, kept from version to version and in amendments
 * @param vagueRank null in the phase FORMATEURS
 * @param place UAI of a school, or the name of a town
 * @param trainerAgentId null while nobody of that kind is known (a supplier's trainer often is not)
 * @param seats people expected per school (UAI); empty: people of the circonscription with those profiles
 */
public record PlannedSession(
        long id,
        long planId,
        int line,
        Phase phase,
        Integer vagueRank,
        String moduleCode,
        LocalDate day,
        LocalTime start,
        int minutes,
        String place,
        Format format,
        int capacity,
        TrainerKind trainerKind,
        Long trainerAgentId,
        Set<Profile> profiles,
        Map<String, Integer> seats,
        int expected) {

    /** Fewer people do not make a session by themselves: it is told, and asked about again before it is held. */
    public static final int FEWEST = 3;

    /** As a computation found it. */
    static PlannedSession of(int line, Draft draft) {
        var module = draft.module();
        return new PlannedSession(
                0,
                0,
                line,
                draft.vagueRank() == null ? Phase.FORMATEURS : Phase.VAGUE,
                draft.vagueRank(),
                module.code(),
                draft.day(),
                draft.start(),
                module.minutes(),
                draft.place(),
                module.format(),
                draft.capacity(),
                module.trainerKind(),
                draft.trainerId(),
                draft.profiles(),
                draft.seats(),
                draft.expected());
    }

    /** As a computation knows it; empty where its module may no longer be planned. */
    public Optional<Draft> draft(PlanFacts facts) {
        return facts.module(moduleCode)
                .map(module -> new Draft(
                        vagueRank,
                        module.lasting(minutes).heldAs(format),
                        day,
                        start,
                        place,
                        capacity,
                        trainerAgentId,
                        profiles,
                        seats,
                        expected,
                        line));
    }

    /** It does not last as long as the catalogue says, or is held in another format: a person decided so. */
    boolean differsFromCatalogue(PlanFacts facts) {
        return facts.module(moduleCode)
                .filter(module -> module.minutes() != minutes || module.format() != format)
                .isPresent();
    }

    public Set<String> schoolUais() {
        return seats.keySet();
    }

    public LocalDateTime startsAt() {
        return day.atTime(start);
    }

    /** After the break at noon, where there is one. */
    public LocalTime end() {
        return MiddayBreak.end(start, minutes);
    }

    public boolean pauses() {
        return MiddayBreak.of(start, minutes) > 0;
    }

    /** A meeting with parents: an invitation, nobody's hours. */
    public boolean isForParents() {
        return profiles.equals(Set.of(Profile.PARENT));
    }

    /** The same session under another number, not yet a row of any version. */
    public PlannedSession numbered(int otherLine) {
        return with(otherLine, seats, expected);
    }

    /** The same session for other people, not yet a row of any version. */
    public PlannedSession seating(Map<String, Integer> people, int all) {
        return with(line, people, all);
    }

    /** The same session for another public, not yet a row of any version. */
    PlannedSession inviting(Set<Profile> publics, Map<String, Integer> people, int all, int places) {
        return with(line, publics, people, all, places);
    }

    private PlannedSession with(int number, Map<String, Integer> people, int all) {
        return with(number, profiles, people, all, capacity);
    }

    private PlannedSession with(int number, Set<Profile> publics, Map<String, Integer> people, int all, int places) {
        return new PlannedSession(
                0,
                0,
                number,
                phase,
                vagueRank,
                moduleCode,
                day,
                start,
                minutes,
                place,
                format,
                places,
                trainerKind,
                trainerAgentId,
                publics,
                people,
                all);
    }

    /** A half-day of it. @param time minutes */
    PlannedSession lasting(int time) {
        return new PlannedSession(
                id,
                planId,
                line,
                phase,
                vagueRank,
                moduleCode,
                day,
                start,
                time,
                place,
                format,
                capacity,
                trainerKind,
                trainerAgentId,
                profiles,
                seats,
                expected);
    }

    /** Whatever its number and row. */
    public boolean isSameAs(PlannedSession other) {
        return numbered(0).equals(other.numbered(0));
    }

    boolean overlaps(PlannedSession other) {
        return day.equals(other.day) && start.isBefore(other.end()) && other.start.isBefore(end());
    }
}
