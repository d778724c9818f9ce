package fr.forment.project.web;

import fr.forment.french.French;
import fr.forment.project.PlanCourse;
import fr.forment.project.PlanCourse.NotSeated;
import fr.forment.project.bilan.SchoolLines;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Schools that entered while the project runs and that no session of the plan expects yet. */
@Component
@RequiredArgsConstructor
class NewcomerSchools {

    /** @param link to the amendment, null for who takes no part in it */
    record Row(String name, String sentence, String action, String link) {}

    private final PlanCourse plan;

    /** @param amends the reader takes part in amendments */
    List<Row> of(ProjectView view, boolean amends) {
        List<SchoolLines.Line> came = view.vagues().stream()
                .flatMap(each -> each.schools().stream())
                .filter(line -> line.place().joinedOn() != null && line.place().isAwaited())
                .toList();
        return came.isEmpty()
                ? List.of()
                : plan.notSeated(
                                view.project().id(),
                                came.stream()
                                        .map(line -> line.place().schoolUai())
                                        .toList())
                        .map(without -> came.stream()
                                .filter(line -> without.schoolUais()
                                        .contains(line.place().schoolUai()))
                                .map(line -> row(line, without, amends))
                                .toList())
                        .orElse(List.of());
    }

    private static Row row(SchoolLines.Line line, NotSeated without, boolean amends) {
        String uai = line.place().schoolUai();
        String page = "/plans/" + without.planId();
        String since = "entrée le " + French.day(line.place().joinedOn());
        if (!without.inForce()) {
            return new Row(
                    line.name(),
                    since
                            + ", aucune session du plan en préparation ne l'attend : il est à calculer à nouveau, ou à compléter.",
                    "Voir le plan",
                    amends ? page : null);
        }
        if (without.expectedSoon().contains(uai)) {
            return new Row(
                    line.name(),
                    since + ", prévue par l'avenant en cours ; rien n'est changé avant sa décision.",
                    "Voir l'avenant",
                    amends ? page : null);
        }
        return new Row(
                line.name(),
                since + ", aucune session en vigueur ne l'attend.",
                "Proposer l'avenant",
                amends ? page + "/evenement?quoi=ARRIVEE&ecole=" + uai : null);
    }
}
