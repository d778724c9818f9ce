package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.StillHeld;
import fr.forment.plan.calculation.Ways;
import fr.forment.plan.calculation.Weights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session hit that finds no day before those that must follow it (its next levels, the users whom its trainers train)
 * gets one all the same: what must follow it and no longer would moves behind it, nothing else does. Of the nearest
 * days the one that puts no opening at risk, then with the fewest moves, then the cheapest by the weights of the plan.
 * Only for what {@link Repair} leaves without a day: it moves nobody who was not hit.
 */
public final class Following {

    private static final Comparator<Draft> BY_DAY =
            Comparator.comparing(Draft::day).thenComparing(Draft::start).thenComparing(Draft::line);

    /** Each time one session more moves along: beyond that it is a plan to be made anew. */
    private static final int MOST_TRIED = 20;
    /** Days on which it could be held that are weighed against each other. */
    private static final int MOST_DAYS = 4;

    private final PlanFacts facts;
    private final Weights weights;
    private final LocalDate today;
    private final Set<Integer> stay;
    private final List<Draft> besides;
    private final StillHeld stillHeld;
    private final Map<Integer, Draft> standing;
    private final Map<Integer, Draft> were;
    private final Set<Integer> hit;
    /** Numbers of those that were not hit, and move with them. */
    private final Set<Integer> along = new TreeSet<>();

    private Following(
            PlanFacts facts,
            Weights weights,
            LocalDate today,
            Set<Integer> stay,
            List<Draft> besides,
            Repaired repaired) {
        this.facts = facts;
        this.weights = weights;
        this.were = repaired.byLine();
        this.hit = repaired.hit();
        this.today = today;
        this.stay = stay;
        this.besides = besides;
        this.stillHeld = new StillHeld(facts);
        this.standing = new TreeMap<>(were);
    }

    /**
     * @param along numbers of the sessions that were not hit, and change with those that were
     * @param because of each of these, the number of the one that passes it; none of one that only gives way
     */
    public record Found(Repaired repaired, Set<Integer> along, Map<Integer, Integer> because) {}

    /**
     * @param today what has begun by then stays
     * @param stay numbers of sessions that nobody asks about
     * @param halfDays that stand besides the sessions, and take people's time
     */
    public static Found of(
            PlanFacts facts,
            Weights weights,
            LocalDate today,
            Set<Integer> stay,
            Collection<Draft> halfDays,
            Repaired repaired) {
        List<Draft> besides = Stream.concat(
                        halfDays.stream(), repaired.sessions().stream().filter(draft -> draft.line() == null))
                .toList();
        return new Following(facts, weights, today, stay, besides, repaired).found(repaired);
    }

    private Found found(Repaired repaired) {
        Set<Integer> stuck =
                repaired.stuck().stream().map(Repaired.Stuck::line).collect(Collectors.toCollection(TreeSet::new));
        while (savesSome(stuck)) {
            // each one that moves may make room for another
        }
        List<Draft> sessions = new ArrayList<>(standing.values());
        repaired.sessions().stream().filter(draft -> draft.line() == null).forEach(sessions::add);
        return new Found(
                new Repaired(
                        sessions,
                        repaired.hit(),
                        repaired.cancelled(),
                        repaired.stuck().stream()
                                .filter(one -> stuck.contains(one.line()))
                                .toList()),
                Set.copyOf(along),
                because());
    }

    /**
     * Of all that it must follow and that moves, the last that leaves it no day where it stood; one that only gave way
     * has none.
     */
    private Map<Integer, Integer> because() {
        Map<Integer, Integer> found = new TreeMap<>();
        along.stream().map(were::get).forEach(was -> standing.values().stream()
                .filter(first -> !Objects.equals(first.line(), was.line()) && !first.equals(were.get(first.line())))
                .filter(first -> mustFollow(first, was) && breaks(first, was))
                .max(BY_DAY)
                .ifPresent(first -> found.put(was.line(), first.line())));
        return Map.copyOf(found);
    }

