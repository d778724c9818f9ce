package fr.forment.arrival;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface DepartureRepository extends ListCrudRepository<Departure, Long> {

    /** Waits for whoever changes this departure now. */
    @Query("SELECT * FROM departure WHERE id = :id FOR UPDATE")
    Optional<Departure> lock(long id);

    Optional<Departure> findByOpenAgentId(long agentId);

    List<Departure> findByOpenAgentIdIn(Collection<Long> agentIds);

    List<Departure> findByAgentIdIn(Collection<Long> agentIds);

    /** Those whose absence is to be explained, of one school, or of a whole circonscription. */
    @Query(
            "SELECT * FROM departure WHERE state = 'ABSENT_DU_FICHIER' AND (school_uai = :place OR circonscription_uai = :place) ORDER BY id")
    List<Departure> unexplained(String place);
}
