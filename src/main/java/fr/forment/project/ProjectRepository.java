package fr.forment.project;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectRepository extends ListCrudRepository<Project, Long> {

    List<Project> findByCirconscriptionUaiInOrderByIdDesc(Collection<String> circonscriptionUais);

    int countByCirconscriptionUaiIn(Collection<String> circonscriptionUais);

    @Query("""
            SELECT * FROM project WHERE circonscription_uai IN (:uais) ORDER BY id DESC
            OFFSET :from ROWS FETCH FIRST :size ROWS ONLY""")
    List<Project> some(Collection<String> uais, int from, int size);

    List<Project> findAllByOrderByIdDesc();

    /** Two people who create a project of one circonscription at once wait for each other. */
    @Query("SELECT uai FROM circonscription WHERE uai = :uai FOR UPDATE")
    String lockCirconscription(String uai);
}