    /** Each of them once, what comes first before what needs it. */
    private boolean savesSome(Set<Integer> stuck) {
        int before = stuck.size();
        stuck.stream().map(standing::get).sorted(BY_DAY).toList().forEach(was -> {
            if (stuck.contains(was.line())) {
                saved(was).ifPresent(moves -> stuck.removeAll(moves.keySet()));
            }
        });
        return stuck.size() < before;
    }

    private Optional<Map<Integer, Draft>> saved(Draft was) {
        Set<Integer> after = followers(was);
        if (after.isEmpty()) {
            return Optional.empty();
        }
        List<Map<Integer, Draft>> ways = alone(was, after)
                .flatMap(moment -> saved(was, moment, after).stream())
                .toList();
        Optional<Map<Integer, Draft>> best = ways.size() < 2 ? ways.stream().findFirst() : Optional.of(cheapest(ways));
        best.ifPresent(moves -> moves.forEach((line, draft) -> {
            standing.put(line, draft);
            if (after.contains(line) && !draft.equals(were.get(line)) && !hit.contains(line)) {
                along.add(line);
            }
        }));
        return best;
    }

    private Map<Integer, Draft> cheapest(List<Map<Integer, Draft>> ways) {
        try (var prices = new WayPrices(facts, weights, were.values())) {
            Map<Map<Integer, Draft>, Long> cost = new HashMap<>();
            ways.forEach(moves -> cost.put(moves, prices.of(List.copyOf(moves.values()))));
            return ways.stream()
                    .min(Comparator.comparingInt(
                                    (Map<Integer, Draft> moves) -> Openings.endangered(facts, were, moves.values())
                                            .size())
                            .thenComparingLong(moves -> moves.values().stream()
                                    .filter(draft -> !draft.equals(were.get(draft.line())))
                                    .count())
                            .thenComparingLong(cost::get))
                    .orElseThrow();
        }
    }

