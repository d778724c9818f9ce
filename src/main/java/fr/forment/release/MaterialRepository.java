package fr.forment.release;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MaterialRepository extends ListCrudRepository<TrainingMaterial, Long> {

    @Query(
            "SELECT * FROM training_material WHERE circonscription_uai IN (:uais) ORDER BY circonscription_uai, module_code, title, id")
    List<TrainingMaterial> inCirconscriptions(Collection<String> uais);

    int countByCirconscriptionUaiIn(Collection<String> uais);

    @Query("""
            SELECT * FROM training_material WHERE circonscription_uai IN (:uais)
            ORDER BY circonscription_uai, module_code, title, id OFFSET :from ROWS FETCH FIRST :size ROWS ONLY""")
    List<TrainingMaterial> inCirconscriptions(Collection<String> uais, int from, int size);
}
