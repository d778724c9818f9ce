package fr.forment.benchmark.plan;

import fr.forment.account.AgentFunction;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Circonscriptions planned one after the other: who works for all of them (fournisseur, CPD, IEN numérique) is one
 * person, and is taken where an earlier plan has booked them.
 */
final class Department {

    private static final Map<AgentFunction, Long> SHARED = Map.of(
            AgentFunction.FOURNISSEUR, 1_000_001L,
            AgentFunction.CPD, 1_000_002L,
            AgentFunction.IEN_NUMERIQUE, 1_000_003L,
            AgentFunction.DSI, 1_000_004L);

    private final List<Busy> booked = new ArrayList<>();

    /** The facts of the next circonscription, with what is booked of the shared trainers. */
    PlanFacts next(PlanFacts facts) {
        List<Person> people = new ArrayList<>();
        facts.people()
                .forEach(person -> people.add(
                        person.schoolUai() == null && SHARED.containsKey(person.function())
                                ? as(SHARED.get(person.function()), person)
                                : person));
        for (AgentFunction function : List.of(AgentFunction.FOURNISSEUR, AgentFunction.CPD)) {
            if (people.stream().noneMatch(person -> person.function() == function)) {
                people.add(new Person(SHARED.get(function), function, null, 0, Set.of()));
            }
        }
        return Facts.with(facts, people, facts.needs(), booked);
    }

    void book(List<Draft> sessions) {
        sessions.stream()
                .filter(session -> SHARED.containsValue(session.trainerId()))
                .forEach(session -> booked.add(
                        new Busy(session.trainerId(), session.place(), session.day(), session.start(), session.end())));
    }

    int sessions() {
        return booked.size();
    }

    /** Pairs of sessions that one person would hold at the same time. */
    long clashes() {
        long clashes = 0;
        for (int i = 0; i < booked.size(); i++) {
            for (int j = i + 1; j < booked.size(); j++) {
                Busy one = booked.get(i);
                Busy other = booked.get(j);
                clashes += one.trainerId().equals(other.trainerId())
                                && one.overlaps(other.day(), other.start(), other.end())
                        ? 1
                        : 0;
            }
        }
        return clashes;
    }

    private static Person as(long id, Person person) {
        return new Person(id, person.function(), person.schoolUai(), person.minutesLeft(), person.trained());
    }
}
