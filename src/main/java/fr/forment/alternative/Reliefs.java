package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Slot;
import fr.forment.plan.calculation.Trainers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The smallest thing more with which a session could be held as it is wished. Each is tried: what is returned works,
 * the other sessions staying where they are.
 */
public final class Reliefs {

    /** All there are in a year, but for whole terms without school: that none is enough is said of all of them. */
    private static final int DAYS_TRIED = 120;

    private static final int CERTIFIED_TRIED = 8;

    /** Without one of them, nobody's half-days change anything: they are what is looked at last. */
    private static final Set<Hindrance> LACKS_TRAINERS =
            EnumSet.of(Hindrance.PERSONNE_HABILITEE, Hindrance.FORMATEURS_PRIS, Hindrance.DEMI_JOURNEES);

    private static final Set<Hindrance> BEYOND_A_DAY =
            EnumSet.of(Hindrance.TROP_TOT, Hindrance.TROP_TARD, Hindrance.ECOLE_EN_CLASSE);

    private static final Set<Hindrance> LACKS_ROOM =
            EnumSet.of(Hindrance.SALLE_INCONNUE, Hindrance.SALLE_PETITE, Hindrance.SALLE_PRISE);

    /** @param way how the session can be held then */
    public record Found(Relief relief, Draft way) {}

    private final PlanFacts facts;
    private final List<Draft> sessions;
    private final Draft session;
    private final Aim aim;
    private final boolean inPlace;

    private Reliefs(PlanFacts facts, List<Draft> sessions, int line, Aim aim, boolean inPlace) {
        this.inPlace = inPlace;
        this.facts = facts;
        this.sessions = sessions;
        this.aim = aim;
        this.session = sessions.stream()
                .filter(draft -> draft.line() == line)
                .findFirst()
                .orElseThrow();
    }

    /** The first that works: half-days before days, days before rooms. */
    public static Optional<Found> smallest(PlanFacts facts, List<Draft> sessions, int line, Aim aim) {
        return new Reliefs(facts, sessions, line, aim, false).smallest();
    }

    /** The same of a session that cannot be held as it stands: its own day and hour will do first of all. */
    static Optional<Found> smallest(PlanFacts facts, List<Draft> sessions, int line) {
        return new Reliefs(facts, sessions, line, Aim.ANY, true).smallest();
    }

    /** Those whom certifying for its module might free a session; the likeliest first, a few. */
    public static List<Relief> certifying(PlanFacts facts, Draft session) {
        return new Reliefs(facts, List.of(session), session.line(), Aim.ANY, true)
                .certified()
                .toList();
    }

    private Optional<Found> smallest() {
        return candidates().flatMap(relief -> tried(relief).stream()).findFirst();
    }

    private Optional<Found> tried(Relief relief) {
        Otherwise then = Otherwise.of(relief.facts(), sessions, session.line());
        boolean stays = inPlace && relief.day() == null && relief.place() == null;
        return Stream.concat(
                        stays ? then.inPlace().stream() : Stream.<Draft>empty(),
                        Stream.of(then).flatMap(all -> all.all(aim(relief)).stream()))
                .findFirst()
                .map(way -> new Found(relief, way));
    }

    /** A day or a room frees that day and that room: the others were all tried without it. */
    private Aim aim(Relief relief) {
        BiPredicate<LocalDate, LocalTime> when = relief.day() == null
                ? aim.when()
                : (day, start) -> day.equals(relief.day()) && aim.when().test(day, start);
        return new Aim(when, relief.place() == null ? aim.places() : List.of(relief.place()));
    }

    private Stream<Relief> candidates() {
        Otherwise now = Otherwise.of(facts, sessions, session.line());
        Set<Hindrance> hindered = new HashSet<>(now.obstacles(aim).keySet());
        if (inPlace) {
            now.obstacleInPlace().ifPresent(hindered::add);
        }
        return Stream.of(
                        hindered.stream().anyMatch(LACKS_TRAINERS::contains) ? halfDays() : Stream.<Relief>empty(),
                        days(now),
                        hindered.stream().anyMatch(LACKS_ROOM::contains) ? rooms(now) : Stream.<Relief>empty())
                .flatMap(some -> some);
    }

