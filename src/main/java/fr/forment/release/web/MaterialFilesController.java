package fr.forment.release.web;

import fr.forment.catalogue.Catalogue;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.french.French;
import fr.forment.people.Reach;
import fr.forment.release.MaterialFile;
import fr.forment.release.MaterialUses;
import fr.forment.release.MaterialVersions;
import fr.forment.release.TrainingMaterial;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is taken along of a material: the file of a version, and the sessions that rest on it. */
@Controller
@RequiredArgsConstructor
class MaterialFilesController {

    private static final List<String> HEADER = List.of(
            "Support", "Version", "Module", "Session", "Début", "État", "Personnes", "Compte", "Lieu", "Qui forme");

    private final MaterialRights mine;
    private final MaterialVersions versions;
    private final MaterialUses uses;
    private final UseLines lines;
    private final Catalogue catalogue;

    /** To be kept rather than shown, and never as a page of this house. */
    @GetMapping("/supports/{id:\\d+}/versions/{number:\\d+}/fichier")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number) {
        MaterialFile file = Reach.of(versions.file(mine.visible(id).id(), number), any -> true);
        return Downloads.of(file.name(), file.kind().type(), file.content());
    }

    @GetMapping("/supports/{id:\\d+}/sessions.csv")
    ResponseEntity<byte[]> sessions(@PathVariable long id) {
        TrainingMaterial material = mine.reviewable(id);
        String module = catalogue.titles().getOrDefault(material.moduleCode(), Catalogue.UNKNOWN);
        return Downloads.csv(
                "support-" + id + "-sessions.csv",
                CsvSheet.of(
                        HEADER,
                        lines.of(uses.of(material)).stream()
                                .map(line -> List.of(
                                        material.title(),
                                        line.use().number(),
                                        module,
                                        line.use().sessionId(),
                                        French.stamp(line.use().startsAt()),
                                        line.use().state().label(),
                                        line.use().people(),
                                        line.use().wasHeld() ? "présentes" : "attendues",
                                        line.place(),
                                        line.trainer()))
                                .toList()));
    }
}
