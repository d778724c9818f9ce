package fr.forment.campaign;

import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.Zone;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Where the schools of a perimeter are: whose team looks after them, and which calendars apply. */
@Component
@RequiredArgsConstructor
public class PerimeterZones {

    private final Projects projects;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    /** UAI, the one with most schools first: it leads the campaign. Unknown references are left out. */
    public List<String> circonscriptions(Perimeter perimeter) {
        List<String> found =
                switch (perimeter.kind()) {
                    case CIRCONSCRIPTION ->
                        perimeter.refs().stream()
                                .filter(uai -> circonscriptions.find(uai).isPresent())
                                .toList();
                    case PROJET ->
                        perimeter.refs().stream()
                                .flatMap(id -> projects.find(Long.parseLong(id)).stream())
                                .map(Project::circonscriptionUai)
                                .toList();
                    case VAGUE ->
                        perimeter.refs().stream()
                                .flatMap(id -> projects.vague(Long.parseLong(id)).stream())
                                .map(Vague::projectId)
                                .flatMap(id -> projects.find(id).stream())
                                .map(Project::circonscriptionUai)
                                .toList();
                    case ECOLE ->
                        schools.findAll(perimeter.refs()).values().stream()
                                .filter(School::isOpen)
                                .map(School::circonscriptionUai)
                                .filter(Objects::nonNull)
                                .toList();
                };
        Map<String, Long> weight =
                found.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return weight.keySet().stream()
                .sorted((a, b) -> weight.get(a).equals(weight.get(b))
                        ? a.compareTo(b)
                        : Long.compare(weight.get(b), weight.get(a)))
                .toList();
    }

    /** Schools of a list that are not open ones of a circonscription: typed wrong, closed, or private. */
    public List<String> unknown(Collection<String> uais) {
        Map<String, School> found = schools.findAll(uais);
        return uais.stream()
                .filter(uai -> found.get(uai) == null
                        || !found.get(uai).isOpen()
                        || found.get(uai).circonscriptionUai() == null)
                .distinct()
                .toList();
    }

    Set<Zone> zones(Collection<String> circonscriptionUais) {
        return circonscriptionUais.stream()
                .flatMap(uai -> circonscriptions.find(uai).stream())
                .map(Circonscription::zone)
                .collect(Collectors.toSet());
    }
}
