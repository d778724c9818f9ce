package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.PlanFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a session that can no longer be held as it stands finds no other moment, the other sessions staying where they
 * are.
 *
 * @param moments what takes away how many of those tried
 * @param freed the smallest thing more with which it could be held
 * @param looked whether that was looked for
 */
public record StuckWhy(int line, Map<Hindrance, Integer> moments, Optional<Reliefs.Found> freed, boolean looked) {

    /** Of each of them what would free it is tried: many of them are a plan to be made anew. */
    private static final int FREED = 4;

    /** @param sessions of the repaired plan, each under its number; @param lines of those that are stuck */
    public static List<StuckWhy> of(PlanFacts facts, List<Draft> sessions, List<Integer> lines) {
        return lines.stream()
                .map(line -> {
                    boolean looks = lines.indexOf(line) < FREED;
                    return new StuckWhy(
                            line,
                            Otherwise.of(facts, sessions, line).obstacles(Aim.ANY),
                            looks ? Reliefs.smallest(facts, sessions, line, Aim.ANY) : Optional.empty(),
                            looks);
                })
                .toList();
    }
}
