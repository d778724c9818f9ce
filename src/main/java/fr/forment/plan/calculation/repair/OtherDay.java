package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Ways;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Another day for a session that cannot keep its own: before its vague opens where there is one, and the cheapest of
 * the nearest.
 *
 * @param standing all sessions, {@code ways} where all others are booked
 */
record OtherDay(PlanFacts facts, Collection<Draft> standing, Ways ways, WayPrices prices) {

    private static final int A_WEEK = 7;
    /** Ways to hold a session on another day that are priced before the cheapest is taken. */
    static final int MOST_WEIGHED = 40;

    Optional<Draft> of(Draft was) {
        LocalDate eve = ways.sequence().eve(was);
        return Stream.<Supplier<Stream<Draft>>>of(
                        () -> ways.nearest(was, eve, ways::isSchoolFreeInWeek),
                        () -> ways.nearest(was, eve, ways::isSchoolFree),
                        () -> new Otherwise.AnyHour(facts, standing, ways).of(was),
                        () -> ways.nearest(was, facts.until(), ways::isSchoolFreeInWeek),
                        () -> ways.nearest(was, facts.until(), ways::isSchoolFree))
                .flatMap(some -> prices.cheapest(nearest(was, some.get())).stream())
                .findFirst();
    }

    /**
     * Those that are hardly farther away than the nearest one: whoever has to come on another day does not mind a week.
     * What waits for the training of trainers waits no longer than it must.
     */
    private List<Draft> nearest(Draft was, Stream<Draft> nearestFirst) {
        List<Draft> found = new ArrayList<>();
        for (Iterator<Draft> all = nearestFirst.iterator(); all.hasNext() && found.size() < MOST_WEIGHED; ) {
            Draft way = all.next();
            long farther = found.isEmpty() ? 0 : days(was, way) - days(was, found.get(0));
            if (farther > (was.vagueRank() == null ? 0 : A_WEEK)
                    || was.vagueRank() == null
                            && !found.isEmpty()
                            && !way.day()
                                    .atTime(way.start())
                                    .equals(found.get(0)
                                            .day()
                                            .atTime(found.get(0).start()))) {
                break;
            }
            found.add(way);
        }
        return found.stream()
                .flatMap(way -> Stream.concat(Stream.of(way), ways.anywhere(was, way.day(), way.start())))
                .distinct()
                .limit(MOST_WEIGHED)
                .toList();
    }

    private static long days(Draft was, Draft way) {
        return Math.abs(ChronoUnit.DAYS.between(was.day(), way.day()));
    }
}
