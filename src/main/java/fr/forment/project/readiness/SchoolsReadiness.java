package fr.forment.project.readiness;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has been declared ready in the schools of a project: it stays theirs when they change vague. */
@Component
@RequiredArgsConstructor
public class SchoolsReadiness {

    /** As {@code VagueSchool.isCatchingUp}, in service. */
    private static final String CATCHING_UP =
            "p.state = 'EN_SERVICE' AND p.waiver_motive IS NOT NULL AND p.caught_up_on IS NULL";

    /** As {@code VagueSchool.isAwaited}. */
    private static final String AWAITED =
            "(p.state NOT IN ('EN_SERVICE', 'REPORTEE', 'RETIREE') OR " + CATCHING_UP + ")";

    private final JdbcClient jdbc;

    /** By school; one of which nothing is declared is left out. */
    public Map<String, Set<Matter>> of(long projectId) {
        Map<String, Set<Matter>> ready = new HashMap<>();
        declared(projectId).forEach(each -> ready.computeIfAbsent(each.schoolUai(), uai -> EnumSet.noneOf(Matter.class))
                .add(each.matter()));
        return ready;
    }

    public Set<Matter> of(long projectId, String schoolUai) {
        return of(projectId).getOrDefault(schoolUai, Set.of());
    }

    public List<DeclaredReady> declared(long projectId) {
        return jdbc.sql("""
                SELECT school_uai, matter, ready_on, declared_by FROM school_readiness WHERE project_id = ?""")
                .param(projectId)
                .query((row, n) -> new DeclaredReady(
                        row.getString("school_uai"),
                        Matter.valueOf(row.getString("matter")),
                        row.getDate("ready_on").toLocalDate(),
                        row.getString("declared_by")))
                .list();
    }

    /**
     * A vague whose schools the collectivité makes ready.
     *
     * @param schools still to open, or opened by a waiver
     * @param ready those of them of which everything is declared
     */
    public record ToMakeReady(
            long projectId, String project, int rank, String vague, LocalDate opensOn, int schools, int ready) {}

    /**
     * What is awaited in these circonscriptions, the first opening first; vagues where nothing is left are not told.
     */
    public List<ToMakeReady> awaited(Collection<String> circonscriptions) {
        return circonscriptions.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT q.project_id, q.project, q.rank, q.vague, q.opens_on, COUNT(*) AS schools, SUM(q.ready) AS ready
                  FROM (SELECT v.project_id, x.title AS project, v.rank, v.title AS vague, v.opens_on,
                               CASE WHEN (SELECT COUNT(*) FROM school_readiness r WHERE r.project_id = v.project_id AND r.school_uai = p.school_uai) < :matters
                                    THEN 0 ELSE 1 END AS ready
                          FROM project x JOIN vague v ON v.project_id = x.id JOIN vague_school p ON p.vague_id = v.id
                         WHERE x.circonscription_uai IN (:places) AND x.state <> 'ABANDONNE' AND (v.state NOT IN ('CLOSE', 'SUSPENDUE') OR %s) AND %s) q
                 GROUP BY q.project_id, q.project, q.rank, q.vague, q.opens_on HAVING SUM(q.ready) < COUNT(*)
                 ORDER BY q.opens_on, q.project_id, q.rank""".formatted(CATCHING_UP, AWAITED))
                        .param("matters", Matter.values().length)
                        .param("places", circonscriptions)
                        .query(ToMakeReady.class)
                        .list();
    }

    /** Nothing is awaited of the collectivité for the schools of the vague that are still to open, or to catch up. */
    public boolean isComplete(long vagueId) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM vague_school p JOIN vague v ON v.id = p.vague_id
                 WHERE p.vague_id = :vague AND %s
                   AND (SELECT COUNT(*) FROM school_readiness r
                         WHERE r.project_id = v.project_id AND r.school_uai = p.school_uai) < :matters""".formatted(AWAITED))
                        .param("vague", vagueId)
                        .param("matters", Matter.values().length)
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
