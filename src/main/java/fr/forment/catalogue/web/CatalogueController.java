package fr.forment.catalogue.web;

import fr.forment.account.Signatures;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.CatalogueService;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Nature;
import fr.forment.catalogue.Problem;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.Rubric;
import fr.forment.catalogue.TrainerKind;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The fiche's table and its rows. Everyone signed in reads; those who answer for the trainings edit. */
@Controller
@RequestMapping("/catalogue")
@RequiredArgsConstructor
class CatalogueController {

    private static final String MAY_EDIT = "hasAnyRole('IEN','IEN_NUMERIQUE','CPD','ADMIN')";

    private final Catalogue catalogue;
    private final CatalogueService service;
    private final Journal journal;
    private final Signatures signatures;

    /** One section of the table. */
    public record Section(Rubric rubric, List<TrainingModule> modules) {}

    /** A public and the modules that concern it. */
    public record Audience(Profile profile, List<TrainingModule> modules) {}

    @GetMapping
    String grid(@RequestParam(name = "profil", required = false) Profile profile, Model model) {
        List<TrainingModule> all = catalogue.all();
        Map<Rubric, List<TrainingModule>> byRubric = all.stream()
                .filter(module -> profile == null || module.profiles().contains(profile))
                .collect(Collectors.groupingBy(TrainingModule::rubric, TreeMap::new, Collectors.toList()));
        model.addAttribute(
                "sections",
                byRubric.entrySet().stream()
                        .map(each -> new Section(each.getKey(), each.getValue()))
                        .toList());
        model.addAttribute(
                "audiences",
                Arrays.stream(Profile.values())
                        .map(each -> new Audience(
                                each,
                                all.stream()
                                        .filter(module -> module.isActive()
                                                && module.profiles().contains(each))
                                        .toList()))
                        .toList());
        model.addAttribute("natures", Nature.values());
        model.addAttribute("profile", profile);
        return "catalogue/grid";
    }

    @GetMapping("/{code}")
    String module(@PathVariable String code, Model model) {
        TrainingModule module = find(code);
        model.addAttribute("vu", shown(module).sent());
        return form(code, ModuleForm.of(module), List.of(), model);
    }

    private static Shown shown(TrainingModule module) {
        return Shown.of(module.details().told().entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray());
    }

    /** What changed is named, what this person typed stays. */
    private String overtaken(ModuleForm form, String vu, TrainingModule now, Model model) {
        String message = "Quelqu'un a changé cela pendant que vous aviez la page ouverte, puis l'a remis comme avant. "
                + "Rien de votre saisie n'a été enregistré : relisez, puis enregistrez de nouveau.";
        try {
            shown(now).refuseUnlessSeen(vu);
        } catch (Refusal changed) {
            message = changed.getMessage();
        }
        model.addAttribute("vu", shown(now).sent());
        return form(now.code(), form.upon(now, Shown.read(vu)), List.of(new Problem("version", message)), model);
    }

    @PostMapping("/{code}")
    @PreAuthorize(MAY_EDIT)
    String edit(
            @PathVariable String code,
            @ModelAttribute("form") ModuleForm form,
            @RequestParam(defaultValue = "") String vu,
            Principal actor,
            Model model,
            RedirectAttributes next) {
        find(code);
        List<Problem> problems =
                service.edit(code, form.versionNumber(), form.details(), actor.getName(), form.reasonOrNull());
        if (problems.stream().anyMatch(problem -> problem.field().equals("version"))) {
            return overtaken(form, vu, find(code), model);
        }
        if (!problems.isEmpty()) {
            model.addAttribute("vu", vu);
            return form(code, form, problems, model);
        }
        next.addFlashAttribute("done", "Le module " + code + " est enregistré.");
        return "redirect:/catalogue/{code}";
    }

    @GetMapping("/nouveau")
    @PreAuthorize(MAY_EDIT)
    String draft(Model model) {
        return form(null, ModuleForm.empty(), List.of(), model);
    }

    @PostMapping("/nouveau")
    @PreAuthorize(MAY_EDIT)
    String add(@ModelAttribute("form") ModuleForm form, Principal actor, Model model, RedirectAttributes next) {
        String code = form.newCode();
        List<Problem> problems = service.add(
                code, form.rubricOrNull(), form.levelNumber(), form.details(), actor.getName(), form.reasonOrNull());
        if (!problems.isEmpty()) {
            return form(null, form, problems, model);
        }
        next.addFlashAttribute("done", "Le module " + code + " est ajouté au catalogue.");
        next.addAttribute("code", code);
        return "redirect:/catalogue/{code}";
    }

    /** Modules by their titles. */
    private static JournalEntry told(JournalEntry entry, Map<String, String> titles) {
        return entry.what().equals("Prérequis")
                ? entry.change(titles(entry.before(), titles), titles(entry.after(), titles))
                : entry;
    }

    private static String titles(String codes, Map<String, String> titles) {
        return Arrays.stream(codes.split(", "))
                .map(code -> titles.getOrDefault(code, code))
                .collect(Collectors.joining(", "));
    }

    /** {@code code} is null for a new row. */
    private String form(String code, ModuleForm form, List<Problem> problems, Model model) {
        List<TrainingModule> all = catalogue.all();
        model.addAttribute(
                "module",
                all.stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("form", form);
        model.addAttribute(
                "errors",
                problems.stream().collect(Collectors.toMap(Problem::field, Problem::message, (one, other) -> one)));
        model.addAttribute(
                "others", all.stream().filter(each -> !each.code().equals(code)).toList());
        Map<String, String> titles =
                all.stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        List<JournalEntry> past = code == null ? List.of() : journal.latest(TrainingModule.KIND, code);
        model.addAttribute(
                "history",
                signatures.named(past).stream()
                        .map(entry -> told(entry, titles))
                        .toList());
        model.addAttribute("profiles", Profile.values());
        model.addAttribute("rubrics", Rubric.values());
        model.addAttribute("trainerKinds", TrainerKind.values());
        model.addAttribute("bodies", ResponsibleBody.values());
        model.addAttribute("natures", Nature.values());
        model.addAttribute("formats", Format.values());
        return "catalogue/module";
    }

    private TrainingModule find(String code) {
        return catalogue.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
