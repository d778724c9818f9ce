package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import fr.forment.plan.calculation.Search;
import java.util.ArrayList;
import java.util.List;

/** How the search is set up. */
final class SearchSettings {

    private static final int LATE = 20;

    private SearchSettings() {}

    /** @param mode how much the engine watches itself */
    static SolverConfig of(Timetable start, Search search, EnvironmentMode mode) {
        var termination = new TerminationConfig();
        if (search.atMost() != null) {
            termination.setSpentLimit(search.atMost());
        }
        if (search.steps() != null) {
            termination.setStepCountLimit(search.steps());
        }
        return scoring()
                .withEnvironmentMode(mode)
                .withRandomSeed(search.seed())
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(new UnionMoveSelectorConfig(moves(start)))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                        .withTerminationConfig(termination));
    }

    static SolverConfig scoring() {
        return new SolverConfig()
                .withSolutionClass(Timetable.class)
                .withEntityClasses(Sitting.class, Party.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withConstraintProviderClass(PlanConstraints.class));
    }

    private static List<MoveSelectorConfig> moves(Timetable start) {
        List<MoveSelectorConfig> moves = new ArrayList<>();
        if (start.sittings().stream().anyMatch(sitting -> !sitting.isPinned())) {
            moves.add(change("moment").withFixedProbabilityWeight(2.0));
            moves.add(change("leader").withFixedProbabilityWeight(1.0));
            moves.add(change("venue").withFixedProbabilityWeight(1.0));
            moves.add(new SwapMoveSelectorConfig()
                    .withEntitySelectorConfig(new EntitySelectorConfig(Sitting.class))
                    .withVariableNameIncludes("moment")
                    .withFixedProbabilityWeight(1.0));
        }
        if (!start.movable().isEmpty()) {
            moves.add(new MoveIteratorFactoryConfig()
                    .withMoveIteratorFactoryClass(Regroupings.class)
                    .withFixedProbabilityWeight(10.0));
        }
        return moves;
    }

    private static ChangeMoveSelectorConfig change(String variable) {
        return new ChangeMoveSelectorConfig()
                .withEntitySelectorConfig(new EntitySelectorConfig(Sitting.class))
                .withValueSelectorConfig(
                        new ai.timefold.solver.core.config.heuristic.selector.value.ValueSelectorConfig(variable));
    }
}
