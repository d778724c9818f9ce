package fr.forment.account;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

public interface DelegationRepository extends ListCrudRepository<Delegation, Long> {

    /** Newest first. */
    @Query("SELECT * FROM delegation WHERE perimeter = :perimeter ORDER BY first_day DESC, id DESC LIMIT 50")
    List<Delegation> of(String perimeter);

    /** Lent or received by this person, newest first. */
    @Query(
            "SELECT * FROM delegation WHERE giver_id = :agentId OR delegate_id = :agentId ORDER BY first_day DESC, id DESC")
    List<Delegation> concerning(long agentId);
}
