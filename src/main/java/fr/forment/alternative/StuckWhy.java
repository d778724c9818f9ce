package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.PlanFacts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a session that can no longer be held as it stands finds no other moment, the other sessions staying where they
 * are.
 *
 * @param moments what takes away how many of those tried
 * @param alone nobody else than who leads it may lead it
 * @param freed the smallest thing more with which it could be held
 * @param looked whether that was looked for
 */
public record StuckWhy(
        int line, Map<Hindrance, Integer> moments, boolean alone, Optional<Reliefs.Found> freed, boolean looked) {

    /** Of each of them what would free it is tried: many of them are a plan to be made anew. */
    private static final int FREED = 4;

    /** @param sessions of the repaired plan, each under its number; @param lines of those that are stuck */
    public static List<StuckWhy> of(PlanFacts facts, List<Draft> sessions, List<Integer> lines) {
        return lines.stream()
                .map(line -> {
                    boolean looks = lines.indexOf(line) < FREED;
                    Otherwise otherwise = Otherwise.of(facts, sessions, line);
                    Map<Hindrance, Integer> moments = new EnumMap<>(Hindrance.class);
                    moments.putAll(otherwise.obstacles(Aim.ANY));
                    otherwise.obstacleInPlace().ifPresent(hindrance -> moments.merge(hindrance, 1, Integer::sum));
                    return new StuckWhy(
                            line,
                            moments,
                            isAlone(sessions, line, otherwise),
                            looks ? Reliefs.smallest(facts, sessions, line) : Optional.empty(),
                            looks);
                })
                .toList();
    }

    private static boolean isAlone(List<Draft> sessions, int line, Otherwise otherwise) {
        return sessions.stream()
                        .anyMatch(draft -> draft.line() == line
                                && draft.trainerId() != null
                                && !draft.module().isHeldBySchool())
                && !otherwise.isAnybodyElseAble();
    }
}
