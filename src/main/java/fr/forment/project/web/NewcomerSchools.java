package fr.forment.project.web;

import fr.forment.french.French;
import fr.forment.project.PlanCourse;
import fr.forment.project.PlanCourse.NotSeated;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Schools that entered while the project runs and that no session of the plan in force expects yet. */
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
        boolean soon = without.expectedSoon().contains(line.place().schoolUai());
        String page = "/plans/" + without.planId();
        return new Row(
                line.name(),
                "entrée le " + French.day(line.place().joinedOn())
                        + (soon
                                ? ", prévue par l'avenant en cours ; rien n'est changé avant sa décision."
                                : ", aucune session en vigueur ne l'attend."),
                soon ? "Voir l'avenant" : "Proposer l'avenant",
                amends ? soon ? page : page + "/evenement?quoi=ARRIVEE&ecole=" + line.place().schoolUai() : null);
    }
}
