package fr.forment.evaluation.web;

import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.evaluation.Results;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Results by session and by project, for the circonscription's team. */
@Controller
@RequiredArgsConstructor
class ResultsController {

    private final Results results;
    private final Sessions sessions;
    private final Projects projects;
    private final Catalogue catalogue;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final SignedIn signedIn;

    /** One line of the page of a project. */
    record Line(TrainingSession session, String title, Results.Hot hot, Results.Cold cold) {}

    @GetMapping("/projets/{id}/evaluations")
    String ofProject(@PathVariable long id, Model model) {
        Project project =
                Reach.of(projects.find(id), found -> perimeter.coversCirconscription(found.circonscriptionUai()));
        requireTeam(project.circonscriptionUai());
        List<TrainingSession> held = sessions.ofProject(id).stream()
                .filter(session -> session.state().wasHeld())
                .toList();
        List<Long> ids = held.stream().map(TrainingSession::id).toList();
        model.addAllAttributes(Map.of(
                "project",
                project,
                "threshold",
                Results.THRESHOLD,
                "hot",
                results.hot(ids),
                "cold",
                results.cold(ids),
                "words",
                results.words(ids),
                "lines",
                held.stream()
                        .map(session -> new Line(
                                session,
                                titleOf(session),
                                results.hot(List.of(session.id())),
                                results.cold(List.of(session.id()))))
                        .toList()));
        return "evaluation/results";
    }

    private String titleOf(TrainingSession session) {
        return catalogue.find(session.moduleCode()).map(TrainingModule::title).orElse(session.moduleCode());
    }

    private void requireTeam(String circonscription) {
        signedIn.refuseUnless(team.isOfTeamOrAdviser(circonscription));
    }
}
