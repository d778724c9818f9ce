package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.PlanFacts;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a session could be held earlier, all others staying. Of a moment that does not do itself nothing is said but
 * that, with the first one that does; of days that can no longer be given nothing is said at all.
 *
 * @param sessions of the plan, each under its number
 */
record FirstMoment(PlanFacts facts, Collection<Draft> sessions) {

    /** What keeps a session from its own moment; twice a day for a school is no bar, only a custom. */
    private static final Set<Hindrance> BARS = EnumSet.of(
            Hindrance.TROP_TOT,
            Hindrance.TROP_TARD,
            Hindrance.ECOLE_EN_CLASSE,
            Hindrance.ECOLE_FERMEE,
            Hindrance.PARTICIPANTS_PRIS);

    /** In French, one or two sentences. */
    String of(Draft draft) {
        LocalDateTime now = moment(draft);
        if (draft.day().isBefore(facts.from())) {
            return "Sa date est passée, ou trop proche pour qu'une autre soit donnée à temps.";
        }
        Otherwise otherwise = Otherwise.of(facts, sessions, draft.line());
        Optional<Hindrance> bar = otherwise.obstacle(draft.day(), draft.start()).filter(BARS::contains);
        if (bar.isPresent()) {
            return "Le moment où elle se tient ne convient pas (" + bar.get().phrase() + "). "
                    + otherwise.all().stream()
                            .map(FirstMoment::moment)
                            .filter(other -> !other.equals(now))
                            .min(Comparator.naturalOrder())
                            .map(first -> "Premier moment possible, les autres sessions restant où elles sont : le "
                                    + French.day(first) + " à " + French.time(first.toLocalTime()) + ".")
                            .orElse("Les autres sessions restant où elles sont, aucun moment ne convient.");
        }
        Aim before = Aim.at((day, start) -> day.atTime(start).isBefore(now));
        List<Draft> earlier = otherwise.all(before);
        if (!earlier.isEmpty()) {
            return "Plus tôt, "
                    + French.count(
                            earlier.stream().map(FirstMoment::moment).distinct().count(),
                            "moment conviendrait",
                            "moments conviendraient")
                    + " aussi ; les propositions ci-dessous disent ce qu'il en coûterait.";
        }
        Map<Hindrance, Integer> obstacles = otherwise.obstacles(before);
        return obstacles.isEmpty()
                ? "C'est le premier moment possible."
                : "Aucun moment plus tôt ne convient, les autres sessions restant où elles sont : "
                        + WhyWords.counted(obstacles) + ".";
    }

    private static LocalDateTime moment(Draft draft) {
        return draft.day().atTime(draft.start());
    }
}
