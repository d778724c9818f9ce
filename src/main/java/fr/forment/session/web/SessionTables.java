package fr.forment.session.web;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestation;
import fr.forment.session.closing.Attestations;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Sessions and their people as rows of tables, each reader seeing what is his. */
@Component
@RequiredArgsConstructor
class SessionTables {

    private final Sessions sessions;
    private final SessionWords words;
    private final SessionAccess access;
    private final Attestations attestations;
    private final Agents agents;
    private final Schools schools;
    private final MyPerimeter perimeter;
    private final PlaceClocks clocks;

    /**
     * @param mine see {@link #mine()}
     * @param given those the reader gives a part of
     */
    List<SessionRow> rows(List<TrainingSession> some, Map<Long, Enrolment> mine, Set<Long> given) {
        UnaryOperator<String> titles = words.titles();
        UnaryOperator<String> places =
                words.places(some.stream().map(TrainingSession::place).toList());
        Function<TrainingSession, String> hours = words.hours(some);
        return some.stream()
                .map(session -> new SessionRow(
                        session.id(),
                        titles.apply(session.moduleCode()),
                        words.day(session),
                        hours.apply(session),
                        places.apply(session.place()),
                        session.state().label(),
                        session.isForParents() ? "parents" : session.booked() + " / " + session.capacity(),
                        given.contains(session.id())
                                ? "Formateur"
                                : mine.containsKey(session.id())
                                        ? mine.get(session.id()).state().label()
                                        : ""))
                .toList();
    }

    /** The reader's own active enrolments by session. */
    Map<Long, Enrolment> mine() {
        Map<Long, Enrolment> mine = new HashMap<>();
        if (access.agentId() != null) {
            sessions.enrolmentsOf(access.agentId()).stream()
                    .filter(enrolment -> enrolment.state().isActive())
                    .forEach(enrolment -> mine.put(enrolment.sessionId(), enrolment));
        }
        return mine;
    }

    /** By name. @param seen those the reader may see, see {@link SessionAccess#seen} */
    List<PersonRow> people(TrainingSession session, List<Enrolment> seen) {
        Predicate<Enrolment> spokenFor = access.spokenFor(session);
        Map<Long, Agent> people = agents
                .all(seen.stream().map(Enrolment::agentId).toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, agent -> agent));
        Map<String, School> places = schools.findAll(seen.stream()
                .map(Enrolment::schoolUai)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, String> proofs = attestations.ofSession(session.id()).stream()
                .collect(Collectors.toMap(Attestation::enrolmentId, Attestation::number));
        return seen.stream()
                .map(enrolment -> {
                    Agent agent = people.get(enrolment.agentId());
                    School school = enrolment.schoolUai() == null ? null : places.get(enrolment.schoolUai());
                    return new PersonRow(
                            enrolment.id(),
                            agent.id(),
                            agent.lastName() + " " + agent.firstName(),
                            school == null ? "" : school.displayName(),
                            agent.function().label(),
                            enrolment.state(),
                            enrolment.acknowledgedAt() == null
                                    ? null
                                    : enrolment.acknowledgedAt().atZone(clocks.of(session.circonscriptionUai())),
                            enrolment.minutesAttended(),
                            access.isMe(enrolment),
                            spokenFor.test(enrolment),
                            perimeter.covers(agent),
                            proofs.get(enrolment.id()));
                })
                .sorted(Comparator.comparing((PersonRow row) -> !row.state().isActive())
                        .thenComparing(PersonRow::name))
                .toList();
    }
}
