package fr.forment.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

public interface CampaignRepository extends ListCrudRepository<Campaign, Long> {

    Optional<Campaign> findByProjectId(Long projectId);

    List<Campaign> findByProjectIdIn(Collection<Long> projectIds);

    @Query("""
            SELECT * FROM campaign WHERE state = 'BROUILLON' AND title = :title AND circonscription_uai = :uai
            AND opens_on = :opensOn AND deadline = :deadline ORDER BY id""")
    List<Campaign> drafts(String title, String uai, LocalDate opensOn, LocalDate deadline);

    String ASKING = """
            FROM campaign c WHERE c.circonscription_uai IN (:uais)
                OR EXISTS (SELECT 1 FROM campaign_target t WHERE t.campaign_id = c.id AND t.counted_in IN (:uais))""";

    @Query("SELECT COUNT(*) " + ASKING)
    int countIn(Collection<String> uais);

    @Query("SELECT c.* " + ASKING
            + " ORDER BY c.opens_on DESC, c.id DESC OFFSET :from ROWS FETCH FIRST :size ROWS ONLY")
    List<Campaign> in(Collection<String> uais, int from, int size);

    /**
     * Held until the transaction ends: reminders, decisions and consolidation of one campaign come one after the other,
     * and after its answers.
     */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Campaign> findWithLockById(Long id);

    /**
     * Held with the other answers of the campaign: none slips in beside a decision, and directors do not wait for each
     * other (on H2 they do).
     */
    @Lock(LockMode.PESSIMISTIC_READ)
    Optional<Campaign> findWithSharedLockById(Long id);
}
