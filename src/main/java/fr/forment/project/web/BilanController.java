package fr.forment.project.web;

import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.SchoolTeams;
import fr.forment.project.Vague;
import fr.forment.project.bilan.SchoolLines;
import fr.forment.project.bilan.SchoolLines.Line;
import fr.forment.project.bilan.ToldBilans;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The bilan of a project or of a vague: to read, to print, to take away school by school. */
@Controller
@RequiredArgsConstructor
class BilanController {

    private static final List<String> COLUMNS = List.of(
            "uai",
            "ecole",
            "vague",
            "etat",
            "ouverture_prevue",
            "ouverte_le",
            "formes",
            "restants",
            "charte_signee_le",
            "manques",
            "derogation",
            "rattrapage_le",
            "motif_de_sortie",
            "classes_actives_30j",
            "familles_30j",
            "classes_actives_90j",
            "familles_90j");

    private final Projects projects;
    private final ToldBilans bilans;
    private final SchoolLines lines;
    private final ProjectPages pages;
    private final ProjectRights rights;
    private final SchoolTeams teams;

    @GetMapping("/projets/{id:\\d+}/bilan")
    String ofProject(@PathVariable long id, Model model) {
        return page(rights.readable(id), null, model);
    }

    @GetMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/bilan")
    String ofVague(@PathVariable long id, @PathVariable int rank, Model model) {
        Project project = rights.readable(id);
        return page(project, vague(project, rank), model);
    }

    @GetMapping("/projets/{id:\\d+}/bilan.csv")
    ResponseEntity<byte[]> sheetOfProject(@PathVariable long id) {
        Project project = rights.readable(id);
        return sheet("bilan-projet-" + id + ".csv", project, projects.vagues(project.id()));
    }

    @GetMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/bilan.csv")
    ResponseEntity<byte[]> sheetOfVague(@PathVariable long id, @PathVariable int rank) {
        Project project = rights.readable(id);
        return sheet("bilan-projet-" + id + "-vague-" + rank + ".csv", project, List.of(vague(project, rank)));
    }

    private String page(Project project, Vague vague, Model model) {
        model.addAttribute("view", pages.summary(project));
        model.addAttribute("told", bilans.of(project, vague));
        return "project/bilan";
    }

    private ResponseEntity<byte[]> sheet(String name, Project project, List<Vague> vagues) {
        Map<Long, List<Line>> byVague = lines.of(project, vagues, rights.reader(project));
        Map<String, SchoolTeams.Trained> trained =
                trained(byVague.values().stream().flatMap(List::stream).toList());
        List<List<String>> rows = vagues.stream()
                .flatMap(vague -> byVague.get(vague.id()).stream().map(line -> row(vague, line, trained)))
                .toList();
        return Downloads.csv(name, CsvSheet.of(COLUMNS, rows));
    }

    private Map<String, SchoolTeams.Trained> trained(List<Line> schools) {
        return teams.trained(schools.stream()
                .map(line -> line.place().schoolUai())
                .distinct()
                .toList());
    }

    private static List<String> row(Vague vague, Line line, Map<String, SchoolTeams.Trained> trained) {
        var place = line.place();
        return List.of(
                place.schoolUai(),
                line.name(),
                vague.title(),
                place.state().label(),
                text(vague.opensOn()),
                text(place.openedOn()),
                text(trained.get(place.schoolUai()).trained()),
                text(trained.get(place.schoolUai()).left()),
                text(place.charterSignedOn()),
                String.join(" ; ", line.missing()),
                text(place.waiverMotive()),
                text(place.catchUpOn()),
                text(place.leftBecause()),
                classes(line, 30),
                families(line, 30),
                classes(line, 90),
                families(line, 90));
    }

    private static String classes(Line line, int days) {
        return line.uses().stream()
                .filter(use -> use.daysAfter() == days)
                .findFirst()
                .map(use -> text(use.activeClasses()))
                .orElse("");
    }

    private static String families(Line line, int days) {
        return line.uses().stream()
                .filter(use -> use.daysAfter() == days)
                .findFirst()
                .map(use -> text(use.parentAccounts()))
                .orElse("");
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private Vague vague(Project project, int rank) {
        return projects.vagues(project.id()).stream()
                .filter(vague -> vague.rank() == rank)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
