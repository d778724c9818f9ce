package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.conditions.Lack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The hours that the people of a group lack, for each of them as many as it takes and no more. */
final class MoreHours {

    private MoreHours() {}

    /** Empty where nobody lacks any. */
    static Optional<Relief> of(PlanFacts facts, List<Draft> sessions, Unseated group) {
        Map<Long, Integer> minutes = new TreeMap<>();
        Lack.people(facts, sessions).forEach((cell, lacking) -> {
            if (cell.moduleCode().equals(group.module().code())
                    && group.vague().schoolUais().contains(cell.schoolUai())) {
                minutes.putAll(lacking);
            }
        });
        return minutes.isEmpty() ? Optional.empty() : Optional.of(Relief.hours(facts, minutes));
    }
}
