package fr.forment.overview.web;

import fr.forment.french.French;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.readiness.PlannedOpening;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The way of the schools somebody directs to the opening of the ENT, in a few lines; all of it stands at "Mon école".
 */
@Component
@RequiredArgsConstructor
class MySchool {

    private final Projects projects;
    private final Schools schools;
    private final OpeningGaps gaps;
    private final Clock clock;

    /** @param missing in French, what a waiver leaves to catch up on too; empty when nothing is */
    record Way(String school, String state, String when, List<String> missing) {}

    List<Way> of(Collection<String> uais) {
        if (uais.isEmpty()) {
            return List.of();
        }
        Map<String, School> known = schools.findAll(List.copyOf(uais));
        List<Way> ways = new ArrayList<>();
        for (String uai : uais) {
            Optional<VagueSchool> place =
                    projects.currentPlace(uai).filter(each -> !each.state().isGone());
            place.ifPresent(each -> ways.add(way(known.get(uai).displayName(), each)));
        }
        return ways;
    }

    private Way way(String school, VagueSchool place) {
        Vague vague = projects.vague(place.vagueId()).orElseThrow();
        Project project = projects.find(vague.projectId()).orElseThrow();
        return new Way(
                school,
                place.state().label(),
                (place.state() == PlaceState.EN_SERVICE
                                ? "Ouvert le " + French.day(place.openedOn())
                                : PlannedOpening.ofSchool(vague.opensOn(), LocalDate.now(clock)))
                        + (place.isCatchingUp()
                                ? ", par dérogation ; rattrapage au plus tard le " + French.day(place.catchUpOn())
                                : "")
                        + ".",
                gaps.withCatchUps(project, List.of(place)).get(place.id()).stream()
                        .map((OpeningGap gap) -> gap.told(true))
                        .toList());
    }
}
