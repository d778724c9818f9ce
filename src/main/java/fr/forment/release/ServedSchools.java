package fr.forment.release;

import fr.forment.project.PlaceState;
import fr.forment.project.Projects;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The schools a new version reaches: those whose ENT is in service. */
@Component
@RequiredArgsConstructor
class ServedSchools {

    private final Schools schools;
    private final Projects projects;

    /** UAI, by commune and name. */
    List<String> in(String circonscriptionUai) {
        return schools.inCirconscription(circonscriptionUai).stream()
                .map(School::uai)
                .filter(uai -> projects.currentPlace(uai)
                        .filter(place -> place.state() == PlaceState.EN_SERVICE)
                        .isPresent())
                .toList();
    }
}
