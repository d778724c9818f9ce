package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.ScoreAnalysisFetchPolicy;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.impl.score.constraint.ConstraintMatchPolicy;
import ai.timefold.solver.core.impl.score.director.InnerScoreDirector;
import ai.timefold.solver.core.impl.score.director.ScoreDirectorFactory;
import ai.timefold.solver.core.impl.solver.DefaultSolverFactory;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * What a plan is worth with one of its sessions held at another moment, by somebody else or elsewhere. The plan is laid
 * out and counted once; each way costs its difference only.
 */
@NamedInterface("scales") // rooms above weigh with it
public final class Scales implements AutoCloseable {

    private final Basis basis;
    private final Courses courses;
    private final InnerScoreDirector<Timetable, HardMediumSoftLongScore> director;
    private final Map<Integer, Sitting> byLine = new HashMap<>();
    private Score now;

    /**
     * @param sessions of the plan, each under its number
     * @param ways all that will be weighed; of others, on moments nobody named, rules are not counted but goals are
     */
    public Scales(PlanFacts facts, List<Draft> sessions, Collection<Draft> ways) {
        List<Draft> known = new ArrayList<>(sessions);
        facts.conditions().held().forEach(held -> known.add(held.session()));
        this.basis = new Basis(facts, known, ways);
        this.courses = new Courses(basis, sessions);
        ways.forEach(courses::moment);
        Timetable timetable = Drafting.asItStands(basis, sessions, Appraisal.EQUALLY);
        timetable.sittings().stream()
                .filter(sitting -> sitting.gathering().stands() != null)
                .filter(sitting -> sitting.gathering().stands().line() != null)
                .forEach(sitting -> byLine.put(sitting.gathering().stands().line(), sitting));
        this.director = Directors.FACTORY
                .createScoreDirectorBuilder()
                .withConstraintMatchPolicy(ConstraintMatchPolicy.ENABLED_WITHOUT_JUSTIFICATIONS)
                .build();
        director.setWorkingSolution(timetable);
        this.now = score();
    }

    /** Of the plan as it is, with what was settled. */
    public Score now() {
        return now;
    }

    /**
     * With the session of that number held that way, by the same people. Rules are counted at the pace of the plan as
     * it is: a way may count as broken what a plan of another pace allows.
     */
    public Score with(Draft way) {
        return with(List.of(way));
    }

    /** The same with several sessions held otherwise at once. */
    public Score with(List<Draft> ways) {
        Map<Sitting, Sitting> were = new LinkedHashMap<>();
        for (Draft way : ways) {
            Sitting sitting = byLine.get(way.line());
            were.put(sitting, new Sitting(sitting.gathering(), sitting.moment(), sitting.leader(), sitting.venue()));
            hold(sitting, courses.moment(way), basis.leader(way), basis.venue(way.place()));
        }
        try {
            return score();
        } finally {
            were.forEach((sitting, was) -> hold(sitting, was.moment(), was.leader(), was.venue()));
        }
    }

    /** Has a session held that way from now on. */
    public void settle(Draft way) {
        hold(byLine.get(way.line()), courses.moment(way), basis.leader(way), basis.venue(way.place()));
        now = score();
    }

    private void hold(Sitting sitting, Moment moment, Leader leader, Venue venue) {
        List<String> variables = List.of("moment", "leader", "venue");
        variables.forEach(variable -> director.beforeVariableChanged(sitting, variable));
        sitting.hold(moment, leader, venue);
        variables.forEach(variable -> director.afterVariableChanged(sitting, variable));
        director.triggerVariableListeners();
    }

    private Score score() {
        return Appraisal.of(director.buildScoreAnalysis(ScoreAnalysisFetchPolicy.FETCH_SHALLOW));
    }

    @Override
    public void close() {
        director.close();
    }

    /** Made once a JVM, when first needed. */
    private static final class Directors {

        static final ScoreDirectorFactory<Timetable, HardMediumSoftLongScore> FACTORY = ((DefaultSolverFactory<
                                Timetable>)
                        SolverFactory.<Timetable>create(SearchSettings.scoring()))
                .getScoreDirectorFactory();
    }
}
