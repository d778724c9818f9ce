package fr.forment.incident;

import fr.forment.alternative.Reliefs;
import fr.forment.french.French;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.repair.Openings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A session that must come before an opening, and no longer would.
 *
 * @param freed the smallest thing more with which it would come before it, tried
 * @param looked whether that was looked for
 */
public record OpeningRisk(int line, int vagueRank, LocalDate opensOn, Optional<Reliefs.Found> freed, boolean looked) {

    /** Of more of them the opening has to be moved anyway. */
    private static final int FREED = 3;

    /** @param sessions of the repaired plan, each under its number; @param lines of those at risk */
    static List<OpeningRisk> of(PlanFacts facts, List<Draft> sessions, Set<Integer> lines) {
        List<Integer> all = List.copyOf(lines);
        return sessions.stream()
                .filter(draft -> lines.contains(draft.line()))
                .map(draft -> {
                    LocalDate opensOn = Openings.of(facts, draft).orElseThrow();
                    boolean looks = all.indexOf(draft.line()) < FREED;
                    return new OpeningRisk(
                            draft.line(),
                            draft.vagueRank(),
                            opensOn,
                            looks
                                    ? Reliefs.smallest(
                                            facts,
                                            sessions,
                                            draft.line(),
                                            Aim.at((day, start) -> day.isBefore(opensOn)))
                                    : Optional.empty(),
                            looks);
                })
                .toList();
    }

    /** @param freed what would do, as a sentence; null: nothing was found */
    public String inFrench(String freed) {
        return "L'ouverture de la vague " + vagueRank + ", prévue le " + French.day(opensOn)
                + ", est menacée : la session de la ligne " + line
                + " doit avoir lieu avant, et aucun jour n'y est libre."
                + (freed != null
                        ? freed
                        : looked
                                ? " Une demi-journée de formateur, une habilitation, un jour ou une salle de plus n'y suffiraient pas, à eux seuls : déplacez l'ouverture, sur la page du projet."
                                : " Déplacez l'ouverture, sur la page du projet.");
    }
}
