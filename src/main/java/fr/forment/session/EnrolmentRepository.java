package fr.forment.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

public interface EnrolmentRepository extends ListCrudRepository<Enrolment, Long> {

    List<Enrolment> findBySessionIdOrderById(long sessionId);

    List<Enrolment> findByAgentIdOrderByIdDesc(long agentId);

    List<Enrolment> findBySessionIdAndAgentIdOrderById(long sessionId, long agentId);

    List<Enrolment> findByActiveAgentIdIn(Collection<Long> agentIds);

    @Query("SELECT * FROM enrolment WHERE session_id = :sessionId AND active_agent_id = :agentId")
    Optional<Enrolment> active(long sessionId, long agentId);

    @Query(
            "SELECT * FROM enrolment WHERE session_id = :sessionId AND state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') ORDER BY id")
    List<Enrolment> expected(long sessionId);

    @Query("SELECT * FROM enrolment WHERE session_id = :sessionId AND state = 'LISTE_ATTENTE' ORDER BY id")
    List<Enrolment> waiting(long sessionId);
}
