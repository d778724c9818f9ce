package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes the sessions of a plan: what stands and may not change, then trainers, then each vague from the day it can
 * start ({@link EarliestStart}). Deterministic: the same facts give the same plan. What finds no day or no trainer is
 * left for the check to tell, never invented.
 */
public final class PlanCalculator {

    /** Fewer people wait for the continuous phase, unless their training is compulsory before the opening. */
    public static final int FEWEST = VaguePhase.MINIMUM;

    /** Where people meet who do not travel. */
    public static final String ONLINE = Meeting.ONLINE;

    private PlanCalculator() {}

    /** In the order they were placed. */
    public static List<Draft> propose(PlanFacts facts) {
        return propose(facts, Grouping.NEIGHBOURS);
    }

    /** The same, in groups whose ways are short; what else these groups cost is not looked at. */
    static List<Draft> proposeShortestWays(PlanFacts facts, Weights weights) {
        return propose(facts, new ShortestWays(facts, weights));
    }

    /** As few people as that are badly served by a session of their own. */
    public static int wellFilled(int groupSize) {
        return VaguePhase.wellFilled(groupSize);
    }

    private static List<Draft> propose(PlanFacts facts, Grouping grouping) {
        var agenda = new Agenda(facts);
        var trainers = new Trainers(facts, agenda);
        List<Draft> drafts = new ArrayList<>();
        facts.conditions().held().stream()
                .filter(Held::fixed)
                .map(Held::numbered)
                .forEach(draft -> {
                    agenda.book(draft, Agenda.key(draft));
                    drafts.add(draft);
                });
        drafts.addAll(new TrainersPhase(facts, agenda, trainers).propose());
        LocalDate trained = drafts.stream()
                .filter(draft -> draft.vagueRank() == null)
                .map(Draft::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        for (VagueFacts vague : facts.vagues()) {
            drafts.addAll(new VaguePhase(
                            facts,
                            vague,
                            EarliestStart.ofVague(facts, vague, trained).day(),
                            agenda,
                            trainers,
                            grouping)
                    .propose());
        }
        return drafts;
    }
}
