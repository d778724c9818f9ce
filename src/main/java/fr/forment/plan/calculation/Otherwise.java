package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All other ways to hold one session while all other sessions stay as they are, found by trying every school day; and
 * what stands in the way of each day that is none. What it says is therefore true whatever a search would find: it says
 * nothing of plans in which other sessions change.
 */
public final class Otherwise {

    /**
     * What another way to hold a session is looked for.
     *
     * @param when days and hours that will do
     * @param places that will do; none: wherever the group can meet, first where it does now
     */
    public record Aim(BiPredicate<LocalDate, LocalTime> when, List<String> places) {

        public static final Aim ANY = new Aim((day, start) -> true, List.of());

        public Aim {
            places = List.copyOf(places);
        }

        public static Aim at(BiPredicate<LocalDate, LocalTime> when) {
            return new Aim(when, List.of());
        }

        public static Aim in(List<String> places) {
            return new Aim(ANY.when, places);
        }
    }

    private final PlanFacts facts;
    private final Draft session;
    private final List<Draft> others;
    private final Map<Integer, Draft> standing = new LinkedHashMap<>();
    private final boolean nobodyLeft;
    private final Ways ways;
    private final Hours hours;
    private List<Start> everywhere;
    private Ways withoutBounds;

    private Otherwise(PlanFacts facts, Collection<Draft> sessions, int line) {
        this.facts = facts;
        Set<String> schools = facts.schoolsByUai().keySet();
        sessions.stream().map(draft -> known(schools, draft)).forEach(draft -> standing.put(draft.line(), draft));
        this.session = Optional.ofNullable(standing.get(line)).orElseThrow();
        this.nobodyLeft = session.seats().isEmpty()
                && sessions.stream()
                        .anyMatch(
                                draft -> draft.line() == line && !draft.seats().isEmpty());
        this.others =
                standing.values().stream().filter(draft -> draft.line() != line).toList();
        this.ways = booked(facts);
        this.hours = new Hours(facts, session, others, ways);
    }

    /** @param sessions of a plan, each under its number */
    public static Otherwise of(PlanFacts facts, Collection<Draft> sessions, int line) {
        return new Otherwise(facts, sessions, line);
    }

    private Ways booked(PlanFacts known) {
        var booked = new Ways(known, standing);
        others.forEach(booked::book);
        return booked;
    }

