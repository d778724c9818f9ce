package fr.forment.arrival.web;

import fr.forment.account.AgentFunction;
import fr.forment.account.SignedIn;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalPeople;
import fr.forment.arrival.Arrivals;
import fr.forment.database.Slice;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.people.TrainingRecords;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.Appointments;
import fr.forment.territory.PlaceNames;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the pages show of arrivals, and to whom. */
@Component
@RequiredArgsConstructor
class ArrivalPages {

    private final Arrivals arrivals;
    private final ListedArrivals listed;
    private final SessionWords words;
    private final PlaceNames names;
    private final Agents agents;
    private final TrainingRecords records;
    private final Sessions sessions;
    private final Appointments appointments;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final Clock clock;

    /**
     * One module of a path.
     *
     * @param session null while no date is set
     * @param instead stands in the place of its date; null where the session is to come at it
     */
    public record Step(String module, String title, boolean done, TrainingSession session, String instead) {}

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

    /** Those the signed-in person may see; as many statements for many as for one. */
    Slice<Row> mine(boolean openOnly, int page) {
        return listed.arrivals(openOnly, page).with(ids -> {
            List<Arrival> some = arrivals.all(ids);
            return rows(some, known(some));
        });
    }

    boolean maySee(Arrival arrival) {
        return agents.find(arrival.agentId())
                .filter(agent -> maySee(arrival, agent, seen(List.of(arrival))))
                .isPresent();
    }

    /** A former school keeps no eye on who moved on; the person always sees the own arrival. */
    private boolean maySee(Arrival arrival, Agent agent, Set<String> places) {
        return agent.id().equals(me.agentId()) || places.contains(place(arrival)) && mine.covers(agent);
    }

    /** The places, of these arrivals, whose people are seen. */
    private Set<String> seen(List<Arrival> some) {
        Set<String> seen = new HashSet<>(mine.seenSchools(
                some.stream().map(Arrival::schoolUai).filter(Objects::nonNull).collect(Collectors.toSet())));
        seen.addAll(mine.seenCirconscriptions(some.stream()
                .filter(each -> each.schoolUai() == null)
                .map(Arrival::circonscriptionUai)
                .collect(Collectors.toSet())));
        return seen;
    }

    private static String place(Arrival arrival) {
        return arrival.schoolUai() != null ? arrival.schoolUai() : arrival.circonscriptionUai();
    }

    private Map<Long, Agent> known(List<Arrival> some) {
        return agents.all(some.stream().map(Arrival::agentId).distinct().toList()).stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
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

    Agent person(Arrival arrival) {
        return known(List.of(arrival)).get(arrival.agentId());
    }

    Row row(Arrival arrival) {
        return rows(List.of(arrival), known(List.of(arrival))).get(0);
    }

    private List<Row> rows(List<Arrival> some, Map<Long, Agent> known) {
        List<Long> ids = some.stream().map(Arrival::agentId).distinct().toList();
        Map<Long, Set<String>> held = records.of(ids);
        Map<Long, List<TrainingSession>> enrolled = sessions.byAgent(ids);
        UnaryOperator<String> titles = words.titles();
        UnaryOperator<String> places =
                names.of(some.stream().map(ArrivalPages::place).toList());
        LocalDate today = LocalDate.now(clock);
        return some.stream()
                .map(each -> new Row(
                        each,
                        known.get(each.agentId()),
                        places.apply(place(each)),
                        ArrivalPeople.since(each, known.get(each.agentId())),
                        steps(
                                each,
                                held.getOrDefault(each.agentId(), Set.of()),
                                each.isOpen() ? enrolled.getOrDefault(each.agentId(), List.of()) : List.of(),
                                titles),
                        each.isOpen() && each.dueOn() != null && today.isAfter(each.dueOn())))
                .toList();
    }

    private List<Step> steps(
            Arrival arrival, Set<String> held, List<TrainingSession> enrolled, UnaryOperator<String> titles) {
        return arrival.path().stream()
                .map(module -> step(module, titles.apply(module), held.contains(module), enrolled))
                .toList();
    }

    private Step step(String module, String title, boolean done, List<TrainingSession> enrolled) {
        TrainingSession session = enrolled.stream()
                .filter(each ->
                        each.moduleCode().equals(module) && !each.state().isOver())
                .findFirst()
                .orElse(null);
        return new Step(
                module,
                title,
                done,
                session,
                session == null ? null : appointments.instead(session).orElse(null));
    }
}
