package fr.forment.needs;

import java.util.Optional;

import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface CampaignRepository extends ListCrudRepository<Campaign, Long> {

    Optional<Campaign> findByProjectId(Long projectId);

    /** Held until the transaction ends: answers, reminders and consolidation of one campaign come one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Campaign> findWithLockById(Long id);
}
