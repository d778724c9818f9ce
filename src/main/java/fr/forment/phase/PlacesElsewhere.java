package fr.forment.phase;

import fr.forment.grid.PlacesAhead;
import fr.forment.people.Validity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places in sessions of other projects, or of none, until their marks are recorded: from then on they are trainings.
 */
@Component
@RequiredArgsConstructor
class PlacesElsewhere implements PlacesAhead {

    /** Counts as the training will, from the last day of the session. */
    private static final String PLACES = """
            SELECT r.agent_id, r.module_code, r.trained_on
              FROM (SELECT e.active_agent_id AS agent_id, s.module_code, CAST(s.ends_at AS DATE) AS trained_on
                      FROM enrolment e JOIN training_session s ON s.id = e.session_id
                     WHERE e.active_agent_id IN (:agents) AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT')
                       AND s.state NOT IN ('CLOTUREE', 'ARCHIVEE', 'ANNULEE', 'NON_REALISEE')
                       AND (s.project_id IS NULL OR s.project_id <> :project)) r
             WHERE r.trained_on <= :held AND %s""".formatted(Validity.HOLDS);

    private final JdbcClient jdbc;

    @Override
    public Map<Long, Map<String, LocalDate>> of(Collection<Long> agentIds, Long projectId, LocalDate on) {
        Map<Long, Map<String, LocalDate>> places = new HashMap<>();
        if (!agentIds.isEmpty()) {
            jdbc.sql(PLACES)
                    .param("agents", agentIds)
                    .param("project", projectId == null ? -1 : projectId)
                    .param("held", on)
                    .query(row -> {
                        places.computeIfAbsent(row.getLong("agent_id"), id -> new TreeMap<>())
                                .merge(
                                        row.getString("module_code"),
                                        row.getObject("trained_on", LocalDate.class),
                                        (one, other) -> one.isBefore(other) ? one : other);
                    });
        }
        return places;
    }
}
