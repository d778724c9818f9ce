package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import ai.timefold.solver.core.impl.phase.scope.AbstractStepScope;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Search;
import fr.forment.plan.calculation.Solution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** From a proposal to the best plan found in the time given. */
public final class PlanSearch {

    private PlanSearch() {}

    /**
     * @param other a second proposal, asked for once the first one was told; the better one is the start
     * @param known plans that stand: one that is better, or that seats more people and breaks no more rules, is the
     *     start
     */
    public static Solution from(
            PlanFacts facts,
            List<Draft> proposal,
            Supplier<List<Draft>> other,
            List<List<Draft>> known,
            Search search,
            Consumer<Solution> better,
            BooleanSupplier stop) {
        return from(facts, proposal, other, known, search, better, stop, EnvironmentMode.NO_ASSERT);
    }

    static Solution from(
            PlanFacts facts,
            List<Draft> proposal,
            Supplier<List<Draft>> other,
            List<List<Draft>> known,
            Search search,
            Consumer<Solution> better,
            BooleanSupplier stop,
            EnvironmentMode mode) {
        var basis = basis(facts, proposal);
        Timetable start = Drafting.of(basis, proposal, search.weights());
        var shown = new Showcase(basis, search.weights(), better);
        shown.begin(new Solution(proposal, Appraisal.of(start)));
        if (stop.getAsBoolean() || !start.canChange()) {
            return shown.best();
        }
        List<Draft> second = other.get();
        Timetable rival = Drafting.of(basis(facts, second), second, search.weights());
        if (rival.keepsTheRhythmOf(start) && shown.end(rival)) {
            start = rival;
        }
        for (List<Draft> standing : known) {
            Timetable there = Drafting.of(basis(facts, standing), standing, search.weights());
            if (there.seated() > start.seated() && shown.endUnlessWorse(there)
                    || there.seated() == start.seated() && there.keepsTheRhythmOf(start) && shown.end(there)) {
                start = there;
            }
        }
        Solver<Timetable> solver = SolverFactory.<Timetable>create(SearchSettings.of(start, search, mode))
                .buildSolver();
        solver.addEventListener(event -> shown.offer(event.getNewBestSolution()));
        ((DefaultSolver<Timetable>) solver).addPhaseLifecycleListener(new Stopping(solver, stop));
        shown.end(solver.solve(start));
        shown.touch(plan -> FreeWishes.afterSearch(facts, plan, search.weights()), plan -> score(facts, plan));
        return shown.best();
    }

    public static Score score(PlanFacts facts, List<Draft> sessions) {
        return Appraisal.of(Drafting.asItStands(basis(facts, sessions), sessions, Appraisal.EQUALLY));
    }

    private static Basis basis(PlanFacts facts, List<Draft> sessions) {
        List<Draft> known = new ArrayList<>(sessions);
        facts.conditions().held().forEach(held -> known.add(held.session()));
        return new Basis(facts, known);
    }

    /** Asks a few times a second whether to go on. */
    private static final class Stopping extends PhaseLifecycleListenerAdapter<Timetable> {

        private static final long PAUSE = Duration.ofMillis(100).toNanos();

        private final Solver<Timetable> solver;
        private final BooleanSupplier stop;
        private long asked = System.nanoTime();

        Stopping(Solver<Timetable> solver, BooleanSupplier stop) {
            this.solver = solver;
            this.stop = stop;
        }

        @Override
        public void stepEnded(AbstractStepScope<Timetable> step) {
            long now = System.nanoTime();
            if (now - asked > PAUSE) {
                asked = now;
                if (stop.getAsBoolean()) {
                    solver.terminateEarly();
                }
            }
        }
    }
}
