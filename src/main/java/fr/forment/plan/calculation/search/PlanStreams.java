package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.function.QuadFunction;
import ai.timefold.solver.core.api.function.TriFunction;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.quad.QuadConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintCollector;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What several rules look at. The functions are kept: the same ones make the engine compute what they tell once for all
 * rules.
 */
final class PlanStreams {

    private static final Function<Party, Gathering> WHERE = Party::gathering;
    private static final Function<Party, Team> WHO = Party::team;
    private static final Function<Sitting, Gathering> OF = Sitting::gathering;
    private static final UniConstraintCollector<Party, ?, Integer> PEOPLE = ConstraintCollectors.sum(Party::people);
    private static final TriFunction<Gathering, Team, Integer, Gathering> SEATED =
            (gathering, team, people) -> gathering;
    private static final BiFunction<Gathering, Integer, Gathering> FILLED = (gathering, people) -> gathering;
    private static final QuadFunction<Gathering, Team, Integer, Sitting, Stay> STAY =
            (gathering, team, people, sitting) -> new Stay(team, people, sitting);

    /** People of one school in one session. */
    record Stay(Team team, int people, Sitting sitting) {

        boolean isNotBefore(Stay other) {
            return sitting.course().comesBefore(other.sitting.course()) && sitting.day() >= other.sitting.day();
        }
    }

    private PlanStreams() {}

    /** Each school in each session it has people in, and how many. */
    static QuadConstraintStream<Gathering, Team, Integer, Sitting> seats(ConstraintFactory factory) {
        return factory.forEach(Party.class).groupBy(WHERE, WHO, PEOPLE).join(Sitting.class, Joiners.equal(SEATED, OF));
    }

    static UniConstraintStream<Stay> stays(ConstraintFactory factory) {
        return seats(factory).map(STAY);
    }

    /** Each session that has people, and how many. */
    static BiConstraintStream<Sitting, Integer> filled(ConstraintFactory factory) {
        return factory.forEach(Party.class)
                .groupBy(WHERE, PEOPLE)
                .join(Sitting.class, Joiners.equal(FILLED, OF))
                .map((gathering, people, sitting) -> sitting, (gathering, people, sitting) -> people);
    }

    /** Each session that has people. */
    static UniConstraintStream<Sitting> held(ConstraintFactory factory) {
        return factory.forEach(Sitting.class).ifExists(Party.class, Joiners.equal(OF, WHERE));
    }
}
