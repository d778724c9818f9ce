package fr.forment.plan.conditions;

import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.hours.SharedHours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The seats that sessions have for each school, by module as long as it lasts there. Pure. */
public final class SeatsInPlan {

    private SeatsInPlan() {}

    /** By school. */
    public static Map<String, Map<ModuleFacts, Integer>> of(PlanFacts facts, List<PlannedSession> sessions) {
        Map<String, Map<ModuleFacts, Integer>> seats = new TreeMap<>();
        sessions.forEach(session -> facts.module(session.moduleCode()).ifPresent(module -> session.seats()
                .forEach((uai, people) -> seats.computeIfAbsent(uai, none -> new HashMap<>())
                        .merge(module.lasting(session.minutes()), people, Integer::sum))));
        return seats;
    }

    /** The seats of one of them, without those for which nobody has the time left. */
    public static Map<String, Integer> within(PlanFacts facts, List<PlannedSession> sessions, PlannedSession one) {
        Map<String, Map<ModuleFacts, Integer>> all = of(facts, sessions);
        Map<String, Integer> seats = new TreeMap<>();
        one.seats().forEach((uai, people) -> {
            int tooMany = facts.module(one.moduleCode())
                    .map(module -> SharedHours.of(facts, uai)
                            .tooMany(all.get(uai))
                            .getOrDefault(module.lasting(one.minutes()), 0))
                    .orElse(0);
            if (people > tooMany) {
                seats.put(uai, people - tooMany);
            }
        });
        return seats;
    }
}
