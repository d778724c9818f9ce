package fr.forment.session;

import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads the sessions and who is in them. Lists go by date. */
@Component
@RequiredArgsConstructor
public class Sessions {

    private final SessionRepository repository;
    private final EnrolmentRepository enrolments;
    private final SessionHalfDays halfDays;
    private final Clock clock;
    private final PlaceClocks clocks;

    public Optional<TrainingSession> find(long id) {
        return repository.findById(id);
    }

    /** Nobody else takes or frees a place until the transaction ends. */
    public Optional<TrainingSession> hold(long id) {
        return repository.lock(id);
    }

    /** In no order; those that are gone are left out. */
    public List<TrainingSession> all(Collection<Long> ids) {
        return repository.findAllById(ids);
    }

    public List<TrainingSession> ofProject(long projectId) {
        return repository.findByProjectIdOrderByStartsAtAscIdAsc(projectId);
    }

    public List<TrainingSession> ofVague(long vagueId) {
        return repository.findByVagueIdOrderByStartsAtAscIdAsc(vagueId);
    }

    /** The next hundred of a circonscription that people may still join, full or not; soonest first. */
    public List<TrainingSession> upcoming(String circonscriptionUai) {
        return repository.upcoming(circonscriptionUai, clocks.now(circonscriptionUai));
    }

    /** Those to come of a circonscription that have room for somebody; soonest first. */
    public List<TrainingSession> withRoom(String circonscriptionUai) {
        return repository.withRoom(circonscriptionUai, clocks.now(circonscriptionUai));
    }

    /** Those of a module that people may still join, full or not. */
    public List<TrainingSession> upcoming(String circonscriptionUai, String moduleCode) {
        return repository.upcoming(circonscriptionUai, moduleCode, clocks.now(circonscriptionUai));
    }

    /** Everybody, in the order of the enrolments, those who left it included. */
    public List<Enrolment> enrolments(long sessionId) {
        return enrolments.findBySessionIdOrderById(sessionId);
    }

    /** Those of one person, in their order. */
    public List<Enrolment> enrolments(long sessionId, long agentId) {
        return enrolments.findBySessionIdAndAgentIdOrderById(sessionId, agentId);
    }

    public Optional<Enrolment> enrolment(long enrolmentId) {
        return enrolments.findById(enrolmentId);
    }

    /** Agents who were there, wholly or in part. */
    public List<Long> presentAt(long sessionId) {
        return enrolments(sessionId).stream()
                .filter(enrolment -> enrolment.state().wasThere())
                .map(Enrolment::agentId)
                .toList();
    }

    /** Those the person is or was enrolled in, or waits for. */
    public List<TrainingSession> ofAgent(long agentId) {
        return repository.ofAgent(agentId);
    }

    /** Newest first, those that ended early included. */
    public List<Enrolment> enrolmentsOf(long agentId) {
        return enrolments.findByAgentIdOrderByIdDesc(agentId);
    }

    /** Those of which the person gives a half-day at least: as their trainer, or in his place. */
    public List<TrainingSession> givenBy(long agentId) {
        List<TrainingSession> named = repository.namedTo(agentId);
        Map<Long, List<HalfDay>> all = halfDays.of(named);
        return named.stream()
                .filter(session -> all.get(session.id()).stream().anyMatch(half -> half.isGivenBy(agentId, session)))
                .toList();
    }

    /** Those entrusted to the person as a whole, whoever stands in. */
    public List<TrainingSession> trainedBy(long agentId) {
        return repository.findByTrainerIdOrderByStartsAtAscIdAsc(agentId);
    }

    public List<TrainingSession> ofCirconscriptions(Collection<String> uais) {
        return uais.isEmpty() ? List.of() : repository.ofCirconscriptions(uais);
    }

    /** As {@link #ofAgent}, of several people; those in no session are left out. */
    public Map<Long, List<TrainingSession>> byAgent(Collection<Long> agentIds) {
        List<Enrolment> active = agentIds.isEmpty() ? List.of() : enrolments.findByActiveAgentIdIn(agentIds);
        Map<Long, TrainingSession> known =
                repository.findAllById(active.stream().map(Enrolment::sessionId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(TrainingSession::id, session -> session));
        return active.stream()
                .collect(Collectors.groupingBy(
                        Enrolment::agentId, Collectors.collectingAndThen(Collectors.toList(), some -> some.stream()
                                .map(enrolment -> known.get(enrolment.sessionId()))
                                .sorted(Comparator.comparing(TrainingSession::startsAt)
                                        .thenComparing(TrainingSession::id))
                                .toList())));
    }
}
