package fr.forment.project.need;

import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Line;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the schools of a vague, or of all of them, need that the plan did not foresee. */
@Component
@RequiredArgsConstructor
class NeedBilan implements Bilan.Source {

    private final VagueNeeds needs;
    private final Projects projects;

    /** Of the whole project, vague by vague. */
    @Override
    public Stream<Line> lines(Project project, Vague vague, List<VagueSchool> places) {
        return (vague == null
                        ? projects.vagues(project.id()).stream()
                                .filter(each -> places.stream()
                                        .anyMatch(place -> each.id().equals(place.vagueId())))
                                .flatMap(each -> sentences(each).map(said -> each.title() + " – " + said))
                        : sentences(vague))
                .map(sentence -> new Line(Topic.BESOINS, sentence));
    }

    private Stream<String> sentences(Vague vague) {
        VagueNeed need = needs.of(vague.id());
        return Stream.concat(
                Stream.of("Depuis l'enquête : " + String.join(", ", need.changes()) + "."),
                need.grid().stream().filter(fit -> !fit.fits()).map(PlanCourse.Fit::sentence));
    }
}
