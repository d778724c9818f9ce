package fr.forment.project;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectRepository extends ListCrudRepository<Project, Long> {

    List<Project> findByCirconscriptionUaiOrderByIdDesc(String circonscriptionUai);

    List<Project> findAllByOrderByIdDesc();

    /** Two people who create a project of one circonscription at once wait for each other. */
    @Query("SELECT uai FROM circonscription WHERE uai = :uai FOR UPDATE")
    String lockCirconscription(String uai);
}
