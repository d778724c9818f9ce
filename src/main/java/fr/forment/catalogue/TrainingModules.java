package fr.forment.catalogue;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** The rows of the grid. */
interface TrainingModules extends ListCrudRepository<TrainingModule, Long> {

    Optional<TrainingModule> findByCode(String code);
}
