package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes the sessions of a plan: trainers first, then each vague from the day it can start ({@link EarliestStart}).
 * Deterministic: the same facts give the same plan. What finds no day or no trainer is left for the check to tell,
 * never invented.
 */
public final class PlanCalculator {

    /** Fewer people wait for the continuous phase, unless their training is compulsory before the opening. */
    public static final int FEWEST = VaguePhase.MINIMUM;

    private PlanCalculator() {}

    /** In the order they were placed. */
    public static List<Draft> propose(PlanFacts facts) {
        var agenda = new Agenda(facts.busy());
        var trainers = new Trainers(facts.people(), agenda);
        List<Draft> drafts = new ArrayList<>(new TrainersPhase(facts, agenda, trainers).propose());
        LocalDate trained =
                drafts.stream().map(Draft::day).max(LocalDate::compareTo).orElse(null);
        for (VagueFacts vague : facts.vagues()) {
            drafts.addAll(new VaguePhase(
                            facts,
                            vague,
                            EarliestStart.ofVague(facts, vague, trained).day(),
                            agenda,
                            trainers)
                    .propose());
        }
        return drafts;
    }
}
