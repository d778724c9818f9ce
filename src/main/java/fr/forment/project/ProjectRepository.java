package fr.forment.project;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface ProjectRepository extends ListCrudRepository<Project, Long> {

    List<Project> findByCirconscriptionUaiOrderByIdDesc(String circonscriptionUai);

    List<Project> findAllByOrderByIdDesc();

    boolean existsByUnderwayInEquals(String circonscriptionUai);
}
