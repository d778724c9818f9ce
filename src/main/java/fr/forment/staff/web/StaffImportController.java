package fr.forment.staff.web;

import java.io.IOException;
import java.util.List;

import fr.forment.staff.Arrival;
import fr.forment.staff.CsvSheet;
import fr.forment.staff.MyPerimeter;
import fr.forment.staff.SignedIn;
import fr.forment.staff.StaffImportService;
import fr.forment.territory.UnreadableFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings a staff list in: deposit, look at every line, accept. */
@Controller
class StaffImportController {

    private final StaffImportService imports;
    private final MyPerimeter mine;
    private final SignedIn me;

    StaffImportController(StaffImportService imports, MyPerimeter mine, SignedIn me) {
        this.imports = imports;
        this.mine = mine;
        this.me = me;
    }

    @GetMapping("/personnels/import")
    String choose() {
        me.refuseUnless(mine.seesPeople());
        return "staff/import";
    }

    @GetMapping("/personnels/import/modele.csv")
    ResponseEntity<byte[]> template() {
        return PeopleController.csv("modele-personnels.csv", CsvSheet.of(StaffImportService.HEADER, List.of()));
    }

    @PostMapping("/personnels/import")
    String deposit(@RequestParam("fichier") MultipartFile file, RedirectAttributes flash) throws IOException {
        me.refuseUnless(mine.seesPeople());
        try {
            return "redirect:/personnels/import/" + imports.deposit(file.getOriginalFilename(), file.getBytes());
        } catch (UnreadableFile no) {
            flash.addFlashAttribute("problem", no.getMessage());
            return "redirect:/personnels/import";
        }
    }

    @GetMapping("/personnels/import/{id:\\d+}")
    String look(@PathVariable long id, Model model) {
        model.addAttribute("deposit", imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "staff/preview";
    }

    @PostMapping("/personnels/import/{id:\\d+}")
    String accept(@PathVariable long id, @RequestParam("empreinte") String fingerprint, @RequestParam("arrivee") Arrival arrival,
            @RequestParam(name = "bonnesLignes", defaultValue = "false") boolean goodLinesOnly, RedirectAttributes flash) {
        me.refuseUnless(mine.seesPeople());
        var result = imports.accept(id, fingerprint, arrival, goodLinesOnly);
        if (result.isEmpty()) {
            flash.addFlashAttribute("problem", "Rien n'a été enregistré : la liste a changé depuis l'aperçu, ou des lignes sont à corriger."
                    + " Relisez l'aperçu, ou cochez « Enregistrer seulement les lignes correctes ».");
            return imports.find(id).isPresent() ? "redirect:/personnels/import/" + id : "redirect:/personnels/import";
        }
        flash.addFlashAttribute("done", "%d personne(s) ajoutée(s), %d modifiée(s), %d ligne(s) laissée(s) de côté."
                .formatted(result.get().arrived(), result.get().changed(), result.get().refused()));
        return "redirect:/personnels";
    }
}