    /** Held that day, with what must move behind it. */
    private Optional<Map<Integer, Draft>> saved(Draft was, Draft moment, Set<Integer> after) {
        Set<Integer> pushed = after.stream()
                .filter(line -> breaks(moment, standing.get(line)))
                .collect(Collectors.toCollection(TreeSet::new));
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            Attempt made = attempt(was, moment.day(), pushed);
            if (made.failed() == null) {
                return Optional.of(made.moves());
            }
            Optional<Integer> next = after.stream()
                    .filter(line -> !pushed.contains(line) && mustFollow(made.failed(), standing.get(line)))
                    .min(Comparator.comparing(standing::get, BY_DAY));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            pushed.add(next.get());
        }
        return Optional.empty();
    }

    /** @param failed the first that found no moment; null: all did */
    private record Attempt(Map<Integer, Draft> moves, Draft failed) {}

    /** Where it would go if nothing had to follow it, once a day. */
    private Stream<Draft> alone(Draft was, Set<Integer> after) {
        Map<Integer, Draft> now = without(was, after);
        Set<LocalDate> days = new HashSet<>();
        return behind(was, now, booked(now)).filter(way -> days.add(way.day())).limit(MOST_DAYS);
    }

    private Attempt attempt(Draft was, LocalDate day, Set<Integer> pushed) {
        Map<Integer, Draft> now = without(was, pushed);
        Ways ways = booked(now);
        Map<Integer, Draft> moves = new LinkedHashMap<>();
        List<Draft> all = Stream.concat(
                        Stream.of(was), pushed.stream().map(standing::get).sorted(BY_DAY))
                .toList();
        for (Draft draft : all) {
            Optional<Draft> found = Optional.of(draft)
                    .filter(each -> each != was)
                    .flatMap(each -> asItWas(each, ways))
                    .or(() -> behind(draft, now, ways)
                            .filter(way -> draft != was || way.day().equals(day))
                            .findFirst());
            if (found.isEmpty()) {
                return new Attempt(moves, draft);
            }
            now.put(draft.line(), found.get());
            ways.book(found.get());
            moves.put(draft.line(), found.get());
        }
        return new Attempt(moves, null);
    }

    /** Its day and hour, while what comes first and what needs it leave it there. */
    private Optional<Draft> asItWas(Draft was, Ways ways) {
        boolean inOrder = !was.day().isBefore(ways.sequence().firstDay(was))
                && !was.day().isAfter(ways.sequence().lastDay(was, facts.until()));
        return inOrder && facts.schoolDay().test(was.day()) && stillHeld.schoolsCanCome(was)
                ? ways.at(was, was.day(), was.start()).findFirst()
                : Optional.empty();
    }

    /** Other moments, those before its vague opens first, the nearest of each: its own came too early. */
    private Stream<Draft> behind(Draft was, Map<Integer, Draft> now, Ways ways) {
        LocalDate eve = ways.sequence().eve(was);
        return Stream.<Supplier<Stream<Draft>>>of(
                        () -> ways.nearest(was, eve, ways::isSchoolFreeInWeek),
                        () -> ways.nearest(was, eve, ways::isSchoolFree),
                        () -> new Otherwise.AnyHour(facts, now.values(), ways)
                                .of(was)
                                .filter(way -> !way.day().equals(was.day())
                                        || !way.start().equals(was.start())),
                        () -> ways.nearest(was, facts.until(), ways::isSchoolFreeInWeek),
                        () -> ways.nearest(was, facts.until(), ways::isSchoolFree))
                .flatMap(Supplier::get);
    }

    private Map<Integer, Draft> without(Draft was, Set<Integer> gone) {
        Map<Integer, Draft> now = new TreeMap<>(standing);
        now.remove(was.line());
        now.keySet().removeAll(gone);
        return now;
    }

    private Ways booked(Map<Integer, Draft> now) {
        var ways = new Ways(facts, now, true);
        now.values().forEach(ways::book);
        besides.forEach(ways::book);
        return ways;
    }

    /** All that must come after it, one after the other, and may move. */
    private Set<Integer> followers(Draft was) {
        Set<Integer> found = new LinkedHashSet<>();
        List<Draft> open = new ArrayList<>(List.of(was));
        while (!open.isEmpty()) {
            Draft first = open.remove(0);
            standing.values().stream()
                    .filter(then -> !Objects.equals(then.line(), was.line()) && !found.contains(then.line()))
                    .filter(then -> !stay.contains(then.line()) && then.day().isAfter(today))
                    .filter(then -> then.day().isAfter(first.day()) && mustFollow(first, then))
                    .sorted(BY_DAY)
                    .forEach(then -> {
                        found.add(then.line());
                        open.add(then);
                    });
        }
        return found;
    }

    private static boolean mustFollow(Draft first, Draft then) {
        return needs(first, then) || first.vagueRank() == null && then.vagueRank() != null;
    }

    private static boolean needs(Draft first, Draft then) {
        return then.module().prerequisites().contains(first.module().code())
                && (first.vagueRank() == null || sharesSchool(first, then));
    }

    /** Whether a session that must follow another would come too early after it. */
    private boolean breaks(Draft first, Draft then) {
        return needs(first, then) && !then.day().isAfter(first.day())
                || first.vagueRank() == null && !leavesTime(then, first.day());
    }

    /** Whether a session of a vague stays where it is when the last trainers are trained that day. */
    private boolean leavesTime(Draft draft, LocalDate trained) {
        return Optional.ofNullable(draft.vagueRank())
                .flatMap(facts::vague)
                .map(vague -> !draft.day()
                                .isBefore(EarliestStart.ofVague(facts, vague, trained)
                                        .day())
                        || draft.day()
                                .isBefore(EarliestStart.ofVague(facts, vague, null)
                                        .day()))
                .orElse(true);
    }

    private static boolean sharesSchool(Draft one, Draft other) {
        return one.seats().keySet().stream().anyMatch(other.seats()::containsKey);
    }
}
