package fr.forment.computation;

import fr.forment.plan.PlannedSession;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Recognises the sessions of a version in a plan that was computed anew: the same session keeps its number, one that
 * takes over most of its people takes its number over, others get new numbers. Pure.
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
        for (int n = 0; n < numbered.length; n++) {
            PlannedSession session = computed.get(n);
            if (session.line() > 0 && free.remove(session.line()) != null) {
                numbered[n] = session;
            }
        }
        take(computed, numbered, free, PlannedSession::isSameAs);
        take(
                computed,
                numbered,
                free,
                (before, after) -> before.day().equals(after.day()) && shared(before, after) > 0);
        take(computed, numbered, free, (before, after) -> shared(before, after) > 0);
        int next = firstFree;
        for (int n = 0; n < numbered.length; n++) {
            numbered[n] = numbered[n] == null ? computed.get(n).numbered(next++) : numbered[n];
        }
        return List.of(numbered);
    }

    private static void take(
            List<PlannedSession> computed,
            PlannedSession[] numbered,
            Map<Integer, PlannedSession> free,
            BiPredicate<PlannedSession, PlannedSession> alike) {
        for (int n = 0; n < numbered.length; n++) {
            PlannedSession after = computed.get(n);
            if (numbered[n] == null) {
                List<PlannedSession> candidates = new ArrayList<>(free.values());
                PlannedSession taken = candidates.stream()
                        .filter(before -> isOfOneKind(before, after) && alike.test(before, after))
                        .min(Comparator.<PlannedSession>comparingInt(before -> -shared(before, after))
                                .thenComparingLong(
                                        before -> Math.abs(ChronoUnit.DAYS.between(before.day(), after.day())))
                                .thenComparingInt(PlannedSession::line))
                        .orElse(null);
                if (taken != null) {
                    free.remove(taken.line());
                    numbered[n] = after.numbered(taken.line());
                }
            }
        }
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
