package fr.forment.release;

import fr.forment.session.SessionState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sessions rest on which versions of materials: recorded for those that were held, read for those to come. */
@Repository
@RequiredArgsConstructor
public class MaterialUses {

    private final JdbcClient jdbc;

    /** Sessions of where a material of a circonscription, and one of a département, is handed out. */
    private static final String NEAR = "s.circonscription_uai = :place";

    private static final String ABOVE =
            "s.circonscription_uai IN (SELECT c.uai FROM circonscription c WHERE c.departement_code = :place)";

    /** A material as a session had it. @param withdrawn nobody is to use it any more */
    public record Handout(long sessionId, long materialId, int number, String title, boolean withdrawn) {}

    private static String there(TrainingMaterial material) {
        return material.isOfDepartement() ? ABOVE : NEAR;
    }

    /** The latest session first; of what is withdrawn those that were held. */
    public List<MaterialUse> of(TrainingMaterial material) {
        String coming = material.isWithdrawn()
                ? ""
                : " OR " + there(material)
                        + " AND s.module_code = :module AND s.state NOT IN ('CLOTUREE', 'ARCHIVEE', 'ANNULEE', 'NON_REALISEE')";
        return jdbc.sql("""
                SELECT s.id, s.starts_at, s.state, s.place, s.trainer_id, COALESCE(u.number, :latest) AS number, s.for_parents, s.head_count,
                       (SELECT COUNT(*) FROM enrolment e WHERE e.session_id = s.id AND e.state IN ('PRESENT', 'PARTIEL')) AS present,
                       (SELECT COUNT(*) FROM enrolment e WHERE e.session_id = s.id AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE')) AS expected
                  FROM training_session s LEFT JOIN session_material u ON u.session_id = s.id AND u.material_id = :material
                 WHERE u.material_id IS NOT NULL%s
                 ORDER BY s.starts_at DESC, s.id""".formatted(coming))
                .param("material", material.id())
                .param("latest", material.number())
                .param("place", material.belongsTo())
                .param("module", material.moduleCode())
                .query((row, n) -> {
                    SessionState state = SessionState.valueOf(row.getString("state"));
                    int there = row.getBoolean("for_parents") ? row.getInt("head_count") : row.getInt("present");
                    return new MaterialUse(
                            row.getLong("id"),
                            row.getInt("number"),
                            row.getObject("starts_at", LocalDateTime.class),
                            state,
                            row.getString("place"),
                            row.getObject("trainer_id", Long.class),
                            state.wasHeld() ? there : row.getInt("expected"));
                })
                .list();
    }

    /** What these sessions had that is open to all, by title. */
    public List<Handout> open(Collection<Long> sessionIds) {
        return sessionIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT u.session_id, u.material_id, u.number, m.title, CASE WHEN m.state = 'RETIRE' THEN TRUE ELSE FALSE END AS withdrawn
                  FROM session_material u JOIN training_material m ON m.id = u.material_id
                 WHERE u.session_id IN (:sessions) AND NOT m.for_trainers ORDER BY m.title, m.id""")
                        .param("sessions", sessionIds)
                        .query(Handout.class)
                        .list();
    }

    /** Whether the person gives, wholly or in part, a session of the module there. */
    public boolean isGivenBy(TrainingMaterial material, long agentId) {
        return !jdbc.sql("""
                SELECT 1 FROM training_session s WHERE %s AND s.module_code = :module
                AND (s.trainer_id = :agent OR EXISTS (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.trainer_id = :agent))
                FETCH FIRST 1 ROWS ONLY""".formatted(there(material)))
                .param("place", material.belongsTo())
                .param("module", material.moduleCode())
                .param("agent", agentId)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Whether the person is or was in a session that rests on it. */
    public boolean isFollowedBy(TrainingMaterial material, long agentId) {
        return !jdbc.sql("""
                SELECT 1 FROM enrolment e JOIN training_session s ON s.id = e.session_id
                 WHERE e.active_agent_id = :agent
                   AND (%s AND s.module_code = :module
                        OR EXISTS (SELECT 1 FROM session_material u WHERE u.session_id = s.id AND u.material_id = :material))
                FETCH FIRST 1 ROWS ONLY""".formatted(there(material)))
                .param("agent", agentId)
                .param("place", material.belongsTo())
                .param("module", material.moduleCode())
                .param("material", material.id())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Who gave a session that had it, or gives one that would have it. */
    List<Long> givers(TrainingMaterial material) {
        return jdbc.sql("""
                SELECT DISTINCT g.agent_id FROM (
                  SELECT s.id, s.trainer_id AS agent_id FROM training_session s WHERE s.trainer_id IS NOT NULL
                  UNION SELECT h.session_id, h.trainer_id FROM half_day h WHERE h.trainer_id IS NOT NULL) g
                  JOIN training_session s ON s.id = g.id
                 WHERE EXISTS (SELECT 1 FROM session_material u WHERE u.session_id = s.id AND u.material_id = :material)
                    OR %s AND s.module_code = :module AND s.state NOT IN ('CLOTUREE', 'ARCHIVEE', 'ANNULEE', 'NON_REALISEE')""".formatted(there(material)))
                .param("material", material.id())
                .param("place", material.belongsTo())
                .param("module", material.moduleCode())
                .query(Long.class)
                .list();
    }

    /** @param began the versions that were there by then count */
    void record(long sessionId, String circonscriptionUai, String moduleCode, Instant began) {
        forget(sessionId);
        jdbc.sql("""
                INSERT INTO session_material (session_id, material_id, number)
                SELECT CAST(:session AS BIGINT), m.id, MAX(v.number)
                  FROM training_material m JOIN material_version v ON v.material_id = m.id
                 WHERE (m.circonscription_uai = :place OR m.departement_code = (SELECT c.departement_code FROM circonscription c WHERE c.uai = :place))
                   AND (m.withdrawn_at IS NULL OR m.withdrawn_at > :began)
                   AND m.module_code = :module AND v.made_at <= :began GROUP BY m.id""")
                .param("session", sessionId)
                .param("place", circonscriptionUai)
                .param("module", moduleCode)
                .param("began", OffsetDateTime.ofInstant(began, ZoneOffset.UTC))
                .update();
    }

    void forget(long sessionId) {
        jdbc.sql("DELETE FROM session_material WHERE session_id = ?")
                .param(sessionId)
                .update();
    }
}
