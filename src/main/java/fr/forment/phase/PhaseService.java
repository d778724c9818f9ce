package fr.forment.phase;

import fr.forment.catalogue.Profile;
import fr.forment.journal.Journal;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.ProjectService;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.TrainersDue;
import fr.forment.project.Vague;
import fr.forment.project.VagueEngaged;
import fr.forment.project.VagueOutcomeService;
import fr.forment.project.VagueService;
import fr.forment.project.need.VagueRedone;
import fr.forment.session.NewSession;
import fr.forment.session.Occupations;
import fr.forment.session.SessionChanges;
import fr.forment.session.SessionClosed;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionPhase;
import fr.forment.session.SessionPhases;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a part of the approved plan into sessions, and tells the project when it may go on. */
@Service
@Transactional
@RequiredArgsConstructor
public class PhaseService {

    /** Sessions opened in one transaction; their processes start in one engine command. */
    private static final int CHUNK = 100;

    private final SessionRepository sessions;
    private final SessionPhases phases;
    private final SessionChanges changes;
    private final DesignatedPublic people;
    private final PlannedEnrolment enrolment;
    private final EnrolmentDifferences differences;
    private final Occupations occupations;
    private final Journal journal;
    private final SessionDates dates;
    private final SessionProcess process;
    private final Plans plans;
    private final Projects projects;
    private final ProjectService project;
    private final VagueService vague;
    private final VagueOutcomeService outcomes;
    private final GoneParents parents;

    @EventListener
    void on(TrainersDue event) {
        start(phases.of(event.projectId(), null));
    }

    @EventListener
    void on(VagueEngaged event) {
        Vague engaged = projects.vague(event.vagueId()).orElseThrow();
        start(phases.of(engaged.projectId(), engaged.id()));
    }

    private void start(SessionPhase phase) {
        phases.lock(phase.id());
        process.startPhase(phase.id());
    }

    @EventListener
    void on(VagueRedone event) {
        Vague redone = projects.vague(event.vagueId()).orElseThrow();
        phases.redo(phases.of(redone.projectId(), redone.id()).id());
    }

    @EventListener
    void on(ProjectAbandoned event) {
        sessions.findByProjectIdOrderByStartsAtAscIdAsc(event.projectId()).stream()
                .filter(session -> session.state().isToCome() && !session.hasBegun(dates.now(session)))
                .forEach(session -> {
                    changes.cancel(sessions.lock(session.id()).orElseThrow(), "Le projet ENT est abandonné.");
                    process.cancelled(session.id());
                });
    }

    /** Meetings with parents, for one, are held when the vague has already been looked back upon. */
    @EventListener
    void on(SessionClosed event) {
        TrainingSession session = sessions.findById(event.sessionId()).orElseThrow();
        if (session.projectId() != null) {
            outcomes.figuresMoved(
                    session.projectId(),
                    session.phaseId() == null
                            ? null
                            : phases.get(session.phaseId()).vagueId());
        }
    }

    /** Opens the next sessions of the phase. True while there are more. */
    public boolean openSessions(long phaseId) {
        SessionPhase phase = phases.lock(phaseId);
        List<PlannedSession> planned = planned(phase);
        Set<Integer> opened = new HashSet<>(sessions.openedLines(phase.projectId()));
        List<PlannedSession> missing =
                planned.stream().filter(line -> !opened.contains(line.line())).toList();
        List<Long> toRun = new ArrayList<>();
        List<PlannedSession> next = missing.subList(0, Math.min(CHUNK, missing.size()));
        holdEverybody(phase, next);
        for (PlannedSession line : next) {
            toRun.add(open(phase, line, planned).id());
        }
        phases.add(phaseId, toRun.size());
        process.start(toRun);
        boolean more = missing.size() > CHUNK;
        if (!more && !missing.isEmpty()) {
            differences.tell(phase);
        }
        return more;
    }

