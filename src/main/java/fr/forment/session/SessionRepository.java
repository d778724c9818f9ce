package fr.forment.session;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

public interface SessionRepository extends ListCrudRepository<TrainingSession, Long> {

    /** Nobody else takes or frees a place until the transaction ends. */
    @Query(
            value = "SELECT * FROM training_session WHERE id = :id FOR UPDATE",
            rowMapperClass = TrainingSession.Row.class)
    Optional<TrainingSession> lock(long id);

    List<TrainingSession> findByProjectIdOrderByStartsAtAscIdAsc(long projectId);

    List<TrainingSession> findByVagueIdOrderByStartsAtAscIdAsc(long vagueId);

    @Query("""
            SELECT * FROM training_session WHERE circonscription_uai = :uai AND module_code = :module AND starts_at > :now
            AND for_parents = FALSE AND state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE') ORDER BY starts_at, id""")
    List<TrainingSession> upcoming(String uai, String module, LocalDateTime now);

    @Query("""
            SELECT * FROM training_session WHERE circonscription_uai = :uai AND starts_at > :now
            AND for_parents = FALSE AND state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE') ORDER BY starts_at, id
            FETCH FIRST 100 ROWS ONLY""")
    List<TrainingSession> upcoming(String uai, LocalDateTime now);

    @Query("""
            SELECT * FROM training_session WHERE circonscription_uai = :uai AND starts_at > :now AND booked + offered < capacity
            AND for_parents = FALSE AND state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE') ORDER BY starts_at, id""")
    List<TrainingSession> withRoom(String uai, LocalDateTime now);

    @Query(
            "SELECT s.* FROM training_session s JOIN enrolment e ON e.session_id = s.id WHERE e.active_agent_id = :agentId ORDER BY s.starts_at, s.id")
    List<TrainingSession> ofAgent(long agentId);

    List<TrainingSession> findByTrainerIdOrderByStartsAtAscIdAsc(long trainerId);

    /** As the trainer, or for a half-day. */
    @Query("""
            SELECT * FROM training_session WHERE trainer_id = :agentId
            OR id IN (SELECT session_id FROM half_day WHERE trainer_id = :agentId) ORDER BY starts_at, id""")
    List<TrainingSession> namedTo(long agentId);

    @Query("SELECT * FROM training_session WHERE circonscription_uai IN (:uais) ORDER BY starts_at, id")
    List<TrainingSession> ofCirconscriptions(Collection<String> uais);

    List<TrainingSession> findByCirconscriptionUaiInAndState(Collection<String> uais, SessionState state);

    /** Whoever opens a session there waits: two clicks of one form come one after the other. */
    @Query("SELECT uai FROM circonscription WHERE uai = :uai FOR UPDATE")
    String lockCirconscription(String uai);

    /** The same training at the same moment in the same place, by the same person for as many, not called off. */
    @Query("""
            SELECT * FROM training_session WHERE circonscription_uai = :uai AND module_code = :module AND starts_at = :start
            AND ends_at = :end AND place = :place AND capacity = :capacity AND for_parents = :parents
            AND COALESCE(trainer_id, 0) = :trainer AND state NOT IN ('ANNULEE', 'NON_REALISEE') ORDER BY id FETCH FIRST 1 ROWS ONLY""")
    Optional<TrainingSession> same(
            String uai,
            String module,
            LocalDateTime start,
            LocalDateTime end,
            String place,
            int capacity,
            boolean parents,
            long trainer);

    /** Those not begun, by date; those whose date is sought among them. */
    @Query("""
            SELECT * FROM training_session WHERE circonscription_uai IN (:uais) AND module_code IN (:modules) AND for_parents = FALSE
            AND state IN ('PLANIFIEE', 'DATE_A_FIXER', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE') ORDER BY starts_at, id""")
    List<TrainingSession> toCome(Collection<String> uais, Collection<String> modules);

    /** Sessions at that time in that place, of those on several dates each half-day; this project's plan left out. */
    @Query("""
            SELECT COUNT(*) FROM training_session s WHERE place = :place AND starts_at < :end AND ends_at > :start
            AND (CAST(starts_at AS DATE) = CAST(ends_at AS DATE) OR EXISTS
                (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.starts_at < :end AND h.ends_at > :start))
            AND (project_id IS NULL OR project_id <> :projectId OR plan_line IS NULL) AND state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')""")
    int othersIn(String place, LocalDateTime start, LocalDateTime end, long projectId);

    @Query("SELECT plan_line FROM training_session WHERE project_id = :projectId AND plan_line IS NOT NULL")
    List<Integer> openedLines(long projectId);
}
