package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which openings a plan puts at risk: what must come before one would be held on its day or later. */
public final class Openings {

    private Openings() {}

    /** The day by which the ENT is open to those a session is for, where the session must come before it. */
    public static Optional<LocalDate> of(PlanFacts facts, Draft session) {
        return Optional.ofNullable(session.vagueRank())
                .filter(rank -> session.module().comesBeforeOpening())
                .flatMap(facts::vague)
                .map(VagueFacts::opensOn);
    }

    /** It stood before the opening, and would no more. */
    static boolean endangers(PlanFacts facts, Draft was, Draft way) {
        return of(facts, way)
                .filter(opening -> was.day().isBefore(opening) && !way.day().isBefore(opening))
                .isPresent();
    }

    /** Numbers of the sessions that stood before the opening, and do no more. */
    public static Set<Integer> endangered(PlanFacts facts, Map<Integer, Draft> before, Collection<Draft> after) {
        Set<Integer> found = new TreeSet<>();
        after.stream()
                .filter(draft -> draft.line() != null && before.containsKey(draft.line()))
                .filter(draft -> endangers(facts, before.get(draft.line()), draft))
                .forEach(draft -> found.add(draft.line()));
        return found;
    }
}