    /** Without the schools that left. */
    private static Draft known(Set<String> schools, Draft draft) {
        Map<String, Integer> seats = new LinkedHashMap<>(draft.seats());
        seats.keySet().retainAll(schools);
        return seats.size() == draft.seats().size()
                ? draft
                : draft.with(
                        draft.line(),
                        seats,
                        seats.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** All of them, the nearest day first; with the same day, hour, place and trainer: none. */
    public List<Draft> all() {
        return all(Aim.ANY);
    }

    public List<Draft> all(Aim aim) {
        return starts(aim)
                .filter(start -> start.obstacle() == null)
                .sorted(Comparator.comparing(
                                (Start start) -> Math.abs(ChronoUnit.DAYS.between(session.day(), start.day())))
                        .thenComparing(Start::day)
                        .thenComparing(Start::hour))
                .flatMap(start -> start.ways().stream())
                .filter(way -> !way.equals(session))
                .toList();
    }

    /**
     * On its day and at its hour, by somebody else or in another place: also where nobody could be convoked for another
     * moment so soon.
     */
    public List<Draft> inPlace() {
        return isMomentFree()
                ? ways.anywhere(session, session.day(), session.start())
                        .filter(way -> !way.equals(session))
                        .toList()
                : List.of();
    }

    /** What keeps it from its own day and hour where these are none of the moments tried; empty: nothing. */
    public Optional<Hindrance> obstacleInPlace() {
        boolean counted = starts(Aim.at((day, start) -> day.equals(session.day()) && start.equals(session.start())))
                .findAny()
                .isPresent();
        return counted || !isMomentFree() || !inPlace().isEmpty()
                ? Optional.empty()
                : Optional.of(nobody(new Hours.Hour(session.day(), session.start(), null)));
    }

    private boolean isMomentFree() {
        return !nobodyLeft && new AnyHour(facts, standing.values(), ways).isFreeNow(session);
    }

    /** Whether somebody else than who leads it may lead it, on some day of the plan. */
    public boolean isAnybodyElseAble() {
        return ways.able(session).stream().anyMatch(person -> !Objects.equals(person.id(), session.trainerId()));
    }

    /** How many days, hours and places each obstacle takes away, of those wanted. Empty where nothing was tried. */
    public Map<Hindrance, Integer> obstacles(Aim aim) {
        Map<Hindrance, Integer> found = new EnumMap<>(Hindrance.class);
        starts(aim)
                .filter(start -> start.obstacle() != null)
                .forEach(start -> found.merge(start.obstacle(), 1, Integer::sum));
        return found;
    }

    /** What keeps its people from an hour, whoever leads it and wherever; empty: nothing. */
    public Optional<Hindrance> obstacle(LocalDate day, LocalTime start) {
        return Optional.ofNullable(hours.obstacle(day, start));
    }

    /** Half-days its trainer gives to it. */
    public static int halfDays(Draft session) {
        return Slot.partsOfDay(session.day(), session.start(), session.end()).size();
    }

    /** The plan with the session held that way. */
    public List<Draft> with(Draft way) {
        List<Draft> changed = new ArrayList<>(others);
        changed.add(way);
        return changed;
    }

    private record Start(LocalDate day, LocalTime hour, Hindrance obstacle, List<Draft> ways) {}

    private Stream<Start> starts(Aim aim) {
        if (nobodyLeft) {
            return Stream.empty();
        }
        if (!aim.places().isEmpty()) {
            return hours.all(aim.when()).flatMap(hour -> aim.places().stream().map(place -> in(place, hour)));
        }
        if (aim.equals(Aim.ANY) && everywhere == null) {
            everywhere = meeting(aim).toList();
        }
        return everywhere == null
                ? meeting(aim)
                : everywhere.stream().filter(start -> aim.when().test(start.day(), start.hour()));
    }

    private Stream<Start> meeting(Aim aim) {
        return hours.all(aim.when()).map(hour -> start(hour, () -> ways.at(session, hour.day(), hour.start())));
    }

    private Start in(String place, Hours.Hour hour) {
        Hindrance room = ways.obstacleIn(place, session, hour.day(), hour.start());
        return room != null && hour.obstacle() == null
                ? new Start(hour.day(), hour.start(), room, List.of())
                : start(hour, () -> ways.in(place, session, hour.day(), hour.start()));
    }

    private Start start(Hours.Hour hour, Supplier<Stream<Draft>> held) {
        if (hour.obstacle() != null) {
            return new Start(hour.day(), hour.start(), hour.obstacle(), List.of());
        }
        List<Draft> found = held.get().toList();
        return new Start(hour.day(), hour.start(), found.isEmpty() ? nobody(hour) : null, found);
    }

    private Hindrance nobody(Hours.Hour hour) {
        if (ways.able(session, hour.day()).isEmpty()) {
            return Hindrance.PERSONNE_HABILITEE;
        }
        if (facts.conditions().halfDays().isEmpty()) {
            return Hindrance.FORMATEURS_PRIS;
        }
        if (withoutBounds == null) {
            withoutBounds = booked(facts.with(facts.conditions().withHalfDays(Map.of())));
        }
        return withoutBounds.at(session, hour.day(), hour.start()).findAny().isPresent()
                ? Hindrance.DEMI_JOURNEES
                : Hindrance.FORMATEURS_PRIS;
    }

    /**
     * Every hour that is counted here, and the session's own, by anybody able and in any place of its schools: nothing
     * is said to be beyond help before.
     */
    public static final class AnyHour {

        private final PlanFacts facts;
        private final Collection<Draft> standing;
        private final Ways ways;

        /** @param ways where all others are booked */
        public AnyHour(PlanFacts facts, Collection<Draft> standing, Ways ways) {
            this.facts = facts;
            this.standing = standing;
            this.ways = ways;
        }

        /** All of them, the nearest day first. */
        public Stream<Draft> of(Draft was) {
            List<Draft> others = standing.stream()
                    .filter(other -> !other.line().equals(was.line()))
                    .toList();
            var now = new Hours.Hour(was.day(), was.start(), null);
            return Stream.concat(
                            Stream.of(now).filter(hour -> isFreeNow(was)),
                            new Hours(facts, was, others, ways).all((day, start) -> true))
                    .filter(hour -> hour.obstacle() == null)
                    .sorted(Comparator.comparing(
                            (Hours.Hour hour) -> Math.abs(ChronoUnit.DAYS.between(was.day(), hour.day()))))
                    .flatMap(hour -> Stream.concat(
                            ways.at(was, hour.day(), hour.start()),
                            ways.places(was).flatMap(place -> ways.in(place, was, hour.day(), hour.start()))));
        }

        private boolean isFreeNow(Draft was) {
            return facts.schoolDay().test(was.day())
                    && was.seats().keySet().stream()
                            .allMatch(uai -> ways.agenda().isSchoolFree(uai, was, was.day(), was.start(), true))
                    && ways.canOwnPeopleCome(was, was.day(), was.start());
        }
    }
}
