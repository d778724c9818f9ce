package fr.forment.release;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MaterialRepository extends ListCrudRepository<TrainingMaterial, Long> {

    @Query(
            "SELECT * FROM training_material WHERE circonscription_uai IN (:uais) ORDER BY circonscription_uai, module_code, title, id")
    List<TrainingMaterial> inCirconscriptions(Collection<String> uais);

    @Query("SELECT * FROM training_material WHERE id = :id FOR UPDATE")
    Optional<TrainingMaterial> lock(long id);

    @Query("""
            SELECT COUNT(*) FROM training_material
            WHERE state IN (:states) AND (circonscription_uai IN (:all) OR circonscription_uai IN (:open) AND NOT for_trainers)""")
    int countSeen(Collection<String> all, Collection<String> open, Collection<String> states);

    @Query("""
            SELECT * FROM training_material
            WHERE state IN (:states) AND (circonscription_uai IN (:all) OR circonscription_uai IN (:open) AND NOT for_trainers)
            ORDER BY circonscription_uai, module_code, title, id OFFSET :from ROWS FETCH FIRST :size ROWS ONLY""")
    List<TrainingMaterial> seen(
            Collection<String> all, Collection<String> open, Collection<String> states, int from, int size);

    @Query("""
            SELECT * FROM training_material WHERE module_code = :module
            AND (circonscription_uai IN (:all) OR circonscription_uai IN (:open) AND NOT for_trainers)
            ORDER BY circonscription_uai, title, id""")
    List<TrainingMaterial> seenOf(String module, Collection<String> all, Collection<String> open);

    @Query(
            "SELECT * FROM training_material WHERE circonscription_uai = :uai AND module_code = :module ORDER BY title, id")
    List<TrainingMaterial> of(String uai, String module);
}
