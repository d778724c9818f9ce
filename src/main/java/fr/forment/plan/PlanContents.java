package fr.forment.plan;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Fills a version with sessions, and looks at them anew whenever they change. Called inside the transaction of the
 * services.
 */
@Component
@RequiredArgsConstructor
class PlanContents {

    private final PlanFactsReader reader;
    private final PlanLines lines;
    private final PlanFindings findings;
    private final PlanAsides asides;

    /** Returns how many sessions there are. */
    int calculate(Plan plan) {
        PlanFacts facts = reader.of(plan);
        List<Draft> drafts = new ArrayList<>(PlanCalculator.propose(facts));
        drafts.sort(Comparator.comparing(Draft::vagueRank, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Draft::day)
                .thenComparing(Draft::start)
                .thenComparing(draft -> draft.module().code()));
        for (int n = 0; n < drafts.size(); n++) {
            lines.add(plan.id(), session(n + 1, drafts.get(n)));
        }
        asides.write(plan);
        check(plan, facts);
        return drafts.size();
    }

    void copy(Plan from, Plan to) {
        lines.add(
                to.id(),
                lines.of(from.id()).stream()
                        .sorted(Comparator.comparingInt(PlannedSession::line))
                        .toList());
        asides.copy(from.id(), to.id());
        check(to);
    }

    void check(Plan plan) {
        check(plan, reader.of(plan));
    }

    PlanFacts facts(Plan plan) {
        return reader.of(plan);
    }

    private void check(Plan plan, PlanFacts facts) {
        var check = new PlanCheck(facts, lines.of(plan.id()));
        findings.replace(plan.id(), facts.needs(), check.loads(), check.warnings());
    }

    private static PlannedSession session(int line, Draft draft) {
        var module = draft.module();
        return new PlannedSession(
                0,
                0,
                line,
                draft.vagueRank() == null ? Phase.FORMATEURS : Phase.VAGUE,
                draft.vagueRank(),
                module.code(),
                draft.day(),
                draft.start(),
                module.minutes(),
                draft.place(),
                module.format(),
                draft.capacity(),
                module.trainerKind(),
                draft.trainerId(),
                draft.profiles(),
                draft.seats(),
                draft.expected());
    }
}
