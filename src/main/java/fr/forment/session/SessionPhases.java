package fr.forment.session;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The phases and how many of their sessions are not over. The row is the lock under which the last session is found.
 */
@Component
@RequiredArgsConstructor
public class SessionPhases {

    private static final String SELECT = "SELECT id, project_id, vague_id, remaining FROM session_phase ";

    private static final List<String> OVER = Stream.of(SessionState.values())
            .filter(SessionState::isOver)
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;

    /** Makes the phase when it is new. */
    public SessionPhase of(long projectId, Long vagueId) {
        String key = vagueId == null ? "trainers:" + projectId : "vague:" + vagueId;
        jdbc.sql("""
                INSERT INTO session_phase (phase_key, project_id, vague_id, remaining)
                SELECT CAST(:key AS VARCHAR(40)), CAST(:project AS BIGINT), CAST(:vague AS BIGINT), 0
                WHERE NOT EXISTS (SELECT 1 FROM session_phase WHERE phase_key = :key)""")
                .param("key", key)
                .param("project", projectId)
                .param("vague", vagueId)
                .update();
        return jdbc.sql(SELECT + "WHERE phase_key = ?")
                .param(key)
                .query(SessionPhase.class)
                .single();
    }

    public SessionPhase get(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(SessionPhase.class)
                .single();
    }

    /** Whoever ends a session of the phase waits until the transaction is over. */
    public SessionPhase lock(long id) {
        return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query(SessionPhase.class)
                .single();
    }

    /** Those that were begun. */
    public List<SessionPhase> ofProject(long projectId) {
        return jdbc.sql(SELECT + "WHERE project_id = ? ORDER BY id")
                .param(projectId)
                .query(SessionPhase.class)
                .list();
    }

    public void add(long id, int sessions) {
        jdbc.sql("UPDATE session_phase SET remaining = remaining + ? WHERE id = ?")
                .params(sessions, id)
                .update();
    }

    /** What is opened from now on is to be held anew: it is waited for whatever its module. */
    public void redo(long id) {
        lock(id);
        jdbc.sql("""
                UPDATE session_phase SET redo_after = (SELECT COALESCE(MAX(t.id), 0) FROM training_session t WHERE t.phase_id = session_phase.id)
                 WHERE id = ?""").param(id).update();
    }

    /** Sessions opened since the IEN last had some of the vague held anew, in the order they were opened. */
    public List<Long> heldAnew(long vagueId) {
        return jdbc.sql("""
                SELECT t.id FROM training_session t JOIN session_phase p ON p.id = t.phase_id
                 WHERE p.vague_id = ? AND t.id > p.redo_after ORDER BY t.id""").param(vagueId).query(Long.class).list();
    }

    /** One session less; the phase as it is now. */
    public SessionPhase removeOne(long id) {
        jdbc.sql("UPDATE session_phase SET remaining = remaining - 1 WHERE id = ?")
                .param(id)
                .update();
        return get(id);
    }

    /**
     * Whether the project need not wait any longer: of a vague, when all that remains is of modules that nobody follows
     * before the opening, or meetings with parents; they hold no school. What is held anew on the bilan of a vague is
     * waited for, whatever it is. Of trainers, when nothing remains.
     */
    public boolean isReady(SessionPhase phase) {
        return phase.remaining() == 0 || phase.vagueId() != null && phase.remaining() == holdingNobody(phase);
    }

    private int holdingNobody(SessionPhase phase) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM training_session t JOIN training_module m ON m.code = t.module_code
                  JOIN session_phase p ON p.id = t.phase_id
                 WHERE t.vague_id = :vague AND t.phase_id = :phase AND t.state NOT IN (:over)
                   AND (p.redo_after IS NULL OR t.id <= p.redo_after)
                   AND (t.for_parents = TRUE
                        OR NOT EXISTS (SELECT 1 FROM module_profile f WHERE f.training_module = m.id AND f.before_opening = TRUE))""")
                .param("vague", phase.vagueId())
                .param("phase", phase.id())
                .param("over", OVER)
                .query(Integer.class)
                .single();
    }
}
