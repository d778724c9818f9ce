package fr.forment.project.web;

import fr.forment.people.Reach;
import fr.forment.project.Milestone;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.VagueState;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.timeline.Chronicle;
import fr.forment.timeline.ChroniclePage;
import fr.forment.timeline.ChronicleSubject;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What happened to a project, and to one school in it; for those who read them. */
@Controller
@RequiredArgsConstructor
class ProjectChronicleController {

    /** Of a line "12/0350123A" the school, of a line "12" the vague. */
    private static final String WHERE = """
            CASE WHEN POSITION('/' IN j.part) > 0 THEN SUBSTRING(j.part FROM POSITION('/' IN j.part) + 1)
                 ELSE (SELECT v.title FROM vague v WHERE v.project_id = :project AND CAST(v.id AS VARCHAR(60)) = j.part) END""";

    /** Its page, and what blocks one of its vagues: each found by its name, however many letters there are. */
    private static final String LETTERS = """
            m.about IN (SELECT CAST(:page AS VARCHAR(100)) UNION
                        SELECT '/projets/' || v.project_id || '/vagues/' || v.rank || '/blocages' FROM vague v WHERE v.project_id = :project)""";

    private final Projects projects;
    private final ProjectRights rights;
    private final Schools schools;
    private final ChroniclePage page;

    @GetMapping("/projets/{id}/chronologie")
    String ofProject(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked, Model model) {
        Project project = rights.readable(id);
        return page.show(
                project.title(), "/projets/" + id, "/projets/" + id + "/chronologie", of(project), asked, model);
    }

    @GetMapping("/projets/{id}/chronologie.csv")
    ResponseEntity<byte[]> sheetOfProject(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked) {
        return page.sheet("chronologie-projet-" + id, of(rights.readable(id)), asked);
    }

    /** For those who read the project, and for who directs the school. */
    @GetMapping("/projets/{id}/ecoles/{uai}/chronologie")
    String ofSchool(
            @PathVariable long id, @PathVariable String uai, @ModelAttribute ChroniclePage.Asked asked, Model model) {
        boolean own = rights.directedSchools().contains(uai);
        Project project = read(id, uai, own);
        return page.show(
                schools.find(uai).map(School::displayName).orElse(uai),
                own ? "/ecole" : "/projets/" + id,
                "/projets/" + id + "/ecoles/" + uai + "/chronologie",
                ofSchool(project, uai),
                asked,
                model);
    }

    @GetMapping("/projets/{id}/ecoles/{uai}/chronologie.csv")
    ResponseEntity<byte[]> sheetOfSchool(
            @PathVariable long id, @PathVariable String uai, @ModelAttribute ChroniclePage.Asked asked) {
        Project project = read(id, uai, rights.directedSchools().contains(uai));
        return page.sheet("chronologie-ecole-" + uai, ofSchool(project, uai), asked);
    }

    private Project read(long id, String uai, boolean own) {
        Project project = own ? Reach.of(projects.find(id), any -> true) : rights.readable(id);
        Reach.of(projects.place(project.id(), uai), any -> true);
        return project;
    }

    private Chronicle of(Project project) {
        return begin(ChronicleSubject.PROJECT, project, rights.seesPeople())
                .journal(ProjectEvent.JOURNAL, "j.subject = :projectKey", WHERE, true)
                .letters(LETTERS)
                .with("page", "/projets/" + project.id());
    }

    private Chronicle ofSchool(Project project, String uai) {
        boolean own = rights.directedSchools().contains(uai);
        return begin(ChronicleSubject.SCHOOL, project, own || rights.seesPeople())
                .journal(ProjectEvent.JOURNAL, "j.subject = :projectKey AND j.part LIKE :ofSchool", WHERE, true)
                .with("uai", uai)
                .with("ofSchool", "%/" + uai);
    }

    private Chronicle begin(ChronicleSubject subject, Project project, boolean reasons) {
        Chronicle chronicle = page.begin(subject, reasons)
                .with("project", project.id())
                .with("projectKey", String.valueOf(project.id()));
        Arrays.stream(Milestone.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        Arrays.stream(ProjectState.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        Arrays.stream(VagueState.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        Arrays.stream(PlaceState.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        return chronicle;
    }
}
