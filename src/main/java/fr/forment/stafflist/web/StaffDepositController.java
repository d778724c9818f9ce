package fr.forment.stafflist.web;

import fr.forment.account.SignedIn;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.files.UnreadableFile;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.StaffDepositService;
import fr.forment.stafflist.reading.StaffTable;
import fr.forment.stafflist.reading.StaffTemplate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings a staff list in: the template to fill in, and the deposit of whichever file the person has. */
@Controller
@RequiredArgsConstructor
class StaffDepositController {

    private final StaffDepositService deposits;
    private final MyPerimeter mine;
    private final SignedIn me;

    @GetMapping("/personnels/import")
    String choose(Model model) {
        me.refuseUnless(mine.seesPeople());
        model.addAttribute("maxMegabytes", StaffTable.MAX_BYTES >> 20);
        model.addAttribute("maxLines", StaffTable.MAX_LINES);
        return "stafflist/import";
    }

    @GetMapping("/personnels/import/modele.csv")
    ResponseEntity<byte[]> template() {
        return Downloads.csv("modele-personnels.csv", CsvSheet.of(StaffTemplate.COLUMNS, List.of()));
    }

    @GetMapping("/personnels/import/modele.xlsx")
    ResponseEntity<byte[]> workbook() {
        return Downloads.xlsx("modele-personnels.xlsx", StaffTemplate.workbook());
    }

    @PostMapping("/personnels/import")
    String deposit(@RequestPart(name = "fichier", required = false) MultipartFile file, RedirectAttributes flash) {
        me.refuseUnless(mine.seesPeople());
        if (file == null || file.isEmpty()) {
            flash.addFlashAttribute("problem", "Choisissez d'abord un fichier : celui-ci est absent ou vide.");
            return "redirect:/personnels/import";
        }
        try {
            return "redirect:/personnels/import/" + deposits.deposit(file, file.getOriginalFilename());
        } catch (UnreadableFile no) {
            flash.addFlashAttribute("problem", no.getMessage());
            return "redirect:/personnels/import";
        }
    }
}
