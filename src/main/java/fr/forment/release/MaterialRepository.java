package fr.forment.release;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** A circonscription has its own materials and those of its département. */
interface MaterialRepository extends ListCrudRepository<TrainingMaterial, Long> {

    /** What they hand out, their own before their département's on every database; nothing withdrawn. */
    @Query("""
            SELECT * FROM training_material m WHERE m.state <> 'RETIRE' AND (m.circonscription_uai IN (:uais)
            OR m.departement_code IN (SELECT c.departement_code FROM circonscription c WHERE c.uai IN (:uais)))
            ORDER BY CASE WHEN m.circonscription_uai IS NULL THEN 1 ELSE 0 END, m.circonscription_uai, m.module_code, m.title, m.id""")
    List<TrainingMaterial> inCirconscriptions(Collection<String> uais);

    @Query("SELECT * FROM training_material WHERE id = :id FOR UPDATE")
    Optional<TrainingMaterial> lock(long id);

    String SEEN = """
             FROM training_material m WHERE m.state IN (:states)
             AND (m.circonscription_uai IN (:all) OR m.circonscription_uai IN (:open) AND NOT m.for_trainers
             OR m.departement_code IN (SELECT c.departement_code FROM circonscription c WHERE c.uai IN (:all))
             OR m.departement_code IN (SELECT c.departement_code FROM circonscription c WHERE c.uai IN (:open)) AND NOT m.for_trainers)""";

    @Query("SELECT COUNT(*)" + SEEN)
    int countSeen(Collection<String> all, Collection<String> open, Collection<String> states);

    @Query(
            "SELECT *" + SEEN
                    + " ORDER BY COALESCE(m.circonscription_uai, m.departement_code), m.module_code, m.title, m.id OFFSET :from ROWS FETCH FIRST :size ROWS ONLY")
    List<TrainingMaterial> seen(
            Collection<String> all, Collection<String> open, Collection<String> states, int from, int size);

    @Query(
            "SELECT *" + SEEN
                    + " AND m.module_code = :module ORDER BY COALESCE(m.circonscription_uai, m.departement_code), m.title, m.id")
    List<TrainingMaterial> seenOf(
            String module, Collection<String> all, Collection<String> open, Collection<String> states);

    /** What one circonscription hands out for a module. */
    @Query("""
            SELECT * FROM training_material m WHERE m.module_code = :module AND m.state <> 'RETIRE' AND (m.circonscription_uai = :uai
            OR m.departement_code = (SELECT c.departement_code FROM circonscription c WHERE c.uai = :uai))
            ORDER BY m.title, m.id""")
    List<TrainingMaterial> of(String uai, String module);

    /** All there are of one owner, a UAI or the code of a département, those withdrawn too. */
    @Query(
            "SELECT * FROM training_material WHERE module_code = :module AND (circonscription_uai = :place OR departement_code = :place)")
    List<TrainingMaterial> belongingTo(String place, String module);
}
