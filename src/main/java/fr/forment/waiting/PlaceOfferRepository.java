package fr.forment.waiting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Places proposed. */
public interface PlaceOfferRepository extends ListCrudRepository<PlaceOffer, Long> {

    Optional<PlaceOffer> findByFingerprint(String fingerprint);

    List<PlaceOffer> findByRequestIdInOrderById(Collection<Long> requestIds);

    @Query("SELECT * FROM place_offer WHERE session_id = :sessionId AND state = 'OUVERTE' ORDER BY id")
    List<PlaceOffer> openOf(long sessionId);

    @Query("SELECT * FROM place_offer WHERE session_id = :sessionId AND agent_id = :agentId AND state = 'OUVERTE'")
    Optional<PlaceOffer> open(long sessionId, long agentId);

    @Query("SELECT * FROM place_offer WHERE agent_id = :agentId AND state = 'OUVERTE' ORDER BY id")
    List<PlaceOffer> openTo(long agentId);

    @Query("SELECT * FROM place_offer WHERE open_request_id = :requestId")
    Optional<PlaceOffer> openOfRequest(long requestId);

    @Query(
            "SELECT * FROM place_offer WHERE request_id = :requestId AND session_id = :sessionId AND state = 'RETIREE' ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
    Optional<PlaceOffer> lastWithdrawn(long requestId, long sessionId);

    @Query(
            "SELECT COUNT(*) FROM place_offer WHERE request_id = :requestId AND session_id = :sessionId AND session_date = :date")
    int count(long requestId, long sessionId, int date);
}
