package fr.forment.territory.web;

import fr.forment.files.FileNames;
import fr.forment.files.UnreadableFile;
import fr.forment.territory.Departement;
import fr.forment.territory.ImportChoices;
import fr.forment.territory.ImportJournal;
import fr.forment.territory.ImportReport;
import fr.forment.territory.Importer;
import fr.forment.territory.TerritoryImportService;
import fr.forment.territory.imports.StagedUpload;
import fr.forment.territory.imports.StagedUploadService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bring a public file: choose it, read the preview, decide. */
@Controller
@RequiredArgsConstructor
class TerritoryImportController {

    private static final String FORM = "redirect:/territoire/import";

    private final TerritoryImportService imports;
    private final StagedUploadService uploads;
    private final ImportJournal journal;
    private final Importer importer;

    @GetMapping("/territoire/import")
    String form(Principal who, Model model) {
        model.addAttribute(
                "journal", journal.latest(20, who.getName(), importer.reach().everywhere()));
        return "territory/import";
    }

    @PostMapping("/territoire/import")
    String upload(
            @RequestPart(required = false) MultipartFile fichier,
            @RequestParam(defaultValue = "") String departement,
            Principal who,
            RedirectAttributes flash)
            throws IOException {
        Optional<String> only = Departement.readCode(departement);
        if (!departement.isBlank() && only.isEmpty()) {
            return refuse(flash, "Le code du département ne se lit pas : écrivez par exemple 035, 2A ou 974.");
        }
        if (fichier == null || fichier.isEmpty()) {
            return refuse(flash, "Choisissez d’abord un fichier : celui-ci est absent ou vide.");
        }
        String token = uploads.stage(
                fichier, FileNames.shown(fichier.getOriginalFilename()), only.orElse(null), who.getName());
        return FORM + "/" + token;
    }

    @GetMapping("/territoire/import/{token:[0-9a-f]{32}}")
    String preview(
            @PathVariable String token,
            Principal who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return uploads.find(token, who.getName())
                .map(upload -> {
                    try {
                        model.addAttribute("report", imports.preview(upload, upload.departement(), importer.reach()));
                        model.addAttribute("upload", upload);
                        return "territory/preview";
                    } catch (UnreadableFile e) {
                        uploads.drop(token);
                        return refuse(flash, e.getMessage());
                    }
                })
                .orElseGet(() -> gone(who, model, response));
    }

    @PostMapping("/territoire/import/{token:[0-9a-f]{32}}")
    String apply(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean bonnesLignes,
            @RequestParam(defaultValue = "false") boolean fermer,
            @RequestParam(required = false) String retirer,
            Principal who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return uploads.find(token, who.getName())
                .map(upload -> save(upload, new ImportChoices(bonnesLignes, fermer, retirer), who, flash))
                .orElseGet(() -> gone(who, model, response));
    }

    private String save(StagedUpload upload, ImportChoices choices, Principal who, RedirectAttributes flash) {
        ImportReport report = imports.apply(
                upload, upload.fileName(), upload.departement(), choices, who.getName(), importer.reach());
        if (!report.saved()) {
            refuse(
                    flash,
                    report.hasErrors() && !choices.goodRowsOnly()
                            ? "Rien n’a été enregistré : des lignes sont en erreur. Corrigez le fichier, ou enregistrez les lignes correctes."
                            : "Rien n’a été enregistré : ce fichier retirerait des jours connus, listés ci-dessous. Cochez « Retirer ces jours » si c’est bien voulu,"
                                    + " ou complétez le fichier.");
            return FORM + "/" + upload.token();
        }
        uploads.drop(upload.token());
        flash.addFlashAttribute("done", summary(report, choices));
        return FORM;
    }

    private static String summary(ImportReport report, ImportChoices choices) {
        int closed = report.closing()
                + (choices.closeMissing() && report.canCloseMissing()
                        ? report.missing().size()
                        : 0);
        return "Fichier enregistré : nouvelles lignes " + report.created() + ", modifiées " + report.changed()
                + ", inchangées "
                + report.unchanged() + (closed == 0 ? "" : ", écoles fermées ou à fermer " + closed)
                + (report.refusedCount() == 0
                        ? "."
                        : ", refusées car hors de votre périmètre " + report.refusedCount() + ".");
    }

    /** Somebody else's, saved already, too old or never there: all look the same. */
    private String gone(Principal who, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "problem",
                "Cet aperçu n’existe plus : son fichier est déjà enregistré, ou il date de plus d’un jour. Regardez ci-dessous vos derniers"
                        + " fichiers enregistrés, ou déposez-le de nouveau.");
        return form(who, model);
    }

    private static String refuse(RedirectAttributes flash, String message) {
        flash.addFlashAttribute("problem", message);
        return FORM;
    }
}
