package fr.forment.plan;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.grid.GridLine;
import fr.forment.project.PlanCourse.Fit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The places of a vague in a plan against what the grid says of its schools today, module by module as planned. */
@Component
@RequiredArgsConstructor
class VagueFit {

    private final Plans plans;
    private final Needs needs;
    private final GridFigures grid;
    private final Catalogue catalogue;

    List<Fit> of(Plan plan, int vagueRank, Collection<String> schoolUais) {
        Map<String, Integer> places = new LinkedHashMap<>();
        plans.sessions(plan.id(), Phase.VAGUE, vagueRank).stream()
                .filter(session -> !session.isForParents())
                .forEach(session -> places.merge(session.moduleCode(), session.capacity(), Integer::sum));
        Map<String, Integer> people = needs
                .ofProject(plan.projectId())
                .map(Campaign::id)
                .map(campaign -> grid.linesOf(campaign, List.copyOf(schoolUais), GridFilter.ALL))
                .orElse(List.of())
                .stream()
                .collect(Collectors.groupingBy(GridLine::moduleCode, Collectors.summingInt(GridLine::people)));
        Map<String, String> titles =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        return places.entrySet().stream()
                .map(each -> fit(
                        titles.getOrDefault(each.getKey(), each.getKey()),
                        people.getOrDefault(each.getKey(), 0),
                        each.getValue()))
                .toList();
    }

    private static Fit fit(String title, int people, int places) {
        boolean fits = people <= places;
        return new Fit(
                title + " : " + French.count(people, "personne") + " à former, " + French.count(places, "place")
                        + (fits ? "" : " (il en manque " + (people - places) + ")"),
                fits);
    }
}
