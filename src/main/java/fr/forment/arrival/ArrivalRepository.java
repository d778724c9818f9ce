package fr.forment.arrival;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ArrivalRepository extends ListCrudRepository<Arrival, Long> {

    /** Waits for whoever changes this arrival now. */
    @Query("SELECT * FROM arrival WHERE id = :id FOR UPDATE")
    Optional<Arrival> lock(long id);

    @Query("SELECT uai FROM school WHERE uai = :uai FOR UPDATE")
    Optional<String> lockSchool(String uai);

    List<Arrival> findByOpenAgentId(long agentId);

    List<Arrival> findByOpenAgentIdIn(Collection<Long> agentIds);

    List<Arrival> findByAgentIdIn(Collection<Long> agentIds);

    Optional<Arrival> findByOpenAgentIdAndPlaceUai(long agentId, String placeUai);

    List<Arrival> findByAgentIdOrderByIdDesc(long agentId);

    /** Those who have a path to follow, of one school or of a whole circonscription; the most urgent first. */
    @Query(
            "SELECT * FROM arrival WHERE open_agent_id IS NOT NULL AND ending IS NULL AND state IN ('PARCOURS_AFFECTE', 'INSCRIT', 'ESCALADE_IEN')"
                    + " AND (school_uai = :place OR circonscription_uai = :place) ORDER BY due_on, id")
    List<Arrival> underWay(String place);
}
