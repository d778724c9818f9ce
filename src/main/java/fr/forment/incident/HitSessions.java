package fr.forment.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions of plans that wait or are in force and no longer keep to what people said, as the last look found them. */
@Repository
@RequiredArgsConstructor
public class HitSessions {

    /** @param sessionId null while people were told nothing */
    public record Hit(long planId, int line, LocalDate heldOn, Long sessionId, String why) {}

    /** @param title of its project */
    public record HitPlan(long planId, String title, int sessions) {}

    private static final String LIVE = "t.state IN ('CALCULE', 'EN_CONCERTATION', 'SOUMIS', 'APPROUVE')";

    /** Also what is only prepared: nobody is shown its hits, whoever works on it is told what is true. */
    private static final String LOOKED_AT =
            "t.state IN ('BROUILLON', 'CALCULE', 'EN_CONCERTATION', 'SOUMIS', 'APPROUVE')";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate bulk;
    private final Clock clock;

    /** Of sessions still to come, by day. */
    public List<Hit> of(long planId) {
        return jdbc.sql("SELECT * FROM plan_hit WHERE plan_id = ? AND held_on >= ? ORDER BY held_on, line")
                .params(planId, LocalDate.now(clock))
                .query(Hit.class)
                .list();
    }

    public Optional<Hit> ofSession(long sessionId) {
        return jdbc.sql("""
                SELECT h.* FROM plan_hit h JOIN training_plan t ON t.id = h.plan_id AND t.state = 'APPROUVE'
                 WHERE h.session_id = ? AND h.held_on >= ?""")
                .params(sessionId, LocalDate.now(clock))
                .query(Hit.class)
                .optional();
    }

    /** Plans of these circonscriptions with sessions that are hit. */
    public List<HitPlan> plans(Collection<String> circonscriptionUais) {
        return circonscriptionUais.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT h.plan_id, p.title, COUNT(*) AS sessions FROM plan_hit h JOIN training_plan t ON t.id = h.plan_id
                  JOIN project p ON p.id = t.project_id
                 WHERE %s AND p.circonscription_uai IN (:uais) AND h.held_on >= :today GROUP BY h.plan_id, p.title ORDER BY h.plan_id""".formatted(LIVE))
                        .param("uais", circonscriptionUais)
                        .param("today", LocalDate.now(clock))
                        .query(HitPlan.class)
                        .list();
    }

    /** Plans of these circonscriptions that wait or are in force, hit or not. */
    public List<HitPlan> live(Collection<String> circonscriptionUais) {
        return circonscriptionUais.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT t.id AS plan_id, p.title, COUNT(h.line) AS sessions FROM training_plan t JOIN project p ON p.id = t.project_id
                  LEFT JOIN plan_hit h ON h.plan_id = t.id AND h.held_on >= :today
                 WHERE %s AND p.circonscription_uai IN (:uais) GROUP BY t.id, p.title ORDER BY t.id""".formatted(LIVE))
                        .param("uais", circonscriptionUais)
                        .param("today", LocalDate.now(clock))
                        .query(HitPlan.class)
                        .list();
    }

    /** Somebody changed something since the last look. */
    public boolean isAwaited(long planId) {
        return jdbc.sql("SELECT COUNT(*) FROM plan_recheck WHERE plan_id = ?")
                        .param(planId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** To be looked at again: the plans of a circonscription that wait or are in force. */
    void askForCirconscription(String uai) {
        jdbc.sql("""
                INSERT INTO plan_recheck (plan_id) SELECT t.id FROM training_plan t JOIN project p ON p.id = t.project_id
                 WHERE %s AND p.circonscription_uai = ?""".formatted(LOOKED_AT)).param(uai).update();
    }

    /** Those in which the person leads a session, wherever they are. */
    void askForTrainer(long agentId) {
        jdbc.sql("""
                INSERT INTO plan_recheck (plan_id) SELECT t.id FROM training_plan t
                 WHERE %s AND (EXISTS (SELECT 1 FROM planned_session s WHERE s.plan_id = t.id AND s.trainer_agent_id = :agent)
                       OR EXISTS (SELECT 1 FROM training_session s WHERE s.project_id = t.project_id AND (s.trainer_id = :agent
                         OR EXISTS (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.trainer_id = :agent))))""".formatted(LOOKED_AT)).param("agent", agentId).update();
    }

    /** Those whose sessions may expect the person: of his circonscription, or of his département where he has none. */
    void askForTrainee(long agentId) {
        jdbc.sql("""
                INSERT INTO plan_recheck (plan_id) SELECT t.id FROM training_plan t JOIN project p ON p.id = t.project_id
                  JOIN circonscription c ON c.uai = p.circonscription_uai JOIN agent a ON a.id = :agent
                 WHERE %s AND (a.circonscription_uai = c.uai
                    OR a.circonscription_uai IS NULL AND a.departement_code = c.departement_code)""".formatted(LOOKED_AT)).param("agent", agentId).update();
    }

    /** That of which it is a session. */
    void askForSession(long sessionId) {
        jdbc.sql("""
                INSERT INTO plan_recheck (plan_id) SELECT t.id FROM training_plan t JOIN training_session s ON s.project_id = t.project_id
                 WHERE %s AND s.id = ? AND s.plan_line IS NOT NULL""".formatted(LOOKED_AT)).param(sessionId).update();
    }

    void askForAll() {
        jdbc.sql("INSERT INTO plan_recheck (plan_id) SELECT t.id FROM training_plan t WHERE " + LOOKED_AT)
                .update();
    }

    /** People changed it, perhaps what was hit in it. */
    void askIfHit(long planId) {
        jdbc.sql("INSERT INTO plan_recheck (plan_id) SELECT DISTINCT plan_id FROM plan_hit WHERE plan_id = ?")
                .param(planId)
                .update();
    }

    void ask(long planId) {
        jdbc.sql("INSERT INTO plan_recheck (plan_id) VALUES (?)").param(planId).update();
    }

    Optional<Long> next() {
        return jdbc.sql("SELECT plan_id FROM plan_recheck ORDER BY id FETCH FIRST 1 ROWS ONLY")
                .query(Long.class)
                .optional();
    }

    /** The notes of a plan that are there now, held until the transaction ends; none when another node holds them. */
    List<Long> take(long planId) {
        return jdbc.sql(
                        "SELECT id FROM plan_recheck WHERE plan_id = ? ORDER BY id FETCH FIRST 1000 ROWS ONLY FOR UPDATE SKIP LOCKED")
                .param(planId)
                .query(Long.class)
                .list();
    }

    void answered(List<Long> rows) {
        jdbc.sql("DELETE FROM plan_recheck WHERE id IN (:rows)")
                .param("rows", rows)
                .update();
    }

    void replace(long planId, List<Hit> hits) {
        jdbc.sql("DELETE FROM plan_hit WHERE plan_id = ?").param(planId).update();
        bulk.batchUpdate(
                "INSERT INTO plan_hit (plan_id, line, held_on, session_id, why) VALUES (:plan, :line, :day, :session, :why)",
                hits.stream()
                        .map(hit -> new MapSqlParameterSource("plan", planId)
                                .addValue("line", hit.line())
                                .addValue("day", hit.heldOn())
                                .addValue("session", hit.sessionId())
                                .addValue("why", hit.why()))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
