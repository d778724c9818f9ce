package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.stream.Stream;

/** All that decides which of two plans is the better one. */
public final class PlanConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return Stream.of(PlanRules.of(factory), PlanGoals.of(factory))
                .flatMap(Stream::of)
                .toArray(Constraint[]::new);
    }
}
