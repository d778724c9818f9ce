package fr.forment.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface VagueRepository extends ListCrudRepository<Vague, Long> {

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Vague> findWithLockById(Long id);

    List<Vague> findByProjectIdOrderByRank(Long projectId);

    List<Vague> findByProjectIdInOrderByRank(Collection<Long> projectIds);
}
