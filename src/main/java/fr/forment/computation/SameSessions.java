package fr.forment.computation;

import fr.forment.plan.PlannedSession;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Recognises the sessions of a version in a plan that was computed anew, whatever numbers the search carried along: the
 * same session keeps its number, one at the same hour and place or with most of its people takes its number over,
 * others get new numbers. So nothing is said to have moved that is where it was. Pure.
 */
final class SameSessions {

    private final List<PlannedSession> present;
    private final int firstFree;

    /** @param firstFree a number nobody ever had; so has none above it */
    SameSessions(List<PlannedSession> present, int firstFree) {
        this.present = present;
        this.firstFree = firstFree;
    }

    /** @param computed with number 0 where they have none yet */
    List<PlannedSession> numbered(List<PlannedSession> computed) {
        Map<Integer, PlannedSession> free = new LinkedHashMap<>();
        present.forEach(session -> free.put(session.line(), session));
        PlannedSession[] numbered = new PlannedSession[computed.size()];
        take(computed, numbered, free, (before, after) -> before.line() == after.line() && before.isSameAs(after));
        take(computed, numbered, free, PlannedSession::isSameAs);
        take(
                computed,
                numbered,
                free,
                (before, after) -> before.startsAt().equals(after.startsAt())
                        && before.place().equals(after.place())
                        && shared(before, after) > 0);
        take(
                computed,
                numbered,
                free,
                (before, after) -> before.day().equals(after.day()) && shared(before, after) > 0);
        take(computed, numbered, free, (before, after) -> shared(before, after) > 0);
        take(computed, numbered, free, (before, after) -> before.line() == after.line());
        int next = firstFree;
        for (int n = 0; n < numbered.length; n++) {
            numbered[n] = numbered[n] == null ? computed.get(n).numbered(next++) : numbered[n];
        }
        return List.of(numbered);
    }

    private record Pair(int n, PlannedSession before, PlannedSession after) {}

    /** Those who share most first, whichever of them comes first in the plan. */
    private static void take(
            List<PlannedSession> computed,
            PlannedSession[] numbered,
            Map<Integer, PlannedSession> free,
            BiPredicate<PlannedSession, PlannedSession> alike) {
        IntStream.range(0, numbered.length)
                .filter(n -> numbered[n] == null)
                .boxed()
                .flatMap(n -> List.copyOf(free.values()).stream().map(before -> new Pair(n, before, computed.get(n))))
                .filter(pair -> isOfOneKind(pair.before(), pair.after()) && alike.test(pair.before(), pair.after()))
                .sorted(Comparator.<Pair>comparingInt(pair -> -shared(pair.before(), pair.after()))
                        .thenComparingLong(pair -> Math.abs(ChronoUnit.DAYS.between(
                                pair.before().day(), pair.after().day())))
                        .thenComparingInt(pair -> pair.before().line())
                        .thenComparingInt(Pair::n))
                .toList()
                .forEach(pair -> {
                    if (numbered[pair.n()] == null && free.remove(pair.before().line()) != null) {
                        numbered[pair.n()] = pair.after().numbered(pair.before().line());
                    }
                });
    }

    private static boolean isOfOneKind(PlannedSession one, PlannedSession other) {
        return one.moduleCode().equals(other.moduleCode())
                && one.phase() == other.phase()
                && Objects.equals(one.vagueRank(), other.vagueRank());
    }

    /** People of the same schools; of the circonscription's own people, all. */
    private static int shared(PlannedSession one, PlannedSession other) {
        return one.seats().isEmpty() && other.seats().isEmpty()
                ? 1
                : one.seats().entrySet().stream()
                        .mapToInt(
                                seat -> Math.min(seat.getValue(), other.seats().getOrDefault(seat.getKey(), 0)))
                        .sum();
    }
}
