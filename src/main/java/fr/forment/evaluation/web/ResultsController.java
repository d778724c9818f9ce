package fr.forment.evaluation.web;

import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.evaluation.Followed;
import fr.forment.evaluation.Results;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    private final SelfStudies studies;
    private final Projects projects;
    private final Catalogue catalogue;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final SignedIn signedIn;

    /** One line of the page of a project: a session. */
    record Line(TrainingSession session, String title, Results.Hot hot, Results.Cold cold) {}

    /** One line of the page of a project: a module that was followed alone. @param vague its title */
    record AloneLine(SelfStudies.Progress progress, String title, String vague, Results.Hot hot) {}

    @GetMapping("/projets/{id}/evaluations")
    String ofProject(@PathVariable long id, Model model) {
        Project project =
                Reach.of(projects.find(id), found -> perimeter.coversCirconscription(found.circonscriptionUai()));
        requireTeam(project.circonscriptionUai());
        List<TrainingSession> held = sessions.ofProject(id).stream()
                .filter(session -> session.state().wasHeld())
                .toList();
        List<SelfStudies.Progress> alone = studies.progressOf(id);
        var asked = new Results.Of(
                held.stream().map(TrainingSession::id).toList(),
                alone.stream().map(each -> each.study().id()).toList());
        Results.Whole read = results.whole(asked);
        Map<Long, String> vagues = projects.vagues(id).stream().collect(Collectors.toMap(Vague::id, Vague::title));
        UnaryOperator<String> titles = titles();
        model.addAllAttributes(Map.of(
                "project",
                project,
                "threshold",
                Results.THRESHOLD,
                "hot",
                read.hot(),
                "cold",
                read.cold(),
                "words",
                results.words(asked),
                "lines",
                held.stream()
                        .map(session -> new Line(
                                session,
                                titles.apply(session.moduleCode()),
                                read.hot(Followed.session(session.id())),
                                read.cold(Followed.session(session.id()))))
                        .toList(),
                "alone",
                alone.stream()
                        .map(each -> new AloneLine(
                                each,
                                titles.apply(each.study().moduleCode()),
                                each.study().vagueId() == null
                                        ? "Circonscription"
                                        : vagues.getOrDefault(each.study().vagueId(), ""),
                                read.hot(Followed.alone(each.study().id()))))
                        .toList()));
        return "evaluation/results";
    }

    private UnaryOperator<String> titles() {
        Map<String, String> known =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        return code -> known.getOrDefault(code, code);
    }

    private void requireTeam(String circonscription) {
        signedIn.refuseUnless(team.isOfTeamOrAdviser(circonscription));
    }
}
