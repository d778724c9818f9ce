package fr.forment.arrival.web;

import fr.forment.account.AgentFunction;
import fr.forment.account.SignedIn;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalPeople;
import fr.forment.arrival.Arrivals;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Circonscription;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the pages show of arrivals, and to whom. */
@Component
@RequiredArgsConstructor
class ArrivalPages {

    private final Arrivals arrivals;
    private final ArrivalPeople people;
    private final Agents agents;
    private final TrainingRecords records;
    private final Sessions sessions;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final Clock clock;

    /** One module of a path. {@code session} is null while no date is set. */
    public record Step(String module, String title, boolean done, TrainingSession session) {}

    /** One arrival as lists show it. */
    public record Row(Arrival arrival, Agent agent, String place, LocalDate since, List<Step> steps, boolean late) {

        public long done() {
            return steps.stream().filter(Step::done).count();
        }

        public String tag() {
            return late ? "bad" : arrival.ending() != null && arrival.ending().isTrained() ? "good" : "";
        }

        public String stateLabel() {
            return arrival.ending() != null && !arrival.isOpen()
                    ? arrival.ending().label()
                    : arrival.state().label();
        }
    }

    /** Those the signed-in person may see. */
    List<Row> mine(boolean openOnly) {
        Set<String> circonscriptions = mine.circonscriptionsOfPeople().stream()
                .map(Circonscription::uai)
                .collect(Collectors.toSet());
        List<Arrival> found = arrivals.in(mine.directedSchools(), circonscriptions).stream()
                .filter(each -> !openOnly || each.isOpen())
                .toList();
        Map<Long, Agent> known =
                agents.all(ids(found)).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
        List<Arrival> visible = found.stream()
                .filter(each -> maySee(each, known.get(each.agentId())))
                .toList();
        Map<Long, Set<String>> held = records.of(ids(visible));
        return visible.stream()
                .map(each -> row(each, known.get(each.agentId()), held.getOrDefault(each.agentId(), Set.of())))
                .toList();
    }

    boolean maySee(Arrival arrival) {
        return agents.find(arrival.agentId())
                .filter(agent -> maySee(arrival, agent))
                .isPresent();
    }

    /** A former school keeps no eye on who moved on; the person always sees the own arrival. */
    private boolean maySee(Arrival arrival, Agent agent) {
        boolean itsPlace = arrival.schoolUai() != null
                ? mine.seesPeopleOfSchool(arrival.schoolUai())
                : mine.seesPeopleOfCirconscription(arrival.circonscriptionUai());
        return agent.id().equals(me.agentId()) || itsPlace && mine.covers(agent);
    }

    /** @throws OutOfReach unless it is a session for the people of the circonscription where one arrives */
    void requireSession(Arrival arrival, long sessionId) {
        Reach.of(sessions.find(sessionId), session -> session.circonscriptionUai()
                .equals(arrival.circonscriptionUai()));
    }

    boolean isDirector(Arrival arrival) {
        return agents.find(arrival.agentId())
                .filter(agent -> agent.function() == AgentFunction.DIRECTEUR)
                .isPresent();
    }

    Row row(Arrival arrival) {
        return row(arrival, agents.find(arrival.agentId()).orElseThrow(), records.modulesOf(arrival.agentId()));
    }

    private Row row(Arrival arrival, Agent agent, Set<String> held) {
        List<TrainingSession> enrolled = arrival.isOpen() ? sessions.ofAgent(agent.id()) : List.of();
        List<Step> steps = arrival.path().stream()
                .map(module -> new Step(
                        module,
                        people.title(module),
                        held.contains(module),
                        enrolled.stream()
                                .filter(each -> each.moduleCode().equals(module)
                                        && each.state().isToCome())
                                .findFirst()
                                .orElse(null)))
                .toList();
        boolean late = arrival.isOpen()
                && arrival.dueOn() != null
                && LocalDate.now(clock).isAfter(arrival.dueOn());
        return new Row(arrival, agent, people.place(arrival), people.since(arrival), steps, late);
    }

    private static Collection<Long> ids(List<Arrival> some) {
        return some.stream().map(Arrival::agentId).distinct().toList();
    }
}
