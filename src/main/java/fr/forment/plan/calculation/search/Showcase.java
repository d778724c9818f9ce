package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Solution;
import fr.forment.plan.calculation.Weights;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The best plan so far, as people are shown it: each one better than the one before, not more often than can be read.
 */
final class Showcase {

    private static final long PAUSE = Duration.ofMillis(250).toNanos();

    private final Basis basis;
    private final Weights weights;
    private final Consumer<Solution> better;
    private Solution best;
    private long told;

    Showcase(Basis basis, Weights weights, Consumer<Solution> better) {
        this.basis = basis;
        this.weights = weights;
        this.better = better;
    }

    void begin(Solution proposal) {
        best = proposal;
        tell();
    }

    void offer(Timetable timetable) {
        if (System.nanoTime() - told >= PAUSE) {
            end(timetable);
        }
    }

    /** Returns whether it is better than any before. */
    boolean end(Timetable timetable) {
        Score score = Appraisal.of(timetable);
        int rules = score.compareTo(best.score());
        if (rules > 0 || rules == 0 && score.total(weights) < best.score().total(weights)) {
            best = new Solution(WrittenPlan.of(basis, timetable), score);
            tell();
            return true;
        }
        return false;
    }

    /** Whatever its goals are worth, if it breaks no more rules and leaves no more people without a session. */
    boolean endUnlessWorse(Timetable timetable) {
        Score score = Appraisal.of(timetable);
        if (score.compareTo(best.score()) < 0) {
            return false;
        }
        best = new Solution(WrittenPlan.of(basis, timetable), score);
        tell();
        return true;
    }

    /** Changes the best plan itself, where that is better. @param score of what comes of it */
    void touch(UnaryOperator<List<Draft>> change, Function<List<Draft>, Score> score) {
        List<Draft> changed = change.apply(best.sessions());
        if (changed.equals(best.sessions())) {
            return;
        }
        Score worth = score.apply(changed);
        int rules = worth.compareTo(best.score());
        if (rules > 0 || rules == 0 && worth.total(weights) < best.score().total(weights)) {
            best = new Solution(changed, worth);
            tell();
        }
    }

    private void tell() {
        told = System.nanoTime();
        better.accept(best);
    }

    Solution best() {
        return best;
    }
}
