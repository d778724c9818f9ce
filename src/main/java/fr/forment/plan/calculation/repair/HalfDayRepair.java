package fr.forment.plan.calculation.repair;

import fr.forment.catalogue.MiddayBreak;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Ways;
import fr.forment.plan.calculation.Whereabouts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Half-days of a session on several dates, or given by several people, of which some cannot be held: as many as
 * possible keep their moment with another person, the others get the nearest day that all that stands leaves. A session
 * stays in one place: another one is looked for only where that moves fewer half-days, the nearest one first.
 */
public final class HalfDayRepair {

    private final PlanFacts facts;
    private final Whereabouts map;
    private final Map<Integer, Draft> standing = new TreeMap<>();
    private final Predicate<Draft> holds;
    private final Map<Integer, Draft> agreed;

    /**
     * @param standing all that takes place, half-days under numbers of their own
     * @param holds whether a half-day keeps to what people said, by a judge of its own
     * @param agreed half-days that keep their moment as they were found together with all else that is hit
     */
    public HalfDayRepair(PlanFacts facts, List<Draft> standing, Predicate<Draft> holds, Map<Integer, Draft> agreed) {
        this.facts = facts;
        this.map = new Whereabouts(facts);
        this.holds = holds;
        this.agreed = agreed;
        standing.forEach(draft -> this.standing.put(draft.line(), agreed.getOrDefault(draft.line(), draft)));
    }

    /**
     * What is found stands for the sessions asked about next.
     *
     * @param parts of one session, those to come
     * @param hit numbers of those that cannot be held as they stand
     * @param datesStay numbers of those of which only the people may change
     * @return all of them, in order of time; empty where one of them finds nothing
     */
    public Optional<List<Draft>> of(List<Draft> parts, Set<Integer> hit, Set<Integer> datesStay) {
        String place = parts.get(0).place();
        Optional<List<Draft>> here = in(place, parts, hit, datesStay);
        boolean noneMoves = here.filter(found -> moved(parts, found) == 0).isPresent();
        Optional<List<Draft>> best = noneMoves
                ? here
                : Stream.concat(
                                here.stream(),
                                otherPlaces(parts, hit).flatMap(other -> in(other, parts, hit, datesStay).stream()))
                        .min(Comparator.comparingLong((List<Draft> found) -> moved(parts, found))
                                .thenComparingDouble(this::personKilometres));
        best.ifPresent(found -> found.forEach(draft -> standing.put(draft.line(), draft)));
        return best;
    }

    private static long moved(List<Draft> parts, List<Draft> found) {
        Map<Integer, Draft> was = parts.stream().collect(Collectors.toMap(Draft::line, part -> part));
        return found.stream()
                .filter(draft -> !isSameMoment(draft, was.get(draft.line())))
                .count();
    }

    /** Of two places that move as few half-days, the nearer one for whom they expect. */
    private double personKilometres(List<Draft> found) {
        return found.stream()
                .flatMap(draft -> draft.seats().entrySet().stream()
                        .map(seat -> seat.getValue() * map.kilometres(seat.getKey(), draft.place())))
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static boolean isSameMoment(Draft one, Draft other) {
        return one.day().equals(other.day()) && one.start().equals(other.start());
    }

    /** Where those that are hit could meet at their own moment. */
    private Stream<String> otherPlaces(List<Draft> parts, Set<Integer> hit) {
        Ways ways = booked(parts);
        return parts.stream()
                .filter(part -> hit.contains(part.line()))
                .flatMap(part -> ways.anywhere(part, part.day(), part.start()))
                .map(Draft::place)
                .filter(place -> !place.equals(parts.get(0).place()))
                .distinct();
    }

    private Optional<List<Draft>> in(String place, List<Draft> parts, Set<Integer> hit, Set<Integer> datesStay) {
        Ways ways = booked(parts);
        List<Draft> found = new ArrayList<>();
        List<Draft> open = new ArrayList<>();
        for (Draft part : parts) {
            boolean stays = place.equals(part.place()) && !hit.contains(part.line());
            (stays ? found : open).add(part);
        }
        found.forEach(ways::book);
        for (Draft part : open) {
            Optional<Draft> way = way(ways, housed(part, place), datesStay);
            if (way.isEmpty()) {
                return Optional.empty();
            }
            ways.book(way.get());
            found.add(way.get());
        }
        found.sort(Comparator.comparing((Draft draft) -> draft.day().atTime(draft.start())));
        return Optional.of(found);
    }

    private Optional<Draft> way(Ways ways, Draft was, Set<Integer> datesStay) {
        Predicate<Draft> fits = draft -> draft.place().equals(was.place())
                && MiddayBreak.of(draft.start(), draft.module().minutes()) == 0
                && holds.test(draft);
        Optional<Draft> then = facts.schoolDay().test(was.day())
                ? ways.at(was, was.day(), was.start())
                        .filter(fits)
                        .min(Comparator.comparing(draft -> !draft.equals(agreed.get(was.line()))))
                : Optional.empty();
        return datesStay.contains(was.line()) ? then : then.or(() -> otherwise(ways, was, fits));
    }

    private Optional<Draft> otherwise(Ways ways, Draft was, Predicate<Draft> fits) {
        return Stream.of(ways.sequence().eve(was), facts.until())
                .distinct()
                .flatMap(last -> Stream.concat(
                        ways.nearest(was, last, ways::isSchoolFreeInWeek), ways.nearest(was, last, ways::isSchoolFree)))
                .filter(fits)
                .findFirst();
    }

    private static Draft housed(Draft part, String place) {
        return new Draft(
                part.vagueRank(),
                part.module(),
                part.day(),
                part.start(),
                place,
                part.capacity(),
                part.trainerId(),
                part.profiles(),
                part.seats(),
                part.expected(),
                part.line());
    }

    private Ways booked(List<Draft> without) {
        Set<Integer> left = without.stream().map(Draft::line).collect(Collectors.toSet());
        var ways = new Ways(facts, standing, true);
        standing.values().stream().filter(draft -> !left.contains(draft.line())).forEach(ways::book);
        return ways;
    }
}
