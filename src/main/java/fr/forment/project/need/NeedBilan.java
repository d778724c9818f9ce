package fr.forment.project.need;

import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Line;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the schools of a vague need that its plan did not foresee. */
@Component
@RequiredArgsConstructor
class NeedBilan implements Bilan.Source {

    private final VagueNeeds needs;

    @Override
    public Stream<Line> lines(Project project, Vague vague, List<VagueSchool> places) {
        if (vague == null) {
            return Stream.empty();
        }
        VagueNeed need = needs.of(vague.id());
        return Stream.concat(
                        Stream.of("Depuis l'enquête : " + String.join(", ", need.changes()) + "."),
                        need.grid().stream().filter(fit -> !fit.fits()).map(PlanCourse.Fit::sentence))
                .map(sentence -> new Line(Topic.BESOINS, sentence));
    }
}
