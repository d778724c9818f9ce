package fr.forment.incident;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sessions of which nobody was told yet, and that can no longer be summoned in time on the day they were planned: a
 * vague, or the training of trainers, began later than the plan thought.
 */
record Lateness(StandingPlan standing, LocalDate today) {

    /** By number, why the day does not do. */
    Map<Integer, List<String>> why() {
        PlanFacts facts = standing.basis().facts();
        return standing.sessions().stream()
                .filter(session -> standing.undated().contains(session.line()))
                .filter(session -> session.day().isBefore(facts.from()))
                .filter(session -> session.vagueRank() == null
                        || facts.vague(session.vagueRank())
                                .filter(vague -> !vague.schoolUais().isEmpty())
                                .isPresent())
                .collect(Collectors.toMap(PlannedSession::line, this::sentence));
    }

    private List<String> sentence(PlannedSession session) {
        return List.of(
                session.day().isBefore(today)
                        ? "La date prévue est passée, et personne n'a encore été convoqué."
                        : "La date prévue ne laisse plus le temps de convoquer : le premier jour possible est le "
                                + French.day(standing.basis().facts().from()) + ".");
    }

    /**
     * New days, after the time a decision takes. Where one finds none because another that nobody was told of either
     * stands in its way, all that nobody was told of may move.
     */
    Repaired repaired() {
        Set<Integer> late = why().keySet();
        Repaired few = repaired(late);
        if (few.stuck().isEmpty()) {
            return few;
        }
        Set<Integer> all = new HashSet<>(standing.undated());
        all.addAll(late);
        Repaired many = repaired(all);
        return many.stuck().size() < few.stuck().size() ? many : few;
    }

    private Repaired repaired(Set<Integer> lines) {
        PlanFacts facts = standing.basis().facts().needing(List.of());
        Conditions held = facts.conditions().with(standing.held());
        return Repair.late(facts.with(held), standing.basis().weights(), afterDecision(facts), lines);
    }

    private LocalDate afterDecision(PlanFacts facts) {
        return facts.from()
                .datesUntil(facts.until().plusDays(1))
                .filter(facts.schoolDay())
                .skip(standing.daysToDecide())
                .findFirst()
                .orElse(facts.until());
    }
}
