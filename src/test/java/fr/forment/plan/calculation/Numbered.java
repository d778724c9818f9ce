package fr.forment.plan.calculation;

import java.util.ArrayList;
import java.util.List;

/** The first proposal, its sessions numbered as those of a plan are. */
public final class Numbered {

    private Numbered() {}

    public static List<Draft> plan(PlanFacts facts) {
        return of(PlanCalculator.propose(facts));
    }

    public static List<Draft> of(List<Draft> drafts) {
        List<Draft> numbered = new ArrayList<>();
        drafts.forEach(draft -> numbered.add(draft.with(numbered.size() + 1, draft.seats(), draft.expected())));
        return numbered;
    }
}
