package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be held as it stands stays as it stands. Of the sessions hit as many as possible keep their day and hour
 * with another trainer or in another place: tried exhaustively. The others get the nearest day that everything else
 * leaves. Schools that joined sit down where places are free, and get sessions of their own for who is left.
 */
public final class Repair {

    private final PlanFacts facts;
    private final LocalDate today;
    private final Map<String, SchoolFacts> schools;
    private final Map<Integer, Draft> standing = new TreeMap<>();
    private final Set<Integer> hit = new TreeSet<>();
    private final Set<Integer> cancelled = new TreeSet<>();
    private final Set<Integer> stuck = new TreeSet<>();
    private final Set<Integer> kept;
    private final boolean everybodyStays;
    private final Map<Integer, Draft> unplaced = new TreeMap<>();
    private final Elsewhere elsewhere;
    private final Map<Integer, Draft> halfDays = new TreeMap<>();
    private final Map<Integer, Draft> saved = new TreeMap<>();
    private Predicate<Draft> holds = draft -> true;
    private Ways ways;

    private Repair(PlanFacts facts, LocalDate today, Set<Integer> kept, boolean everybodyStays) {
        this.facts = facts;
        this.today = today;
        this.kept = kept;
        this.everybodyStays = everybodyStays;
        this.elsewhere = new Elsewhere(facts);
        this.schools = facts.schoolsByUai();
    }

    /**
     * The held sessions of the facts, repaired for what the facts now say.
     *
     * @param today what is past is left alone
     */
    public static Repaired of(PlanFacts facts, LocalDate today) {
        return of(facts, today, Set.of());
    }

    /**
     * @param kept numbers of held sessions that nobody asks about: they stay where and when they are, and expect only
     *     the people of a school that left no more
     */
    public static Repaired of(PlanFacts facts, LocalDate today, Set<Integer> kept) {
        return new Repair(facts, today, kept, false).repaired();
    }

    /** What is found for sessions and for half-days of others at once. @param halfDays those that keep their moment */
    public record Together(Repaired repaired, Map<Integer, Draft> halfDays) {}

    /**
     * The same, where half-days of sessions that no line says are hit too: who is free that day goes where most are
     * saved. Those that keep no moment are left to {@link HalfDayRepair}.
     *
     * @param facts without the time of these half-days
     * @param halfDays that are hit, under numbers of their own
     * @param holds whether one of them would be held so
     */
    public static Together of(
            PlanFacts facts, LocalDate today, Set<Integer> kept, List<Draft> halfDays, Predicate<Draft> holds) {
        var repair = new Repair(facts, today, kept, false);
        halfDays.forEach(half -> repair.halfDays.put(half.line(), half));
        repair.holds = holds;
        return new Together(repair.repaired(), repair.saved);
    }

    /**
     * New days for sessions that begin too late to keep theirs, what comes first before what needs it; all others stay,
     * with everybody whom they expect.
     *
     * @param first day that may be given
     */
    public static Repaired late(PlanFacts facts, LocalDate first, Set<Integer> late) {
        Set<Integer> others =
                facts.conditions().held().stream().map(Held::line).collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(late);
        PlanFacts left =
                facts.on(day -> !day.isBefore(first) && facts.schoolDay().test(day));
        var repair = new Repair(left, LocalDate.MIN, others, true);
        facts.conditions().held().stream()
                .filter(held -> late.contains(held.line()))
                .forEach(held -> repair.unplaced.put(held.line(), held.numbered()));
        return repair.repaired();
    }

    /** Numbers of the held sessions that cannot be held as they stand: as {@link Repaired#hit}, and nothing more. */
    public static Set<Integer> hit(PlanFacts facts, LocalDate today) {
        var repair = new Repair(facts, today, Set.of(), false);
        facts.conditions().held().forEach(repair::look);
        return repair.hit;
    }

