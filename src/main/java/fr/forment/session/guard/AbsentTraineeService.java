package fr.forment.session.guard;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.resource.Presence;
import fr.forment.resource.ResourceChanged;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentService;
import fr.forment.session.Obstacle;
import fr.forment.session.SessionChoices;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody is summoned in silence to a session on a day he said he is away. Before the summons he leaves the session and
 * is told why, with the next one possible; once summoned, nothing is taken from him, and the team is told. A motive
 * given at the enrolment passes over it.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AbsentTraineeService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final EnrolmentService service;
    private final AbsentPeople absent;
    private final SessionChoices choices;
    private final SessionDates dates;
    private final SessionWords words;
    private final SessionMails mails;
    private final Correspondence post;
    private final Agents agents;

    /** The people of this session are about to be summoned. */
    public void before(long sessionId) {
        TrainingSession session = sessions.lock(sessionId).orElseThrow();
        List<Enrolment> away = away(session);
        if (!away.isEmpty() && session.mayBeLeft(dates.now(session))) {
            away.forEach(row -> service.remove(row.id(), why(session, row.agentId())));
            tell(session, away, true);
        }
    }

    @EventListener
    void on(ResourceChanged change) {
        if (change.agentId() == null || change.kind() != ResourceChanged.Kind.ABSENCE) {
            return;
        }
        sessions.ofAgent(change.agentId()).stream()
                .filter(session -> session.state() == SessionState.CONVOQUEE)
                .forEach(session -> tell(
                        session,
                        away(session).stream()
                                .filter(row -> row.agentId() == change.agentId())
                                .toList(),
                        false));
    }

    /**
     * Who is expected although away, by name: for who organises the session and has read all of it.
     *
     * @param rows of the session @param people whom these may be, and when they can be had
     */
    @Transactional(readOnly = true)
    public List<String> names(
            TrainingSession session,
            List<HalfDay> parts,
            Collection<Enrolment> rows,
            Collection<Agent> people,
            Map<Long, Presence> presences) {
        Set<Long> expected = !session.state().isToCome()
                ? Set.of()
                : rows.stream()
                        .filter(row -> row.state().holdsPlace() && !row.waived().contains(Obstacle.ABSENCE))
                        .map(Enrolment::agentId)
                        .collect(Collectors.toSet());
        return people.stream()
                .filter(agent -> expected.contains(agent.id()) && AbsentPeople.isAway(presences.get(agent.id()), parts))
                .map(Agent::fullName)
                .sorted()
                .toList();
    }

    private List<Enrolment> away(TrainingSession session) {
        List<Enrolment> rows = enrolments.expected(session.id()).stream()
                .filter(row -> !row.waived().contains(Obstacle.ABSENCE))
                .toList();
        Set<Long> away = rows.isEmpty()
                ? Set.of()
                : absent.of(session, rows.stream().map(Enrolment::agentId).toList());
        return rows.stream().filter(row -> away.contains(row.agentId())).toList();
    }

    private String why(TrainingSession session, long agentId) {
        return "vous avez une absence enregistrée le " + French.day(session.day()) + ". "
                + choices.of(agentId, session.moduleCode(), LocalDate.MAX, 1).stream()
                        .findFirst()
                        .map(next -> "Prochaine session possible : " + words.day(next) + ", " + words.hours(next) + ", "
                                + words.place(next)
                                + ". Demandez-y une place sur la page « Mes demandes de formation ».")
                        .orElse("Aucune autre session n'a de place pour vous à ce jour : demandez-en une sur la page"
                                + " « Mes demandes de formation », elle vous sera proposée à votre tour.");
    }

    private void tell(TrainingSession session, Collection<Enrolment> away, boolean out) {
        if (!away.isEmpty()) {
            List<String> names = names(away);
            var letter = mails.letter(
                    session,
                    "traineeAbsent",
                    "traineeAbsent:" + session.id() + ":" + out + ":" + session.sequence() + ":"
                            + Integer.toHexString(names.hashCode()),
                    Map.of("noms", names, "sortis", out),
                    dates.lastUse(session));
            List.of(Role.CPC, Role.ERUN).forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
        }
    }

    private List<String> names(Collection<Enrolment> rows) {
        return agents.all(rows.stream().map(Enrolment::agentId).toList()).stream()
                .map(Agent::fullName)
                .sorted()
                .toList();
    }
}
