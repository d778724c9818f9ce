package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes the sessions of a plan: trainers first, then each vague between the opening of the one before and its own. Deterministic: the same
 * facts give the same plan. What finds no day or no trainer is left for the check to tell, never invented.
 */
public final class PlanCalculator {

    /** Between the training of trainers and the first sessions of schools: schools engage themselves and people are convoked. */
    static final int ENGAGEMENT_DAYS = 14;
    /** Between an opening and the sessions of the next vague: thirty days of stabilisation, the bilan, the decision of the IEN. */
    static final int STABILISATION_DAYS = 42;

    /** Fewer people wait for the continuous phase, unless their training is compulsory before the opening. */
    public static final int FEWEST = VaguePhase.MINIMUM;

    private PlanCalculator() {
    }

    /** In the order they were placed. */
    public static List<Draft> propose(PlanFacts facts) {
        var agenda = new Agenda(facts.busy());
        var trainers = new Trainers(facts.people(), agenda);
        List<Draft> drafts = new ArrayList<>(new TrainersPhase(facts, agenda, trainers).propose());
        LocalDate trained = drafts.stream().map(Draft::day).max(LocalDate::compareTo).orElse(null);
        LocalDate earliest = trained == null ? facts.from() : trained.plusDays(1);
        int gap = trained == null ? 0 : ENGAGEMENT_DAYS;
        for (VagueFacts vague : facts.vagues()) {
            drafts.addAll(new VaguePhase(facts, vague, from(earliest, gap, vague), agenda, trainers).propose());
            earliest = vague.opensOn().isAfter(earliest) ? vague.opensOn() : earliest;
            gap = STABILISATION_DAYS;
        }
        return drafts;
    }

    /** Where the gap would eat up all the days before the opening, it is given up. */
    private static LocalDate from(LocalDate earliest, int gap, VagueFacts vague) {
        LocalDate usual = earliest.plusDays(gap);
        return usual.isBefore(vague.opensOn()) ? usual : earliest;
    }
}
