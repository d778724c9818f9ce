package fr.forment.phase;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.project.blocked.ComingTrainings;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.SessionState;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    @Override
    public List<Seat> seats(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT e.agent_id, s.module_code, s.starts_at, s.state FROM enrolment e JOIN training_session s ON s.id = e.session_id
                 WHERE e.active_agent_id IN (:ids) AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') AND s.state IN (:open)
                 ORDER BY s.starts_at""")
                        .param("ids", Set.copyOf(agentIds))
                        .param("open", OPEN)
                        .query((row, n) -> new Seat(
                                row.getLong("agent_id"),
                                row.getString("module_code"),
                                row.getTimestamp("starts_at").toLocalDateTime().toLocalDate(),
                                isHeld(row.getString("state"))))
                        .list();
    }

    @Override
    public List<Open> open(long vagueId) {
        return open("s.vague_id = :of", vagueId);
    }

    @Override
    public List<Open> ofTrainers(long projectId) {
        return open("s.project_id = :of AND s.vague_id IS NULL", projectId);
    }

    private List<Open> open(String which, long id) {
        return jdbc.sql("""
                SELECT s.id, m.title, s.starts_at, s.state, s.trainer_kind, s.place, s.format FROM training_session s
                  JOIN training_module m ON m.code = s.module_code
                 WHERE %s AND s.state IN (:open) ORDER BY s.starts_at, s.id""".formatted(which))
                .param("of", id)
                .param("open", OPEN)
                .query((row, n) -> new Open(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toLocalDateTime().toLocalDate(),
                        isHeld(row.getString("state")),
                        SessionState.DATE_A_FIXER.name().equals(row.getString("state")),
                        TrainerKind.FOURNISSEUR.name().equals(row.getString("trainer_kind")),
                        !Format.DISTANCE.name().equals(row.getString("format"))
                                && MeetingPlace.isTown(row.getString("place"))))
                .list();
    }

    private static boolean isHeld(String state) {
        return SessionState.A_EMARGER.name().equals(state);
    }
}
