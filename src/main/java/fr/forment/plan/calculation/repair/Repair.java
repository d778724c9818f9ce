package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.StillHeld;
import fr.forment.plan.calculation.Trainers;
import fr.forment.plan.calculation.Ways;
import fr.forment.plan.calculation.Weights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be held as it stands stays as it stands. Of the sessions hit as many as possible keep their day and hour
 * with another trainer or in another place: tried exhaustively. The others get the nearest day that everything else
 * leaves, or one up to a week farther, before its vague opens where there is one. Among answers with as few moves the
 * weights of the plan decide. Schools that joined sit down where places are free, and get sessions of their own for who
 * is left.
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
    private final StillHeld stillHeld;
    private final Weights weights;
    private final Map<Integer, Draft> halfDays = new TreeMap<>();
    private final Map<Integer, Draft> saved = new TreeMap<>();
    private Predicate<Draft> holds = draft -> true;
    private Set<Integer> ahead = Set.of();
    private boolean lastFirst;
    private Ways ways;
    private WayPrices prices;

    private Repair(PlanFacts facts, Weights weights, LocalDate today, Set<Integer> kept, boolean everybodyStays) {
        this.facts = facts;
        this.today = today;
        this.kept = kept;
        this.everybodyStays = everybodyStays;
        this.stillHeld = new StillHeld(facts);
        this.weights = weights;
        this.schools = facts.schoolsByUai();
    }

    /**
     * The held sessions of the facts, repaired for what the facts now say.
     *
     * @param today what is past is left alone
     */
    public static Repaired of(PlanFacts facts, Weights weights, LocalDate today) {
        return of(facts, weights, today, Set.of());
    }

    /**
     * @param kept numbers of held sessions that nobody asks about: they stay where and when they are, and expect only
     *     the people of a school that left no more
     */
    public static Repaired of(PlanFacts facts, Weights weights, LocalDate today, Set<Integer> kept) {
        return best(() -> new Repair(facts, weights, today, kept, false)).repaired();
    }

    /**
     * What is found for sessions and for half-days of others at once.
     *
     * @param halfDays those that keep their moment
     * @param moves sessions that change day or hour
     * @param endangered numbers of those that stood before an opening, and do no more
     */
    public record Together(Repaired repaired, Map<Integer, Draft> halfDays, int moves, Set<Integer> endangered) {}

    /**
     * The same, where half-days of sessions that no line says are hit too: who is free that day goes where most are
     * saved. Those that keep no moment are left to {@link HalfDayRepair}.
     *
     * @param facts without the time of these half-days
     * @param halfDays that are hit, under numbers of their own
     * @param holds whether one of them would be held so
     */
    public static Together of(
            PlanFacts facts,
            Weights weights,
            LocalDate today,
            Set<Integer> kept,
            List<Draft> halfDays,
            Predicate<Draft> holds) {
        return best(() -> {
            var repair = new Repair(facts, weights, today, kept, false);
            halfDays.forEach(half -> repair.halfDays.put(half.line(), half));
            repair.holds = holds;
            return repair;
        });
    }

    /**
     * Where an opening would be at risk, those that must come before it choose their days first. Where one would have
     * no day, the last choose first as well: between what comes before and what comes after, the nearest day of the
     * first may leave the others none.
     */
    private static Together best(Supplier<Repair> fresh) {
        Together one = fresh.get().together(Set.of());
        if (one.repaired().hit().size() < 2
                || one.endangered().isEmpty() && one.repaired().stuck().isEmpty()) {
            return one;
        }
        List<Together> all = new ArrayList<>(List.of(one));
        if (!one.endangered().isEmpty()) {
            all.add(fresh.get().together(one.endangered()));
        }
        Repair backwards = fresh.get();
        backwards.lastFirst = true;
        all.add(backwards.together(Set.of()));
        return all.stream()
                .min(Comparator.comparingInt(
                                (Together found) -> found.repaired().stuck().size())
                        .thenComparingInt(found -> -found.halfDays().size())
                        .thenComparingInt(Together::moves)
                        .thenComparingInt(found -> found.endangered().size()))
                .orElseThrow();
    }

    private Together together(Set<Integer> first) {
        ahead = first;
        Repaired found = repaired();
        Map<Integer, Draft> were =
                facts.conditions().held().stream().collect(Collectors.toMap(Held::line, Held::numbered));
        return new Together(
                found,
                saved,
                found.moved(facts.conditions().held()).size(),
                Openings.endangered(facts, were, found.sessions()));
    }

    /**
     * New days for sessions that begin too late to keep theirs, what comes first before what needs it; all others stay,
     * with everybody whom they expect.
     *
     * @param first day that may be given
     */
    public static Repaired late(PlanFacts facts, Weights weights, LocalDate first, Set<Integer> late) {
        Set<Integer> others =
                facts.conditions().held().stream().map(Held::line).collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(late);
        PlanFacts left =
                facts.on(day -> !day.isBefore(first) && facts.schoolDay().test(day));
        return best(() -> {
                    var repair = new Repair(left, weights, LocalDate.MIN, others, true);
                    facts.conditions().held().stream()
                            .filter(held -> late.contains(held.line()))
                            .forEach(held -> repair.unplaced.put(held.line(), held.numbered()));
                    return repair;
                })
                .repaired();
    }

    /** Numbers of the held sessions that cannot be held as they stand: as {@link Repaired#hit}, and nothing more. */
    public static Set<Integer> hit(PlanFacts facts, LocalDate today) {
        var repair = new Repair(facts, Weights.delivered(), today, Set.of(), false);
        facts.conditions().held().forEach(repair::look);
        return repair.hit;
    }

    private Repaired repaired() {
        facts.conditions().held().forEach(this::look);
        Map<Integer, Draft> all = new TreeMap<>(standing);
        all.putAll(unplaced);
        try (var priced = new WayPrices(facts, weights, all.values())) {
            prices = priced;
            return mended();
        }
    }

    private Repaired mended() {
        ways = booked(hit);
        Set<Integer> left = new TreeSet<>(hit);
        left.removeAll(substitutes());
        if (lastFirst) { // where they stood, none of them waits for another
            left.forEach(line -> unplaced.computeIfAbsent(line, standing::remove));
        }
        Comparator<Integer> byDay =
                Comparator.comparing((Integer line) -> was(line).day());
        left.stream()
                .sorted(Comparator.comparing((Integer line) -> !ahead.contains(line))
                        .thenComparing((lastFirst ? byDay.reversed() : byDay).thenComparing(Comparator.naturalOrder())))
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
        if (!past && !stillHeld.canBeHeld(stays)) {
            hit.add(held.line());
        }
    }

    /** Numbers of the sessions that keep their day and hour. */
    private Set<Integer> substitutes() {
        Set<Integer> kept = new HashSet<>();
        Stream.concat(hit.stream().filter(standing::containsKey).map(standing::get), halfDays.values().stream())
                .filter(draft -> facts.schoolDay().test(draft.day()) && stillHeld.schoolsCanCome(draft))
                .collect(Collectors.groupingBy(Draft::day, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(drafts ->
                        substitutes(drafts).stream().filter(ways::canBeLed).forEach(draft -> keep(draft, kept)));
        return kept;
    }

    private List<Draft> substitutes(List<Draft> ofOneDay) {
        List<List<Draft>> all = ofOneDay.stream().map(this::inPlace).toList();
        if (all.size() == 1 && all.get(0).size() < 2) {
            return all.get(0);
        }
        return new Substitutes(ofOneDay, all, ways::canBothBeHeld, prices).most();
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

    private void stand(Draft draft) {
        standing.put(draft.line(), draft);
        ways.book(draft);
        prices.settle(draft);
    }

    /** All ways to hold it at its day and hour, the least busy trainer first; the one it had before all others. */
    private List<Draft> inPlace(Draft draft) {
        Draft half = halfDays.get(draft.line());
        return ways.anywhere(draft, draft.day(), draft.start())
                .filter(way -> half == null || way.place().equals(half.place()) && holds.test(way))
                .limit(OtherDay.MOST_WEIGHED)
                .toList();
    }

    private Draft was(int line) {
        return unplaced.getOrDefault(line, standing.get(line));
    }

    private void move(int line) {
        Draft was = was(line);
        Optional<Draft> kept = unplaced.containsKey(line) ? asItWas(was) : Optional.empty();
        Optional<Draft> found = kept.or(() -> otherwise(was));
        unplaced.remove(line);
        found.ifPresentOrElse(this::stand, () -> {
            stuck.add(line);
            stand(was);
        });
    }

    private Optional<Draft> asItWas(Draft was) {
        boolean inOrder = !was.day().isBefore(ways.sequence().firstDay(was))
                && !was.day().isAfter(ways.sequence().lastDay(was, facts.until()));
        return inOrder && facts.schoolDay().test(was.day()) && stillHeld.schoolsCanCome(was)
                ? prices.cheapest(inPlace(was))
                : Optional.empty();
    }

    /** Once the others have their places. */
    private boolean findsRoomNow(int line) {
        ways = booked(Set.of(line));
        Optional<Draft> found = otherwise(standing.get(line));
        found.ifPresent(draft -> {
            standing.put(line, draft);
            prices.settle(draft);
        });
        return found.isPresent();
    }

    private Optional<Draft> otherwise(Draft was) {
        return new OtherDay(facts, standing.values(), ways, prices).of(was);
    }

    private String why(Draft was) {
        return Trainers.of(facts, was.module(), was.seats().keySet()).isEmpty()
                ? "Personne n'est habilité à animer " + was.module().title() + "."
                : "Aucun jour ne convient, les autres sessions restant où cette page les montre : toutes les heures de formation, toutes les personnes habilitées (temps de route compris) et tous les lieux de ses écoles ont été essayés, entre ce qui doit venir avant et ce qui doit venir après.";
    }
}
