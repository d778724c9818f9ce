package fr.forment.project;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

public interface VagueSchoolRepository extends ListCrudRepository<VagueSchool, Long> {

    @Query("""
            SELECT p.* FROM vague_school p JOIN school s ON s.uai = p.school_uai
            WHERE p.vague_id IN (:vagueIds) ORDER BY s.commune, s.name, s.uai""")
    List<VagueSchool> inVagues(Collection<Long> vagueIds);

    default List<VagueSchool> inVague(long vagueId) {
        return inVagues(List.of(vagueId));
    }

    /** The places of a school that are still in, in projects that run. */
    @Query("""
            SELECT p.* FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN project t ON t.id = v.project_id
            WHERE p.school_uai IN (:uais) AND p.state NOT IN ('REPORTEE', 'RETIREE') AND t.state <> 'ABANDONNE'
            ORDER BY p.id DESC""")
    List<VagueSchool> current(Collection<String> uais);

    /** The places that these schools have given up for good, the last one first. */
    @Query("""
            SELECT p.* FROM vague_school p WHERE p.school_uai IN (:uais) AND p.state = 'RETIREE' AND p.left_on IS NOT NULL
            ORDER BY p.left_on DESC, p.id DESC""")
    List<VagueSchool> left(Collection<String> uais);

    /** The places that these schools still had when their project was abandoned, the last one first. */
    @Query("""
            SELECT p.* FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN project t ON t.id = v.project_id
            WHERE p.school_uai IN (:uais) AND p.state NOT IN ('REPORTEE', 'RETIREE') AND t.state = 'ABANDONNE'
            ORDER BY p.id DESC""")
    List<VagueSchool> abandoned(Collection<String> uais);

    /** How many of these schools are in a project that is not finished. */
    @Query("""
            SELECT COUNT(*) FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN project t ON t.id = v.project_id
            WHERE p.school_uai IN (:uais) AND p.state NOT IN ('REPORTEE', 'RETIREE') AND t.state NOT IN ('CONTINU', 'ABANDONNE')""")
    int underway(Collection<String> uais);

    @Query("""
            SELECT p.* FROM vague_school p JOIN vague v ON v.id = p.vague_id
            WHERE v.project_id = :projectId AND p.school_uai = :uai
            ORDER BY CASE WHEN p.state IN ('REPORTEE', 'RETIREE') THEN 1 ELSE 0 END, v.rank DESC""")
    List<VagueSchool> ofSchool(long projectId, String uai);
}
