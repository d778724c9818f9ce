package fr.forment.resource.web;

import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.files.FileNames;
import fr.forment.files.UnreadableFile;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.french.French;
import fr.forment.resource.imports.ResourceImportService;
import fr.forment.resource.imports.ResourcePreview;
import fr.forment.resource.imports.ResourceUploadService;
import fr.forment.resource.imports.ResourceUploadService.Upload;
import fr.forment.territory.Circonscription;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tables of resources as files: fill one in, read the preview, decide; and take what is known along. */
@Controller
@RequiredArgsConstructor
class FilesController {

    private static final String PAGE = "/ressources/fichiers";

    private final ResourceAccess access;
    private final ResourceImportService imports;
    private final ResourceUploadService uploads;

    @GetMapping(PAGE)
    String page(@RequestParam(required = false) String circonscription, Model model) {
        access.shown(circonscription, model);
        model.addAttribute("tables", imports.offered());
        return "resource/files";
    }

    @GetMapping(PAGE + "/modele-{table:[a-z]+}.csv")
    ResponseEntity<byte[]> csvTemplate(@PathVariable String table) {
        return csv("modele-" + table, imports.template(table));
    }

    @GetMapping(PAGE + "/modele-{table:[a-z]+}.xlsx")
    ResponseEntity<byte[]> xlsxTemplate(@PathVariable String table) {
        return Downloads.xlsx("modele-" + table + ".xlsx", XlsxBook.of(imports.template(table)));
    }

    @GetMapping(PAGE + "/{table:[a-z]+}.csv")
    ResponseEntity<byte[]> csvExport(
            @PathVariable String table, @RequestParam(required = false) String circonscription, Model model) {
        return csv(table, imports.export(table, access.shown(circonscription, model)));
    }

    /** All tables in one workbook. */
    @GetMapping(PAGE + "/ressources.xlsx")
    ResponseEntity<byte[]> xlsxExport(@RequestParam(required = false) String circonscription, Model model) {
        Circonscription where = access.shown(circonscription, model);
        List<XlsxSheet> sheets = imports.offered().stream()
                .map(table -> imports.export(table.name(), where))
                .toList();
        return Downloads.xlsx("ressources.xlsx", XlsxBook.of(sheets));
    }

    @PostMapping(PAGE)
    String upload(
            @RequestParam String circonscription,
            @RequestPart(required = false) MultipartFile fichier,
            Principal who,
            RedirectAttributes next)
            throws IOException {
        Circonscription where = access.edited(circonscription);
        if (fichier == null || fichier.isEmpty()) {
            return refuse(next, where.uai(), "Choisissez d'abord un fichier : celui-ci est absent ou vide.");
        }
        String token = uploads.stage(
                fichier.getBytes(), FileNames.shown(fichier.getOriginalFilename()), where.uai(), who.getName());
        return "redirect:" + PAGE + "/" + token;
    }

    @GetMapping(PAGE + "/{token:[0-9a-f]{32}}")
    String preview(
            @PathVariable String token,
            Principal who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return uploads.find(token, who.getName())
                .map(upload -> show(upload, model, next))
                .orElseGet(() -> gone(model, response));
    }

    /** @param bonnesLignes the others are left aside */
    @PostMapping(PAGE + "/{token:[0-9a-f]{32}}")
    String apply(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean bonnesLignes,
            Principal who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return uploads.find(token, who.getName())
                .map(upload -> save(upload, bonnesLignes, next))
                .orElseGet(() -> gone(model, response));
    }

    private String show(Upload upload, Model model, RedirectAttributes next) {
        Circonscription where = access.edited(upload.circonscriptionUai());
        try {
            ResourcePreview preview = imports.preview(upload, where);
            model.addAttribute("preview", preview);
            model.addAttribute("upload", upload);
            model.addAttribute("where", where);
            return "resource/preview";
        } catch (UnreadableFile no) {
            uploads.drop(upload.token());
            return refuse(next, where.uai(), no.getMessage());
        }
    }

    private String save(Upload upload, boolean goodOnly, RedirectAttributes next) {
        Circonscription where = access.edited(upload.circonscriptionUai());
        ResourcePreview written;
        try {
            written = imports.apply(upload, where, goodOnly);
        } catch (UnreadableFile no) {
            uploads.drop(upload.token());
            return refuse(next, where.uai(), no.getMessage());
        }
        if (!written.problems().isEmpty() && !goodOnly) {
            next.addFlashAttribute(
                    "problem",
                    "Rien n'a été enregistré : des lignes sont à corriger. Corrigez le fichier, ou enregistrez les lignes correctes.");
            return "redirect:" + PAGE + "/" + upload.token();
        }
        uploads.drop(upload.token());
        next.addFlashAttribute(
                "done",
                "Fichier enregistré : " + French.count(written.changes().size(), "ligne écrite", "lignes écrites")
                        + ", " + French.count(written.known(), "déjà connue", "déjà connues")
                        + (written.problems().isEmpty()
                                ? "."
                                : ", " + French.count(written.problems().size(), "laissée de côté", "laissées de côté")
                                        + "."));
        return home(where.uai());
    }

    /** Somebody else's, saved already, too old or never there: all look the same. */
    private String gone(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "problem",
                "Cet aperçu n'existe plus : son fichier est déjà enregistré, ou il date de plus d'un jour. Déposez-le de nouveau.");
        return page(null, model);
    }

    private static ResponseEntity<byte[]> csv(String name, XlsxSheet sheet) {
        return Downloads.csv(
                name + ".csv",
                CsvSheet.of(
                        sheet.header(),
                        sheet.rows().stream()
                                .map(row ->
                                        row.stream().map(FilesController::text).toList())
                                .toList()));
    }

    private static String text(Object cell) {
        return cell instanceof LocalDate day ? French.numeric(day) : cell == null ? "" : cell.toString();
    }

    private static String refuse(RedirectAttributes next, String circonscription, String message) {
        next.addFlashAttribute("problem", message);
        return home(circonscription);
    }

    private static String home(String circonscription) {
        return "redirect:" + PAGE + "?circonscription=" + circonscription;
    }
}
