package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first day on which sessions can be held, and what has to come before it. The one rule for the calculation, the
 * check and whoever edits a plan: a session dated earlier would be past, or called for the same day, when its vague
 * begins.
 *
 * @param why a French phrase that follows "il faut d'abord"
 */
public record EarliestStart(LocalDate day, String why) {

    private static final String PLAN = "le temps de décider du plan et de convoquer";

    /** Of the training of trainers, and of whatever opens as soon as the plan is approved. */
    public static EarliestStart ofPlan(PlanFacts facts) {
        return new EarliestStart(facts.from(), PLAN);
    }

    /** @param trained the last session of the trainers in this plan; null without */
    public static EarliestStart ofVague(PlanFacts facts, VagueFacts vague, LocalDate trained) {
        if (vague.begun()) {
            return ofPlan(facts);
        }
        Pace pace = facts.pace();
        Optional<EarliestStart> trainers = Stream.of(
                        trainers(facts, trained, ""),
                        trainers(facts, pace.trainersUntil(), " inscrits hors de ce projet"))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(EarliestStart::day));
        Optional<EarliestStart> before = before(facts, vague)
                .map(other -> new EarliestStart(
                        pace.afterOpening(other.lastOpening(), facts.schoolDay()),
                        "l'ouverture de la vague " + other.rank() + ", " + pace.stabilisationDays()
                                + " jours d'usage, la décision de l'IEN et le délai de convocation"));
        return Stream.concat(Stream.of(ofPlan(facts)), Stream.concat(trainers.stream(), before.stream()))
                .max(Comparator.comparing(EarliestStart::day))
                .orElseThrow();
    }

    private static Optional<EarliestStart> trainers(PlanFacts facts, LocalDate last, String which) {
        return Optional.ofNullable(last)
                .map(day -> new EarliestStart(
                        facts.pace().afterTrainers(day, facts.schoolDay()),
                        "la fin de la formation des formateurs" + which + ", l'émargement et le délai de convocation"));
    }

    /** Vagues follow each other; one that lost all its schools holds nobody up. */
    private static Optional<VagueFacts> before(PlanFacts facts, VagueFacts vague) {
        return facts.vagues().stream()
                .filter(other ->
                        other.rank() < vague.rank() && !other.schoolUais().isEmpty())
                .max(Comparator.comparing(VagueFacts::lastOpening));
    }
}
