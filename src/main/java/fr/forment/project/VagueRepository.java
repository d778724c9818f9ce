package fr.forment.project;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface VagueRepository extends ListCrudRepository<Vague, Long> {

    List<Vague> findByProjectIdOrderByRank(Long projectId);

    List<Vague> findByProjectIdInOrderByRank(Collection<Long> projectIds);
}
