package fr.forment.phase;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.TrainingRecords;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import fr.forment.project.ResourcePersonNamed;
import fr.forment.project.Vague;
import fr.forment.project.VagueState;
import fr.forment.session.Convoking;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentService;
import fr.forment.session.Occupations;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionPhase;
import fr.forment.session.SessionPhases;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.RequestService;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a resource person named after the sessions were opened the place the plan keeps for the school; where that
 * session is over or full, the next one of the module; where none has a place, a rank in the module's line, with a
 * letter. So it is with what the opening of the school asks of a resource person and the plan does not hold.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ResourcePersonService {

    private static final Set<Profile> MEANT = Set.of(Profile.PERSONNE_RESSOURCE, Profile.ADMINISTRATEUR);

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final EnrolmentService service;
    private final SessionPhases phases;
    private final PlannedEnrolment planned;
    private final DesignatedPublic people;
    private final Occupations occupations;
    private final Convoking convoking;
    private final SessionDates dates;
    private final TrainingRecords records;
    private final Projects projects;
    private final Plans plans;
    private final Catalogue catalogue;
    private final RequestService requests;

    @EventListener
    void on(ResourcePersonNamed named) {
        Vague vague = projects.vague(named.vagueId()).orElseThrow();
        Map<Integer, TrainingSession> opened =
                sessions.findByProjectIdOrderByStartsAtAscIdAsc(vague.projectId()).stream()
                        .filter(session -> session.planLine() != null && Objects.equals(session.vagueId(), vague.id()))
                        .collect(Collectors.toMap(TrainingSession::planLine, Function.identity()));
        if (opened.isEmpty() && vague.state().compareTo(VagueState.FORMATION) < 0) {
            return; // the sessions will open with whom they are meant for
        }
        List<PlannedSession> lines = plans
                .approved(vague.projectId())
                .map(plan -> plans.sessions(plan.id(), Phase.VAGUE, vague.rank()))
                .orElse(List.of())
                .stream()
                .filter(line -> line.seats().containsKey(named.schoolUai())
                        && line.profiles().stream().anyMatch(MEANT::contains))
                .sorted(Comparator.comparing(PlannedSession::startsAt))
                .toList();
        occupations.hold(List.of(named.agentId()));
        Stream.concat(lines.stream().map(PlannedSession::moduleCode), beforeOpening())
                .distinct()
                .filter(module -> !records.has(named.agentId(), module))
                .forEach(module -> place(named, module, lines, opened));
    }

    private void place(
            ResourcePersonNamed named,
            String module,
            List<PlannedSession> lines,
            Map<Integer, TrainingSession> opened) {
        for (PlannedSession line : lines) {
            TrainingSession session = opened.get(line.line());
            if (line.moduleCode().equals(module) && session != null && session.isOpenTo(dates.now(session))) {
                join(session.id(), line, lines);
                if (isSeated(session.id(), named.agentId())) {
                    return;
                }
            }
        }
        if (service.enrolNext(named.agentId(), module).isEmpty()) {
            requests.lineUp(named.agentId(), module);
        }
    }

    /** Whatever the plan holds: without these the gate keeps the school closed. */
    private Stream<String> beforeOpening() {
        return catalogue.active().stream()
                .filter(module -> module.isBeforeOpening(Profile.PERSONNE_RESSOURCE) && module.isHeldInSessions())
                .map(TrainingModule::code);
    }

    private void join(long sessionId, PlannedSession line, List<PlannedSession> lines) {
        TrainingSession session = sessions.lock(sessionId).orElseThrow();
        SessionPhase phase = phases.get(session.phaseId());
        List<Enrolment> before = enrolments.expected(sessionId);
        Map<String, Integer> taken = new HashMap<>();
        before.forEach(row -> taken.merge(Objects.requireNonNullElse(row.schoolUai(), ""), 1, Integer::sum));
        List<PlannedSession> later = lines.stream()
                .filter(other -> other.line() != line.line()
                        && other.moduleCode().equals(line.moduleCode())
                        && !other.day().isBefore(line.day()))
                .toList();
        planned.enrolMore(session, line, people.of(line, phase, session.circonscriptionUai()), later, taken);
        sessions.save(session);
        Set<Long> there = before.stream().map(Enrolment::id).collect(Collectors.toSet());
        enrolments.expected(sessionId).stream()
                .filter(row -> !there.contains(row.id()))
                .forEach(row -> convoking.tell(session, row));
    }

    private boolean isSeated(long sessionId, long agentId) {
        return enrolments
                .active(sessionId, agentId)
                .filter(row -> row.state().holdsPlace())
                .isPresent();
    }
}