    /** At once: session by session, two who open sessions for the same people could wait for each other. */
    private void holdEverybody(SessionPhase phase, List<PlannedSession> lines) {
        String circonscription = projects.find(phase.projectId()).orElseThrow().circonscriptionUai();
        Stream<Long> trainers =
                lines.stream().map(PlannedSession::trainerAgentId).filter(Objects::nonNull);
        occupations.hold(Stream.concat(
                        trainers,
                        lines.stream()
                                .flatMap(line -> people.of(line, phase, circonscription).values().stream())
                                .flatMap(List::stream)
                                .map(one -> one.agent().id()))
                .toList());
    }

    /** Whether no session of the phase is to come; whoever ends one meanwhile waits for this transaction. */
    public boolean isSettled(long phaseId) {
        return phases.lock(phaseId).remaining() == 0;
    }

    /** Whether nothing that must come before the opening is to come; the same lock. */
    public boolean isReady(long phaseId) {
        return phases.isReady(phases.lock(phaseId));
    }

    public void tellProject(long phaseId) {
        SessionPhase phase = phases.get(phaseId);
        if (phase.vagueId() == null) {
            project.trainersTrained(phase.projectId());
        } else {
            vague.trained(phase.vagueId());
        }
    }

    private List<PlannedSession> planned(SessionPhase phase) {
        Project whole = projects.find(phase.projectId()).orElseThrow();
        if (whole.state() == ProjectState.ABANDONNE) {
            return List.of();
        }
        Integer rank = phase.vagueId() == null
                ? null
                : projects.vague(phase.vagueId()).orElseThrow().rank();
        List<PlannedSession> all = plans.approved(phase.projectId())
                .map(plan -> plans.sessions(plan.id(), rank == null ? Phase.FORMATEURS : Phase.VAGUE, rank))
                .orElse(List.of());
        return rank == null ? all : parents.without(phase.vagueId(), all);
    }

    private TrainingSession open(SessionPhase phase, PlannedSession line, List<PlannedSession> all) {
        String circonscription = projects.find(phase.projectId()).orElseThrow().circonscriptionUai();
        LocalDateTime start = line.startsAt();
        boolean busyTrainer = line.trainerAgentId() != null
                && !occupations
                        .busy(List.of(line.trainerAgentId()), start, line.day().atTime(line.end()), null)
                        .isEmpty();
        boolean forParents = line.profiles().contains(Profile.PARENT);
        var session = TrainingSession.planned(
                new NewSession(
                        circonscription,
                        phase.projectId(),
                        line.moduleCode(),
                        start,
                        line.minutes(),
                        line.place(),
                        line.format(),
                        line.capacity(),
                        minimum(line),
                        line.trainerKind(),
                        busyTrainer ? null : line.trainerAgentId(),
                        forParents),
                phase,
                line.line());
        boolean tooLate = !dates.isNoticeLeft(session);
        if (tooLate) {
            session.askDate();
        }
        sessions.save(session);
        journal.state(
                TrainingSession.JOURNAL,
                session.id(),
                null,
                session.state().label(),
                tooLate
                        ? "La date prévue par le plan ne laisse plus le temps de convoquer."
                        : busyTrainer ? "Le formateur prévu est déjà pris à ce moment-là : à désigner." : null);
        seat(session, phase, line, all);
        return session;
    }

    private void seat(TrainingSession session, SessionPhase phase, PlannedSession line, List<PlannedSession> all) {
        if (session.trainerId() != null) {
            occupations.take(session.trainerId(), session);
        }
        if (!session.isForParents()) {
            List<PlannedSession> later = all.subList(all.indexOf(line) + 1, all.size()).stream()
                    .filter(other -> other.moduleCode().equals(line.moduleCode()))
                    .toList();
            enrolment.enrol(session, line, people.of(line, phase, session.circonscriptionUai()), later);
            sessions.save(session);
        }
    }

    /** Half of those expected, three at least, but never more than were expected. */
    private static int minimum(PlannedSession line) {
        return Math.min(line.expected(), Math.max(PlannedSession.FEWEST, (line.expected() + 1) / 2));
    }
}
