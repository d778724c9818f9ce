package fr.forment.plan.calculation;

import fr.forment.territory.SchoolRhythm;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * All other ways to hold one session while all other sessions stay as they are, found by trying every school day; and
 * what stands in the way of each day that is none. What it says is therefore true whatever a search would find: it says
 * nothing of plans in which other sessions change.
 */
public final class Otherwise {

    private static final Set<String> ALL_SLOTS = Set.of("MERCREDI_MATIN", "MERCREDI_APRES_MIDI", "SOIR");

    private final PlanFacts facts;
    private final Draft session;
    private final List<Draft> others;
    private final boolean nobodyLeft;
    private final Ways ways;
    private final Ways withoutBounds;

    private Otherwise(PlanFacts facts, Collection<Draft> sessions, int line) {
        this.facts = facts;
        Map<Integer, Draft> standing = new LinkedHashMap<>();
        sessions.stream().map(draft -> known(facts, draft)).forEach(draft -> standing.put(draft.line(), draft));
        this.session = Optional.ofNullable(standing.get(line)).orElseThrow();
        this.nobodyLeft = session.seats().isEmpty()
                && sessions.stream()
                        .anyMatch(
                                draft -> draft.line() == line && !draft.seats().isEmpty());
        this.others =
                standing.values().stream().filter(draft -> draft.line() != line).toList();
        this.ways = new Ways(facts, standing);
        others.forEach(ways::book);
        Conditions said = facts.conditions();
        this.withoutBounds = new Ways(
                facts.with(new Conditions(
                        said.absences(),
                        Map.of(),
                        said.qualified(),
                        said.closed(),
                        said.wishes(),
                        said.priorities(),
                        said.held(),
                        said.rooms())),
                standing);
        others.forEach(withoutBounds::book);
    }

    /** @param sessions of a plan, each under its number */
    public static Otherwise of(PlanFacts facts, Collection<Draft> sessions, int line) {
        return new Otherwise(facts, sessions, line);
    }

    /** Without the schools that left. */
    private static Draft known(PlanFacts facts, Draft draft) {
        Map<String, Integer> seats = new LinkedHashMap<>(draft.seats());
        seats.keySet().retainAll(facts.schoolsByUai().keySet());
        return seats.size() == draft.seats().size()
                ? draft
                : draft.with(
                        draft.line(),
                        seats,
                        seats.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** All of them, the nearest day first; with the same day, hour, place and trainer: none. */
    public List<Draft> all() {
        return all((day, start) -> true);
    }

    public List<Draft> all(BiPredicate<LocalDate, LocalTime> wanted) {
        return candidates()
                .filter(start -> wanted.test(start.day(), start.hour()) && start.obstacle() == null)
                .sorted(Comparator.comparing(
                                (Start start) -> Math.abs(ChronoUnit.DAYS.between(session.day(), start.day())))
                        .thenComparing(Start::day)
                        .thenComparing(Start::hour))
                .flatMap(start -> ways.at(session, start.day(), start.hour()))
                .filter(way -> !way.equals(session))
                .toList();
    }

    /** How many days and hours each obstacle takes away, of those wanted. Empty where nothing was tried. */
    public Map<Hindrance, Integer> obstacles(BiPredicate<LocalDate, LocalTime> wanted) {
        Map<Hindrance, Integer> found = new EnumMap<>(Hindrance.class);
        candidates()
                .filter(start -> wanted.test(start.day(), start.hour()) && start.obstacle() != null)
                .forEach(start -> found.merge(start.obstacle(), 1, Integer::sum));
        return found;
    }

    /** The plan with the session held that way. */
    public List<Draft> with(Draft way) {
        List<Draft> changed = new ArrayList<>(others);
        changed.add(way);
        return changed;
    }

    private record Start(LocalDate day, LocalTime hour, Hindrance obstacle) {}

    /** Every hour at which sessions are held at all, on every school day. */
    private Stream<Start> candidates() {
        if (nobodyLeft) {
            return Stream.empty();
        }
        List<Slot> fitting = session.seats().isEmpty()
                ? Slot.ofCirconscription(session.module())
                : Slot.choices(session.module(), ALL_SLOTS);
        LocalDate first = ways.firstDay(session);
        LocalDate last = ways.lastDay(session, eve());
        return facts.from()
                .datesUntil(facts.until().plusDays(1))
                .filter(facts.schoolDay())
                .flatMap(day -> Stream.concat(
                                fitting.stream().filter(slot -> slot.isOn(day)).map(Slot::start),
                                Slot.EVENINGS.contains(day.getDayOfWeek())
                                                && !session.seats().isEmpty()
                                        ? Stream.of(Slot.AFTER_CLASS)
                                        : Stream.empty())
                        .distinct()
                        .map(hour -> new Start(
                                day,
                                hour,
                                fitting.stream()
                                                .anyMatch(slot -> slot.isOn(day)
                                                        && slot.start().equals(hour))
                                        ? obstacle(day, hour, first, last)
                                        : Hindrance.DUREE)));
    }

    private LocalDate eve() {
        boolean mustBeBefore = session.vagueRank() != null && session.module().isCompulsory();
        return mustBeBefore
                ? facts.vague(session.vagueRank())
                        .map(vague -> vague.opensOn().minusDays(1))
                        .filter(day -> day.isBefore(facts.until()))
                        .filter(day -> !session.day().isAfter(day))
                        .orElse(facts.until())
                : facts.until();
    }

    private Hindrance obstacle(LocalDate day, LocalTime hour, LocalDate first, LocalDate last) {
        Set<String> uais = session.seats().keySet();
        if (day.isBefore(first)) {
            return Hindrance.TROP_TOT;
        }
        if (day.isAfter(last)) {
            return Hindrance.TROP_TARD;
        }
        if (uais.stream().anyMatch(uai -> hasClass(uai, day, hour))) {
            return Hindrance.ECOLE_EN_CLASSE;
        }
        if (uais.stream()
                .anyMatch(uai ->
                        facts.conditions().closed().getOrDefault(uai, Set.of()).contains(day))) {
            return Hindrance.ECOLE_FERMEE;
        }
        if (!uais.stream().allMatch(uai -> ways.agenda().isSchoolFree(uai, day))) {
            return Hindrance.ECOLE_PRISE;
        }
        if (session.trainerId() != null
                && Trainers.of(facts, session.module(), uais).isEmpty()) {
            return Hindrance.PERSONNE_HABILITEE;
        }
        if (ways.at(session, day, hour).findAny().isPresent()) {
            return null;
        }
        return withoutBounds.at(session, day, hour).findAny().isPresent()
                ? Hindrance.DEMI_JOURNEES
                : Hindrance.FORMATEURS_PRIS;
    }

    private boolean hasClass(String uai, LocalDate day, LocalTime hour) {
        SchoolFacts school = facts.schoolsByUai().get(uai);
        return school != null
                && !session.module().isHeldBySchool()
                && SchoolRhythm.isClassTime(day.atTime(hour), school.wednesdayMorning());
    }
}
