package fr.forment.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/** The versions. */
interface PlanRepository extends ListCrudRepository<Plan, Long> {

    @Query(
            "SELECT * FROM training_plan WHERE project_id = :projectId AND state = 'APPROUVE' ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
    Optional<Plan> approved(long projectId);

    @Query("SELECT * FROM training_plan WHERE project_id = :projectId ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
    Optional<Plan> latest(long projectId);

    /** Of each project the version under way, else the one in force, else the last. */
    @Query("""
            SELECT * FROM training_plan WHERE id IN (
              SELECT COALESCE(MAX(CASE WHEN state IN ('BROUILLON', 'CALCULE', 'EN_CONCERTATION', 'SOUMIS') THEN id END),
                              MAX(CASE WHEN state = 'APPROUVE' THEN id END), MAX(id))
              FROM training_plan WHERE project_id IN (:projectIds) GROUP BY project_id)""")
    List<Plan> underWay(Collection<Long> projectIds);

    /** How many of a kind a project ever had, all versions of one counted once. */
    @Query("SELECT COALESCE(MAX(series), 0) FROM training_plan WHERE project_id = :projectId AND kind = :kind")
    int chains(long projectId, PlanKind kind);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Plan> findWithLockById(Long id);

    List<Plan> findByProjectIdOrderById(long projectId);

    @Query("SELECT * FROM training_plan WHERE id = :rootId OR root_id = :rootId ORDER BY number")
    List<Plan> chain(long rootId);

    /** The version before, what an amendment starts from, or the plan that was rejected and is made anew. */
    @Query("""
            SELECT p.* FROM training_plan p JOIN training_plan me ON me.id = :id
             WHERE p.project_id = me.project_id
               AND (p.number = me.number - 1 AND (p.id = me.root_id OR p.root_id = me.root_id)
                 OR me.number = 1 AND p.id = me.base_plan_id
                 OR me.number = 1 AND me.base_plan_id IS NULL AND p.state = 'REJETE' AND p.kind = 'INITIAL' AND p.id < me.id)
             ORDER BY p.id DESC FETCH FIRST 1 ROWS ONLY""")
    Optional<Plan> before(long id);
}
