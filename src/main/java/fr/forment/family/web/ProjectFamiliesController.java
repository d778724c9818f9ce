package fr.forment.family.web;

import fr.forment.account.SignedIn;
import fr.forment.charter.CharterVersion;
import fr.forment.charter.Charters;
import fr.forment.database.Slice;
import fr.forment.family.FamilyWordsService;
import fr.forment.family.ParentsResults;
import fr.forment.family.SchoolMeeting;
import fr.forment.family.SchoolMeetings;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The schools of a project and their families, for the team: who has met them, what waits to be read, what is signed.
 */
@Controller
@RequiredArgsConstructor
class ProjectFamiliesController {

    /** @param count null while the direction has not counted */
    record Line(School school, List<SchoolMeeting> meetings, int answers, int waiting, Charters.Count count) {}

    private final Projects projects;
    private final Schools schools;
    private final SchoolMeetings meetings;
    private final ParentsResults parents;
    private final FamilyWordsService words;
    private final Charters charters;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final Agents agents;
    private final SignedIn me;

    @GetMapping("/projets/{id}/familles")
    String ofProject(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        Project project =
                Reach.of(projects.find(id), found -> perimeter.coversCirconscription(found.circonscriptionUai()));
        me.refuseUnless(team.isOfTeamOrAdviser(project.circonscriptionUai()));
        CharterVersion charter = charters.current(project.circonscriptionUai());
        Slice<School> shown = Slice.of(
                schools.findAll(projects.schools(id)).values().stream()
                        .sorted(Comparator.comparing(School::displayName))
                        .toList(),
                page);
        model.addAllAttributes(Map.of(
                "project",
                project,
                "charter",
                charter,
                "today",
                agents.today(),
                "lines",
                shown.with(rows -> lines(rows, charter))));
        return "family/project";
    }

    private List<Line> lines(List<School> rows, CharterVersion charter) {
        List<String> uais = rows.stream().map(School::uai).toList();
        var held = meetings.of(uais);
        var answers = parents.answers(uais);
        var waiting = words.awaiting(uais);
        var counts = charters.counts(charter.id(), uais);
        return rows.stream()
                .map(school -> new Line(
                        school,
                        held.getOrDefault(school.uai(), List.of()),
                        answers.getOrDefault(school.uai(), 0),
                        waiting.getOrDefault(school.uai(), 0),
                        counts.get(school.uai())))
                .toList();
    }
}
