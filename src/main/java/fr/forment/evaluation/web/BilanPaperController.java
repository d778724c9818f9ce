package fr.forment.evaluation.web;

import fr.forment.evaluation.BilanPaper;
import fr.forment.evaluation.BilanPapers;
import fr.forment.files.Downloads;
import fr.forment.paper.Printer;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The bilan of a project or of a vague on paper and as a workbook, for whoever may read its page. */
@Controller
@RequiredArgsConstructor
class BilanPaperController {

    private final BilanPapers papers;
    private final Projects projects;
    private final MyPerimeter perimeter;
    private final Printer printer;

    @GetMapping("/projets/{id:\\d+}/bilan.pdf")
    ResponseEntity<byte[]> paperOfProject(@PathVariable long id) {
        return pdf("bilan-projet-" + id + ".pdf", papers.of(readable(id), null));
    }

    @GetMapping("/projets/{id:\\d+}/bilan.xlsx")
    ResponseEntity<byte[]> workbookOfProject(@PathVariable long id) {
        return Downloads.xlsx("bilan-projet-" + id + ".xlsx", papers.workbook(papers.of(readable(id), null)));
    }

    @GetMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/bilan.pdf")
    ResponseEntity<byte[]> paperOfVague(@PathVariable long id, @PathVariable int rank) {
        return pdf("bilan-projet-" + id + "-vague-" + rank + ".pdf", papers.of(readable(id), vague(id, rank)));
    }

    @GetMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/bilan.xlsx")
    ResponseEntity<byte[]> workbookOfVague(@PathVariable long id, @PathVariable int rank) {
        return Downloads.xlsx(
                "bilan-projet-" + id + "-vague-" + rank + ".xlsx",
                papers.workbook(papers.of(readable(id), vague(id, rank))));
    }

    private ResponseEntity<byte[]> pdf(String name, BilanPaper paper) {
        return Downloads.pdf(name, printer.print("paper/bilan", Map.of("paper", paper)));
    }

    private Project readable(long id) {
        return Reach.of(projects.find(id), found -> perimeter.coversCirconscription(found.circonscriptionUai()));
    }

    private Vague vague(long id, int rank) {
        return projects.vagues(id).stream()
                .filter(vague -> vague.rank() == rank)
                .findFirst()
                .orElseThrow(OutOfReach::new);
    }
}
