package fr.forment.waiting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Requests of places. */
public interface PlaceRequestRepository extends ListCrudRepository<PlaceRequest, Long> {

    @Query("SELECT * FROM place_request WHERE module_code = :module AND active_agent_id = :agentId")
    Optional<PlaceRequest> active(String module, long agentId);

    @Query("SELECT * FROM place_request WHERE active_agent_id = :agentId ORDER BY id")
    List<PlaceRequest> activeOf(long agentId);

    List<PlaceRequest> findByAgentIdOrderByIdDesc(long agentId);

    @Query("SELECT * FROM place_request WHERE active_agent_id IN (:agentIds) ORDER BY id")
    List<PlaceRequest> activeOf(Collection<Long> agentIds);

    /** The line, first come first; then who waits for this session and stands in no line. Some are named twice. */
    @Query("""
            SELECT agent_id FROM (
                SELECT 0 AS behind, id, agent_id FROM place_request WHERE circonscription_uai = :uai AND module_code = :module AND state = 'ATTEND'
                UNION ALL SELECT 1, id, agent_id FROM enrolment WHERE session_id = :session AND state = 'LISTE_ATTENTE') waits
            ORDER BY behind, id""")
    List<Long> line(String uai, String module, long session);

    @Query(
            "SELECT * FROM place_request WHERE circonscription_uai = :uai AND module_code = :module AND active_agent_id IS NOT NULL ORDER BY id")
    List<PlaceRequest> activeIn(String uai, String module);
}
