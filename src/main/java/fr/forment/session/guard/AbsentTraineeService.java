package fr.forment.session.guard;

import fr.forment.account.Role;
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
import fr.forment.session.guard.AbsentPeople.Away;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody is summoned in silence to a session on a day he said he is away. Before the summons who misses all of it
 * leaves it and is told why, with the next one possible; who misses a part of it, or is summoned already, keeps his
 * place, and the team is told: taken back while unread once the absence is withdrawn. A motive given at the enrolment
 * passes over it.
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
        Map<Enrolment, Away> away = away(session);
        if (away.isEmpty() || !session.mayBeLeft(dates.now(session))) {
            return;
        }
        Map<Enrolment, Away> out = new LinkedHashMap<>(away);
        out.values().removeIf(each -> !each.whole());
        if (!out.isEmpty()) {
            out.forEach((row, each) -> service.takeOut(
                    row.id(), why(session, row.agentId(), each), "Absence enregistrée : " + each.days()));
            tellOut(session, out);
        }
        away.forEach((row, each) -> {
            if (!each.whole()) {
                tell(session, row, each);
            }
        });
    }

    @EventListener
    void on(ResourceChanged change) {
        if (change.agentId() == null || change.kind() != ResourceChanged.Kind.ABSENCE) {
            return;
        }
        sessions.ofAgent(change.agentId()).stream()
                .filter(session -> session.state() == SessionState.CONVOQUEE)
                .forEach(session -> changed(session, change.agentId()));
    }

    private void changed(TrainingSession session, long agentId) {
        Map<Enrolment, Away> away = away(session);
        away.keySet().removeIf(row -> row.agentId() != agentId);
        if (away.isEmpty()) {
            post.takeBackAll(SessionMails.key(about(session, agentId)), "La personne n'est plus absente à cette date.");
        }
        away.forEach((row, each) -> tell(session, row, each));
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
                .filter(agent -> expected.contains(agent.id()))
                .flatMap(agent -> {
                    Away away = AbsentPeople.away(presences.get(agent.id()).absences(), parts);
                    return away.missed().isEmpty()
                            ? Stream.empty()
                            : Stream.of(agent.fullName() + (parts.size() == 1 ? "" : " (" + away.days() + ")"));
                })
                .sorted()
                .toList();
    }

    private Map<Enrolment, Away> away(TrainingSession session) {
        List<Enrolment> rows = enrolments.expected(session.id()).stream()
                .filter(row -> !row.waived().contains(Obstacle.ABSENCE))
                .toList();
        Map<Long, Away> away = rows.isEmpty()
                ? Map.of()
                : absent.away(session, rows.stream().map(Enrolment::agentId).toList());
        Map<Enrolment, Away> found = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> away.containsKey(row.agentId()))
                .forEach(row -> found.put(row, away.get(row.agentId())));
        return found;
    }

    private String why(TrainingSession session, long agentId, Away away) {
        return "vous avez une absence enregistrée le " + away.told() + ". "
                + choices.of(agentId, session.moduleCode(), LocalDate.MAX, 1).stream()
                        .findFirst()
                        .map(next -> "Prochaine session possible : " + words.day(next) + ", " + words.hours(next) + ", "
                                + words.place(next)
                                + ". Demandez-y une place sur la page « Mes demandes de formation ».")
                        .orElse("Aucune autre session n'a de place pour vous à ce jour : demandez-en une sur la page"
                                + " « Mes demandes de formation », elle vous sera proposée à votre tour.");
    }

    private void tellOut(TrainingSession session, Map<Enrolment, Away> out) {
        tell(
                session,
                "traineeAbsent:" + session.id() + ":out:" + session.sequence() + ":"
                        + Integer.toHexString(out.keySet().stream()
                                .map(Enrolment::id)
                                .toList()
                                .hashCode()),
                names(out),
                true,
                true);
    }

    /** A letter for each, which goes when his absence does. */
    private void tell(TrainingSession session, Enrolment row, Away away) {
        tell(
                session,
                about(session, row.agentId()) + session.sequence() + ":" + away.key(),
                names(Map.of(row, away)),
                false,
                away.whole());
    }

    private static String about(TrainingSession session, long agentId) {
        return "traineeAbsent:" + session.id() + ":" + agentId + ":";
    }

    private void tell(TrainingSession session, String key, List<String> names, boolean out, boolean whole) {
        var letter = mails.letter(
                session,
                "traineeAbsent",
                key,
                Map.of("noms", names, "sortis", out, "entiere", whole),
                dates.lastUse(session));
        List.of(Role.CPC, Role.ERUN).forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    private List<String> names(Map<Enrolment, Away> away) {
        Map<Long, Away> byPerson = away.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().agentId(), Map.Entry::getValue));
        return agents.all(byPerson.keySet()).stream()
                .map(agent ->
                        agent.fullName() + " : " + byPerson.get(agent.id()).told())
                .sorted()
                .toList();
    }
}