    /** One is tried of each person and year, and of somebody more, before two are of anybody. */
    private Stream<Relief> halfDays() {
        int halfDays = Otherwise.halfDays(session);
        return IntStream.rangeClosed(1, 2).boxed().flatMap(more -> Stream.of(
                        ofThose(more),
                        more == 1 ? certified() : Stream.<Relief>empty(),
                        session.module().isHeldBySchool() || more < halfDays
                                ? Stream.<Relief>empty()
                                : Stream.of(Relief.somebody(facts, session.module(), more)))
                .flatMap(some -> some));
    }

    /** Whoever leads other modules may come to lead this one: the IEN decides. */
    private Stream<Relief> certified() {
        return session.module().isHeldBySchool()
                ? Stream.empty()
                : facts.people().stream()
                        .filter(Person::isOfCirconscription)
                        .filter(person -> !Trainers.mayEverLead(facts, person, session.module()))
                        .filter(person -> facts.modules().stream()
                                .anyMatch(module -> Trainers.mayEverLead(facts, person, module)))
                        .limit(CERTIFIED_TRIED)
                        .map(person -> Relief.certified(facts, session.module(), person))
                        .filter(relief -> trainers(relief.facts()).containsAll(trainers(facts)));
    }

    /** Whoever is asked by function alone is asked no more where somebody is certified: that would cost others. */
    private List<Person> trainers(PlanFacts known) {
        return Trainers.of(known, session.module(), session.seats().keySet());
    }

    /** Of one trainer, in one school year. */
    private Stream<Relief> ofThose(int more) {
        return bounded().flatMap(person -> facts.conditions().halfDays().get(person.id()).stream()
                .map(year -> Relief.halfDaysOf(facts, person.id(), year, more)));
    }

    /** Trainers of the module who give no more than they said. */
    private Stream<Person> bounded() {
        return Trainers.of(facts, session.module(), session.seats().keySet()).stream()
                .filter(person -> facts.conditions().halfDays().containsKey(person.id()));
    }

    /**
     * The nearest first: those on which people do not come now, and nothing else that a day cannot free keeps them
     * away.
     */
    private Stream<Relief> days(Otherwise now) {
        Set<String> uais = session.seats().keySet();
        List<Slot> slots = uais.isEmpty()
                ? Slot.ofCirconscription(session.module())
                : Slot.choices(session.module(), Set.of("MERCREDI_MATIN", "MERCREDI_APRES_MIDI", "SOIR"));
        return facts.from()
                .datesUntil(facts.until().plusDays(1))
                .filter(day -> slots.stream()
                        .anyMatch(slot -> slot.isOn(day)
                                && aim.when().test(day, slot.start())
                                && now.obstacle(day, slot.start())
                                        .filter(BEYOND_A_DAY::contains)
                                        .isEmpty()))
                .filter(day -> !facts.schoolDay().test(day) || isClosed(uais, day))
                .sorted(Comparator.comparingLong((LocalDate day) ->
                        Math.abs(day.toEpochDay() - session.day().toEpochDay())))
                .limit(DAYS_TRIED)
                .map(day ->
                        facts.schoolDay().test(day) ? Relief.comingOn(facts, day, uais) : Relief.schoolOn(facts, day));
    }

    private boolean isClosed(Set<String> uais, LocalDate day) {
        return uais.stream()
                .anyMatch(uai ->
                        facts.conditions().closed().getOrDefault(uai, Set.of()).contains(day));
    }

    /** Only where the room is what is missing. */
    private Stream<Relief> rooms(Otherwise now) {
        return aim.places().stream()
                .filter(place -> now.obstacles(new Aim(aim.when(), List.of(place))).keySet().stream()
                        .anyMatch(LACKS_ROOM::contains))
                .map(place -> Relief.room(facts, place, session.expected()));
    }
}
