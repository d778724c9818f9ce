package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import fr.forment.resource.MeetingPlace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a group meets: a school of the group with a room that takes it, else a room elsewhere in one of its communes,
 * else the town of the largest school. Parents meet in their school whatever it takes, unless its room is lost.
 */
record Meeting(String place, int capacity) {

    static final String ONLINE = "À distance";
    /** A school that is none of the plan's any more is no place to meet. */
    private static final String UAI = "[0-9]{7}[A-Z]";

    /** Where the ways are shortest of what can be had. */
    static Optional<Meeting> nearest(
            ModuleFacts module, Group group, PlanFacts facts, LocalDate day, Predicate<String> free) {
        int size = Math.max(module.groupSize(), group.people());
        Map<String, SchoolFacts> schools = facts.schoolsByUai();
        return group.places().stream()
                .flatMap(place -> {
                    SchoolFacts host = schools.get(place);
                    if (host == null && facts.conditions().namesRooms()) {
                        return Stream.empty();
                    }
                    int room = host == null ? size : facts.room(host, day);
                    return room >= group.people() && (host == null || free.test(place))
                            ? Stream.of(new Meeting(place, Math.min(size, room)))
                            : Stream.empty();
                })
                .findFirst();
    }

    /** Where the session stood, while it still takes so many people. */
    static Optional<Meeting> kept(Draft was, int people, PlanFacts facts, LocalDate day, Predicate<String> free) {
        SchoolFacts host = facts.schoolsByUai().get(was.place());
        boolean closed =
                host == null && was.place().matches(UAI) || facts.conditions().hasLost(was.place(), day);
        int room = facts.conditions()
                .capacity(was.place(), day)
                .orElse(
                        host == null || was.module().isHeldBySchool() || host.room() <= 0
                                ? was.capacity()
                                : host.room());
        boolean several =
                host == null && facts.conditions().capacity(was.place(), day).isEmpty();
        return !closed && was.capacity() >= people && room >= people && (several || free.test(was.place()))
                ? Optional.of(new Meeting(was.place(), was.capacity()))
                : Optional.empty();
    }

    /** @param free whether a place (UAI of a school, name of a room) is free */
    static Meeting of(
            ModuleFacts module,
            Group group,
            List<SchoolFacts> schools,
            PlanFacts facts,
            LocalDate day,
            Predicate<String> free) {
        int size = Math.max(module.groupSize(), group.people());
        if (module.format() == Format.DISTANCE) {
            return new Meeting(ONLINE, size);
        }
        if (module.isHeldBySchool()
                && !facts.conditions().hasLost(schools.get(0).uai(), day)) {
            return new Meeting(schools.get(0).uai(), size);
        }
        return schools.stream()
                .filter(school -> facts.room(school, day) >= group.people() && free.test(school.uai()))
                .max(Comparator.comparing((SchoolFacts school) -> group.seats().get(school.uai()))
                        .thenComparing(school -> facts.room(school, day))
                        .thenComparing(SchoolFacts::uai, Comparator.reverseOrder()))
                .map(school -> new Meeting(school.uai(), Math.min(size, facts.room(school, day))))
                .or(() -> elsewhere(group, schools, facts, day, free)
                        .map(room -> new Meeting(room.place(), Math.min(size, room.capacity()))))
                .orElseGet(() -> new Meeting(
                        schools.stream()
                                .max(Comparator.comparingInt(SchoolFacts::classes)
                                        .thenComparing(SchoolFacts::uai, Comparator.reverseOrder()))
                                .orElseThrow()
                                .commune(),
                        size));
    }

    /**
     * Of those who are trained without a school: where it stood while that takes them, else the smallest room of the
     * same town, else that town, where somebody has to book one.
     */
    static Meeting ofOwnPeople(Draft was, PlanFacts facts, LocalDate day, Predicate<String> free) {
        String town = town(was.place(), facts);
        return kept(was, was.expected(), facts, day, free)
                .or(() -> facts.conditions().rooms().stream()
                        .filter(room -> room.commune().equals(town))
                        .filter(room -> !room.takesNobody()
                                && room.isOpenOn(day)
                                && room.capacity() >= was.expected()
                                && free.test(room.place()))
                        .min(Comparator.comparingInt(RoomFacts::capacity).thenComparing(RoomFacts::place))
                        .map(room -> new Meeting(room.place(), Math.min(was.capacity(), room.capacity()))))
                .orElseGet(() -> new Meeting(town, was.capacity()));
    }

    /** Rooms, those of the town before others: the town itself is what is left where none can be had. */
    static Stream<String> placesOfOwnPeople(Draft was, PlanFacts facts) {
        String town = town(was.place(), facts);
        return facts.conditions().rooms().stream()
                .sorted(Comparator.comparing((RoomFacts room) -> !room.commune().equals(town)))
                .map(RoomFacts::place)
                .distinct();
    }

    private static String town(String place, PlanFacts facts) {
        return Optional.ofNullable(facts.schoolsByUai().get(place))
                .map(SchoolFacts::commune)
                .or(() -> facts.conditions().rooms().stream()
                        .filter(room -> room.place().equals(place))
                        .map(RoomFacts::commune)
                        .findFirst())
                .orElseGet(() -> place.matches(UAI) ? facts.town() : MeetingPlace.commune(place));
    }

    /** The smallest that takes them, so that the larger ones stay free. */
    private static Optional<RoomFacts> elsewhere(
            Group group, List<SchoolFacts> schools, PlanFacts facts, LocalDate day, Predicate<String> free) {
        return facts.roomsElsewhere().stream()
                .filter(room ->
                        schools.stream().anyMatch(school -> school.commune().equals(room.commune())))
                .filter(room -> room.isOpenOn(day) && room.capacity() >= group.people() && free.test(room.place()))
                .min(Comparator.comparingInt(RoomFacts::capacity).thenComparing(RoomFacts::place));
    }
}
