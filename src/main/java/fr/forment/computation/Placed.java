package fr.forment.computation;

import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Warning;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whom a plan seats of those who need it, by the needs as they are now. Pure. */
final class Placed {

    private final PlanBasis basis;

    Placed(PlanBasis basis) {
        this.basis = basis;
    }

    /** People who need a module and have a session of it that can take place, by the judge of the plan. */
    int count(List<PlannedSession> plan) {
        Set<Integer> broken = basis.blocking(plan).stream().map(Warning::line).collect(Collectors.toSet());
        Map<String, Integer> left = needed();
        return plan.stream()
                .filter(session -> !broken.contains(session.line()))
                .mapToInt(session -> sum(take(session, left)))
                .sum();
    }

    /**
     * The sessions for those who still need them: what a search may set out from. Empty where others of the
     * circonscription are to be trained than this plan trains, for the search leaves their sessions as they stand.
     */
    List<PlannedSession> stillNeeded(List<PlannedSession> plan) {
        Map<String, Integer> left = needed();
        List<PlannedSession> staying = plan.stream()
                .sorted(Comparator.comparing(PlannedSession::startsAt).thenComparingInt(PlannedSession::line))
                .map(session -> {
                    Map<String, Integer> seats = take(session, left);
                    return basis.pinned().contains(session.line())
                            ? session
                            : session.seating(session.seats().isEmpty() ? Map.of() : seats, sum(seats));
                })
                .filter(session -> session.expected() > 0)
                .toList();
        String team = basis.facts().circonscriptionUai();
        return left.entrySet().stream().anyMatch(need -> need.getKey().startsWith(team) && need.getValue() > 0)
                ? List.of()
                : staying;
    }

    private Map<String, Integer> needed() {
        Map<String, Integer> needed = new HashMap<>();
        basis.facts()
                .needs()
                .forEach(need -> needed.merge(need.schoolUai() + need.moduleCode(), need.people(), Integer::sum));
        return needed;
    }

    private Map<String, Integer> take(PlannedSession session, Map<String, Integer> left) {
        Map<String, Integer> seats = new TreeMap<>();
        Map<String, Integer> expected = session.seats().isEmpty()
                ? Map.of(basis.facts().circonscriptionUai(), session.expected())
                : session.seats();
        expected.forEach((uai, people) -> {
            String key = uai + session.moduleCode();
            int staying = Math.min(people, left.getOrDefault(key, 0));
            if (staying > 0) {
                left.merge(key, -staying, Integer::sum);
                seats.put(uai, staying);
            }
        });
        return seats;
    }

    private static int sum(Map<String, Integer> seats) {
        return seats.values().stream().mapToInt(Integer::intValue).sum();
    }
}
