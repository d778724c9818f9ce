package fr.forment.phase;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainerKind;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.project.blocked.ComingTrainings;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.AbsentTrainers;
import fr.forment.session.guard.DayFaults;
import fr.forment.session.guard.LeftOut;
import fr.forment.session.guard.OrderGuard;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.waiting.PlaceRequestRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the project which sessions are still to come, or to be closed, for its people and its vagues. */
@Component
@RequiredArgsConstructor
class ComingSeats implements ComingTrainings {

    private static final List<String> OPEN = Arrays.stream(SessionState.values())
            .filter(state -> !state.isOver())
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final SessionHalfDays halfDays;
    private final AbsentTrainers absent;
    private final SessionDates dates;
    private final Agents agents;
    private final Catalogue catalogue;
    private final OrderGuard order;
    private final LeftOut leftOut;
    private final PlaceRequestRepository requests;
    private final Clock clock;

    @Override
    public List<Seat> seats(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT e.agent_id, s.module_code, s.starts_at, s.state, a.first_name, a.last_name
                  FROM enrolment e JOIN training_session s ON s.id = e.session_id
                  LEFT JOIN agent a ON a.id = COALESCE(
                       (SELECT MAX(h.trainer_id) FROM half_day h WHERE h.session_id = s.id AND h.ends_at = s.ends_at), s.trainer_id)
                 WHERE e.active_agent_id IN (:ids) AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') AND s.state IN (:open)
                 ORDER BY s.starts_at""")
                        .param("ids", Set.copyOf(agentIds))
                        .param("open", OPEN)
                        .query((row, n) -> new Seat(
                                row.getLong("agent_id"),
                                row.getString("module_code"),
                                row.getTimestamp("starts_at").toLocalDateTime().toLocalDate(),
                                isHeld(row.getString("state")),
                                row.getString("last_name") == null
                                        ? null
                                        : row.getString("first_name") + " " + row.getString("last_name")))
                        .list();
    }

    @Override
    public List<Refused> refused(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? List.of()
                : Stream.concat(
                                leftOut.ofPeople(agentIds).stream()
                                        .map(each -> new Refused(
                                                each.agentId(),
                                                each.moduleCode(),
                                                each.obstacle().reason())),
                                requests.activeOf(agentIds).stream()
                                        .map(each ->
                                                new Refused(each.agentId(), each.moduleCode(), "en liste d'attente")))
                        .toList();
    }

    @Override
    public Map<String, Long> withRoom(String circonscriptionUai) {
        return sessions.withRoom(circonscriptionUai).stream()
                .collect(Collectors.toMap(TrainingSession::moduleCode, TrainingSession::id, (first, later) -> first));
    }

    @Override
    public List<Open> open(long vagueId) {
        return open(sessions.ofVague(vagueId));
    }

    /** Once for each pair of modules: a school of two groups has the same said of each. */
    @Override
    public List<OutOfOrder> outOfOrder(long projectId, int vagueRank) {
        return order.ofProject(projectId, LocalDate.now(clock)).stream()
                .filter(each -> Objects.equals(each.pair().then().vagueRank(), vagueRank))
                .map(each -> new OutOfOrder(
                        each.thenId() == null ? each.firstId() : each.thenId(), each.title(), each.day(), each.text()))
                .distinct()
                .toList();
    }

    @Override
    public List<Open> ofTrainers(long projectId) {
        return open(sessions.ofProject(projectId).stream()
                .filter(session -> session.vagueId() == null)
                .toList());
    }

    private List<Open> open(List<TrainingSession> all) {
        List<TrainingSession> open =
                all.stream().filter(session -> !session.state().isOver()).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<Long, List<HalfDay>> parts = halfDays.of(open);
        Map<Long, List<AbsentTrainers.Missing>> missing = absent.of(open).stream()
                .collect(Collectors.groupingBy(each -> each.session().id()));
        Map<Long, Agent> people =
                agents
                        .all(open.stream()
                                .flatMap(session -> givers(session, parts))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Agent::id, agent -> agent));
        Map<String, String> titles = catalogue.titles();
        return open.stream()
                .map(session -> open(
                        session,
                        parts.get(session.id()),
                        givers(session, parts)
                                .distinct()
                                .map(people::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        missing.getOrDefault(session.id(), List.of()).stream()
                                .map(each ->
                                        new Missing(people.get(each.agentId()).fullName(), each.day(), each.absent()))
                                .distinct()
                                .toList(),
                        titles.getOrDefault(session.moduleCode(), Catalogue.UNKNOWN)))
                .sorted(Comparator.comparing(Open::day).thenComparing(Open::id))
                .toList();
    }

    private Open open(
            TrainingSession session, List<HalfDay> parts, List<Agent> givers, List<Missing> missing, String title) {
        LocalDateTime now = dates.now(session);
        HalfDay next = parts.stream()
                .filter(half -> half.endsAt().isAfter(now))
                .findFirst()
                .orElse(parts.get(0));
        return new Open(
                session.id(),
                title,
                next.startsAt().toLocalDate(),
                !now.isBefore(next.startsAt()),
                session.state() == SessionState.A_EMARGER,
                session.state() == SessionState.DATE_A_FIXER,
                givers.isEmpty()
                        ? session.trainerKind() == TrainerKind.FOURNISSEUR
                        : givers.stream().allMatch(agent -> agent.function() == AgentFunction.FOURNISSEUR),
                DayFaults.isRoomMissing(session),
                DayFaults.isLinkMissing(session),
                givers.stream().map(Agent::fullName).toList(),
                missing);
    }

    private static Stream<Long> givers(TrainingSession session, Map<Long, List<HalfDay>> parts) {
        return parts.get(session.id()).stream()
                .map(half -> half.trainer(session))
                .filter(Objects::nonNull);
    }

    private static boolean isHeld(String state) {
        return SessionState.A_EMARGER.name().equals(state);
    }
}
