package fr.forment.plan.calculation;

import fr.forment.resource.MeetingRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people said a plan rests on, and what stands already.
 *
 * @param absences of trainers
 * @param halfDays most half-days a trainer (id) gives, school year by school year; no entry: no bound
 * @param qualified modules a person (id) may lead, and when; no entry: those of the function, always
 * @param closed school days on which the people of a school (UAI) cannot come: snow, strike, a day of its own
 * @param wishes of schools, from the survey
 * @param priorities of schools (UAI), 1 is served first; no entry: last
 * @param held sessions that stand
 * @param rooms in schools and elsewhere; of a school that names one, these are all it has
 * @param towns where none of the plan's schools is
 * @param beyondHours what must precede the opening is seated even beyond the hours people have left; else nobody is
 */
public record Conditions(
        List<Absence> absences,
        Map<Long, List<Bound>> halfDays,
        Map<Long, Set<Certified>> qualified,
        Map<String, Set<LocalDate>> closed,
        List<Wish> wishes,
        Map<String, Integer> priorities,
        List<Held> held,
        List<RoomFacts> rooms,
        List<TownFacts> towns,
        boolean beyondHours) {

    /**
     * A module somebody may lead, and for which time.
     *
     * @param module its code
     * @param from first day; null: always did
     * @param until last day; null: until somebody says otherwise
     */
    public record Certified(String module, LocalDate from, LocalDate until) {

        /** On every day. */
        public static Set<Certified> always(String... modules) {
            return Stream.of(modules)
                    .map(code -> new Certified(code, null, null))
                    .collect(Collectors.toSet());
        }

        public boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * Half-days somebody gives at most in some time; no two of one person overlap.
     *
     * @param from first day; null: from the first of all
     * @param until last day; null: to the last of all
     */
    public record Bound(LocalDate from, LocalDate until, int most) {

        /** One for all the time planned. */
        public static List<Bound> of(int most) {
            return List.of(new Bound(null, null, most));
        }

        public boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /** Where a town lies in which the plan has no school: people may meet there all the same. */
    public record TownFacts(String name, double latitude, double longitude) {}

    public static final Conditions NONE =
            new Conditions(List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of());

    public Conditions(
            List<Absence> absences,
            Map<Long, List<Bound>> halfDays,
            Map<Long, Set<Certified>> qualified,
            Map<String, Set<LocalDate>> closed,
            List<Wish> wishes,
            Map<String, Integer> priorities,
            List<Held> held) {
        this(absences, halfDays, qualified, closed, wishes, priorities, held, List.of());
    }

    public Conditions(
            List<Absence> absences,
            Map<Long, List<Bound>> halfDays,
            Map<Long, Set<Certified>> qualified,
            Map<String, Set<LocalDate>> closed,
            List<Wish> wishes,
            Map<String, Integer> priorities,
            List<Held> held,
            List<RoomFacts> rooms) {
        this(absences, halfDays, qualified, closed, wishes, priorities, held, rooms, List.of());
    }

    public Conditions(
            List<Absence> absences,
            Map<Long, List<Bound>> halfDays,
            Map<Long, Set<Certified>> qualified,
            Map<String, Set<LocalDate>> closed,
            List<Wish> wishes,
            Map<String, Integer> priorities,
            List<Held> held,
            List<RoomFacts> rooms,
            List<TownFacts> towns) {
        this(absences, halfDays, qualified, closed, wishes, priorities, held, rooms, towns, false);
    }

    public Conditions {
        absences = List.copyOf(absences);
        halfDays = Map.copyOf(halfDays);
        qualified = Map.copyOf(qualified);
        closed = Map.copyOf(closed);
        wishes = List.copyOf(wishes);
        priorities = Map.copyOf(priorities);
        held = List.copyOf(held);
        rooms = List.copyOf(rooms);
        towns = List.copyOf(towns);
    }

    /** Where people said which rooms there are, a town alone is where nobody has found one. */
    public boolean namesRooms() {
        return !rooms.stream().allMatch(RoomFacts::takesNobody);
    }

    /** Nobody can meet there that day, whoever they are: a place that nobody ever listed is one that somebody knows. */
    public boolean hasLost(String place, LocalDate day) {
        return MeetingRoom.isLost(rooms, place, day);
    }

    /** People the largest room of a place takes on a day, 0 when none can be had; empty where nobody said anything. */
    public OptionalInt capacity(String place, LocalDate day) {
        return MeetingRoom.capacity(rooms, place, day);
    }

    /** The same, where other sessions stand. */
    public Conditions with(List<Held> others) {
        return new Conditions(
                absences, halfDays, qualified, closed, wishes, priorities, others, rooms, towns, beyondHours);
    }

    /** The same, where trainers give as many half-days as that. */
    public Conditions withHalfDays(Map<Long, List<Bound>> others) {
        return new Conditions(absences, others, qualified, closed, wishes, priorities, held, rooms, towns, beyondHours);
    }

    /** The same, where people may lead these modules. */
    public Conditions withQualified(Map<Long, Set<Certified>> others) {
        return new Conditions(absences, halfDays, others, closed, wishes, priorities, held, rooms, towns, beyondHours);
    }

    /** The same, where what must precede the opening is seated beyond the hours left, or not. */
    public Conditions withBeyondHours(boolean chosen) {
        return new Conditions(absences, halfDays, qualified, closed, wishes, priorities, held, rooms, towns, chosen);
    }

    /** The same, where these rooms can be had. */
    public Conditions withRooms(List<RoomFacts> others) {
        return new Conditions(
                absences, halfDays, qualified, closed, wishes, priorities, held, others, towns, beyondHours);
    }

    /** The same, where schools are closed on these days. */
    public Conditions withClosed(Map<String, Set<LocalDate>> others) {
        return new Conditions(
                absences, halfDays, qualified, others, wishes, priorities, held, rooms, towns, beyondHours);
    }
}