    private Repaired repaired() {
        facts.conditions().held().forEach(this::look);
        ways = booked(hit);
        Set<Integer> left = new TreeSet<>(hit);
        left.removeAll(substitutes());
        left.stream()
                .sorted(Comparator.comparing((Integer line) -> was(line).day())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(this::move);
        while (stuck.removeIf(this::findsRoomNow)) {
            // each one that moves may make room for another
        }
        var joining = new Joining(facts, today);
        return new Repaired(joining.seat(List.copyOf(standing.values())), hit, cancelled, stuck());
    }

    private List<Repaired.Stuck> stuck() {
        return stuck.stream()
                .map(line -> new Repaired.Stuck(line, why(standing.get(line))))
                .toList();
    }

    private Ways booked(Set<Integer> without) {
        var booked = new Ways(facts, standing, true);
        standing.forEach((line, draft) -> {
            if (!without.contains(line)) {
                booked.book(draft);
            }
        });
        saved.values().forEach(booked::book);
        return booked;
    }

    private void look(Held held) {
        Draft was = held.numbered();
        boolean stands = kept.contains(held.line());
        if (stands && everybodyStays) {
            standing.put(held.line(), was);
            return;
        }
        Map<String, Integer> seats = new LinkedHashMap<>(was.seats());
        boolean past = was.day().isBefore(today);
        seats.keySet().removeIf(uai -> !past && !schools.containsKey(uai));
        if (seats.isEmpty() && !was.seats().isEmpty()) {
            cancelled.add(held.line());
            return;
        }
        Draft stays = seats.size() == was.seats().size() ? was : held.reducedTo(seats);
        if (stands) {
            standing.put(held.line(), stays);
            return;
        }
        if (unplaced.replace(held.line(), stays) != null) {
            hit.add(held.line());
            return;
        }
        standing.put(held.line(), stays);
        if (!past && !canBeHeld(stays)) {
            hit.add(held.line());
        }
    }

    private boolean canBeHeld(Draft draft) {
        return facts.schoolDay().test(draft.day()) && schoolsCanCome(draft) && trainerCanCome(draft) && hasPlace(draft);
    }

    private boolean schoolsCanCome(Draft draft) {
        return elsewhere.canCome(draft, draft.day(), draft.start(), draft.end(), draft.place())
                && draft.seats().keySet().stream().noneMatch(uai -> facts.conditions()
                        .closed()
                        .getOrDefault(uai, Set.of())
                        .contains(draft.day()));
    }

    private boolean trainerCanCome(Draft draft) {
        if (draft.trainerId() == null) {
            return true;
        }
        long id = draft.trainerId();
        boolean knows = draft.module().isHeldBySchool()
                || facts.people().stream()
                        .anyMatch(person ->
                                person.id() == id && Trainers.mayLead(facts, person, draft.module(), draft.day()));
        return knows
                && facts.conditions().absences().stream()
                        .noneMatch(absence ->
                                absence.personId() == id && absence.covers(draft.day(), draft.start(), draft.end()))
                && !elsewhere.keeps(id, draft.day(), draft.start(), draft.end(), draft.place())
                && facts.conditions().halfDays().getOrDefault(id, List.of()).stream()
                        .filter(bound -> bound.covers(draft.day()))
                        .allMatch(bound -> halfDaysUpTo(draft, bound) <= bound.most());
    }

    /** Of a trainer who gives fewer half-days than before, the last sessions are the ones hit. */
    private int halfDaysUpTo(Draft draft, Conditions.Bound bound) {
        return (int) facts.conditions().held().stream()
                .map(Held::session)
                .filter(other -> Objects.equals(other.trainerId(), draft.trainerId())
                        && !other.day()
                                .atTime(other.start())
                                .isAfter(draft.day().atTime(draft.start())))
                .filter(other -> bound.covers(other.day()))
                .flatMap(other -> Slot.partsOfDay(other.day(), other.start(), other.end()).stream())
                .distinct()
                .count();
    }

    private boolean hasPlace(Draft draft) {
        if (facts.conditions().closed().getOrDefault(draft.place(), Set.of()).contains(draft.day())) {
            return false;
        }
        return draft.seats().isEmpty()
                || draft.module().isHeldBySchool()
                || draft.place().equals(Meeting.ONLINE)
                || Meeting.kept(draft, new Group(draft.seats()), facts, draft.day(), place -> facts.busy().stream()
                                .noneMatch(busy -> busy.place().equals(place)
                                        && busy.overlaps(draft.day(), draft.start(), draft.end())))
                        .isPresent();
    }

    /** Numbers of the sessions that keep their day and hour. */
    private Set<Integer> substitutes() {
        Set<Integer> kept = new HashSet<>();
        Stream.concat(hit.stream().filter(standing::containsKey).map(standing::get), halfDays.values().stream())
                .filter(draft -> facts.schoolDay().test(draft.day()) && schoolsCanCome(draft))
                .collect(Collectors.groupingBy(Draft::day, TreeMap::new, Collectors.toList()))
                .forEach((day, drafts) -> new Substitutes(
                                drafts, draft -> inPlace(draft).toList(), this::canBothBeHeld)
                        .most()
                        .forEach(draft -> {
                            if (canBeLed(draft)) {
                                keep(draft, kept);
                            }
                        }));
        return kept;
    }

    private void keep(Draft draft, Set<Integer> kept) {
        if (halfDays.containsKey(draft.line())) {
            saved.put(draft.line(), draft);
            ways.book(draft);
        } else {
            stand(draft);
            kept.add(draft.line());
        }
    }

    private boolean canBothBeHeld(Draft one, Draft other) {
        boolean sameTrainer = one.trainerId() != null && one.trainerId().equals(other.trainerId());
        boolean sameRoom = one.place().equals(other.place())
                && (schools.containsKey(one.place())
                        || facts.conditions().capacity(one.place(), one.day()).isPresent());
        boolean overlap = one.start().isBefore(other.end()) && other.start().isBefore(one.end());
        return !(sameRoom && overlap)
                && !(overlap && OwnPeople.leadAndFollow(facts, one, other))
                && !(sameTrainer && !ways.agenda().hasTimeToTravel(other, one.start(), one.end(), one.place()));
    }

    private boolean canBeLed(Draft draft) {
        return draft.trainerId() == null
                || facts.people().stream()
                        .filter(person -> person.id() == draft.trainerId())
                        .anyMatch(person ->
                                ways.agenda().canLead(person, draft.day(), draft.start(), draft.end(), draft.place()));
    }

    private void stand(Draft draft) {
        standing.put(draft.line(), draft);
        ways.book(draft);
    }

    /** All ways to hold it at its day and hour, the least busy trainer first; the one it had before all others. */
    private Stream<Draft> inPlace(Draft draft) {
        Draft half = halfDays.get(draft.line());
        return ways.at(draft, draft.day(), draft.start())
                .filter(way -> half == null || way.place().equals(half.place()) && holds.test(way));
    }

    private Draft was(int line) {
        return unplaced.getOrDefault(line, standing.get(line));
    }

    private void move(int line) {
        Draft was = was(line);
        Optional<Draft> kept = unplaced.remove(line) == null ? Optional.empty() : asItWas(was);
        kept.or(() -> otherwise(was)).ifPresentOrElse(this::stand, () -> {
            stuck.add(line);
            stand(was);
        });
    }

    private Optional<Draft> asItWas(Draft was) {
        boolean inOrder =
                !was.day().isBefore(ways.firstDay(was)) && !was.day().isAfter(ways.lastDay(was, facts.until()));
        return inOrder && facts.schoolDay().test(was.day()) && schoolsCanCome(was)
                ? inPlace(was).findFirst()
                : Optional.empty();
    }

    /** Once the others have their places. */
    private boolean findsRoomNow(int line) {
        ways = booked(Set.of(line));
        Optional<Draft> found = otherwise(standing.get(line));
        found.ifPresent(draft -> standing.put(line, draft));
        return found.isPresent();
    }

    private Optional<Draft> otherwise(Draft was) {
        LocalDate eve = ways.eve(was);
        return ways.nearest(was, eve, ways.agenda()::isSchoolFreeInWeek)
                .findFirst()
                .or(() -> ways.nearest(was, eve, ways.agenda()::isSchoolFree).findFirst())
                .or(() -> new Otherwise.AnyHour(facts, standing.values(), ways).of(was))
                .or(() -> ways.nearest(was, facts.until(), ways.agenda()::isSchoolFreeInWeek)
                        .findFirst())
                .or(() -> ways.nearest(was, facts.until(), ways.agenda()::isSchoolFree)
                        .findFirst());
    }

    private String why(Draft was) {
        return Trainers.of(facts, was.module(), was.seats().keySet()).isEmpty()
                ? "Personne n'est habilité à animer " + was.module().title() + "."
                : "Aucun jour ne convient, les autres sessions restant où cette page les montre : toutes les heures de formation, toutes les personnes habilitées (temps de route compris) et tous les lieux de ses écoles ont été essayés, entre ce qui doit venir avant et ce qui doit venir après.";
    }
}
