package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.ScoreAnalysisFetchPolicy;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a timetable is worth, goal by goal, in units people understand. */
final class Appraisal {

    static final Weights EQUALLY =
            new Weights(Stream.of(Goal.values()).collect(Collectors.toMap(goal -> goal, goal -> 1)));

    private Appraisal() {}

    static Score of(Timetable timetable) {
        Timetable counted = timetable.weighed(Drafting.overrides(EQUALLY));
        return of(Scoring.MANAGER.analyze(counted, ScoreAnalysisFetchPolicy.FETCH_SHALLOW));
    }

    static Score of(ScoreAnalysis<HardMediumSoftLongScore> analysis) {
        Map<Goal, Long> goals = new EnumMap<>(Goal.class);
        for (Goal goal : Goal.values()) {
            long units = -analysis.getConstraintAnalysis(goal.name()).score().softScore();
            goals.put(goal, (units + Basis.KILOMETRE / 2) / Basis.KILOMETRE);
        }
        return new Score(broken(analysis), -analysis.score().mediumScore(), goals);
    }

    /** How often rules are broken, whatever one of them weighs. A penalty has a negative weight, as has its score. */
    private static long broken(ScoreAnalysis<HardMediumSoftLongScore> analysis) {
        return analysis.constraintAnalyses().stream()
                .filter(rule -> rule.weight().hardScore() != 0)
                .mapToLong(rule -> rule.score().hardScore() / rule.weight().hardScore())
                .sum();
    }

    /** Made once a JVM, when first needed. */
    private static final class Scoring {

        static final SolutionManager<Timetable, HardMediumSoftLongScore> MANAGER =
                SolutionManager.create(SolverFactory.<Timetable>create(SearchSettings.scoring()));
    }
}
