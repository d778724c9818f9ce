package fr.forment.plan;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The judge of plans, for tests of other rooms. */
public final class PlanJudge {

    private PlanJudge() {}

    /** What keeps sessions from taking place, in French; empty when every session can. */
    public static List<String> blocking(PlanFacts facts, List<Draft> drafts) {
        return warnings(facts, drafts, Warning.Weight.BLOQUANT);
    }

    /** What else matters about the plan. */
    public static List<String> important(PlanFacts facts, List<Draft> drafts) {
        return warnings(facts, drafts, Warning.Weight.IMPORTANT);
    }

    private static List<String> warnings(PlanFacts facts, List<Draft> drafts, Warning.Weight weight) {
        return new PlanCheck(facts, sessions(drafts))
                .warnings().stream()
                        .filter(warning -> warning.weight() == weight)
                        .map(warning -> "n° " + warning.line() + " " + warning.text())
                        .toList();
    }

    /** As a version keeps them, under their numbers; new ones come after. */
    public static List<PlannedSession> sessions(List<Draft> drafts) {
        int free = drafts.stream()
                        .map(Draft::line)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(0)
                + 1;
        return IntStream.range(0, drafts.size())
                .mapToObj(n -> PlannedSession.of(
                        drafts.get(n).line() == null ? free + n : drafts.get(n).line(), drafts.get(n)))
                .toList();
    }
}
