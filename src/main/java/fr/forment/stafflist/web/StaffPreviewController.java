package fr.forment.stafflist.web;

import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.french.French;
import fr.forment.french.Told;
import fr.forment.people.ArrivalKind;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.AcceptanceService;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.stafflist.AnswerService;
import fr.forment.stafflist.IntakeState;
import fr.forment.stafflist.ListQuestion;
import fr.forment.stafflist.Outcome;
import fr.forment.stafflist.PreviewService;
import fr.forment.stafflist.PreviewService.Overview;
import fr.forment.stafflist.StaffImport;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A deposited list, from its analysis to its writing: look, decide, accept. A list is its depositor's alone. */
@Controller
@RequiredArgsConstructor
class StaffPreviewController {

    /** How far the work is, for a progress bar. */
    record Advance(String state, boolean busy, int done, int total) {}

    private final PreviewService previews;
    private final AnswerService answers;
    private final AcceptanceService acceptance;
    private final MyPerimeter mine;
    private final SignedIn me;

    @GetMapping("/personnels/import/{id:\\d+}")
    String look(
            @PathVariable long id,
            @RequestParam(name = "voir", required = false) Outcome shown,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        StaffImport file = mine(id);
        model.addAttribute("file", file);
        if (file.state() == IntakeState.A_FAIRE_CORRESPONDRE) {
            return "redirect:/personnels/import/" + id + "/colonnes";
        }
        if (file.state().isBusy() || file.state() == IntakeState.DEPOSE) {
            return "stafflist/progress";
        }
        if (file.state().isOver()) {
            return file.state() == IntakeState.ABANDONNE ? "stafflist/dropped" : "redirect:/personnels/imports/" + id;
        }
        Overview overview = previews.overview(file);
        Outcome outcome = shown == null ? overview.first() : shown;
        model.addAllAttributes(Map.of(
                "overview",
                overview,
                "outcome",
                outcome,
                "slice",
                Slice.read(page, overview.count(outcome), (from, size) -> previews.page(id, outcome, from, size)),
                "isHeld",
                file.state() == IntakeState.RETENU));
        return "stafflist/preview";
    }

    @GetMapping("/personnels/import/{id:\\d+}/avancement.json")
    @ResponseBody
    Advance advance(@PathVariable long id) {
        StaffImport file = mine(id);
        return new Advance(
                file.state().label(),
                file.state().isBusy() && !file.interrupted(),
                file.stepsDone(),
                file.stepsTotal());
    }

    @PostMapping("/personnels/import/{id:\\d+}/reponses")
    String answer(@PathVariable long id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        mine(id);
        Map<Integer, String> codes = new TreeMap<>();
        form.forEach((field, code) -> {
            if (field.matches("r\\d{1,9}") && !code.isEmpty()) {
                codes.put(Integer.valueOf(field.substring(1)), code);
            }
        });
        Told.on(flash, French.count(codes.size(), "réponse notée") + ".", () -> answers.answer(id, codes));
        return "redirect:/personnels/import/" + id;
    }

    @PostMapping("/personnels/import/{id:\\d+}/reponses-communes")
    String answerAll(
            @PathVariable long id,
            @RequestParam("question") ListQuestion question,
            @RequestParam("reponse") String kind,
            RedirectAttributes flash) {
        mine(id);
        flash.addFlashAttribute(
                "done",
                French.count(answers.answerAll(id, question, kind), "ligne tranchée")
                        + " ensemble. Celles qui offrent plusieurs personnes" + " restent à trancher une à une.");
        return "redirect:/personnels/import/" + id;
    }

    @PostMapping("/personnels/import/{id:\\d+}/etendue")
    String setWhole(@PathVariable long id, @RequestParam("complete") boolean whole) {
        mine(id);
        answers.setWhole(id, whole);
        return "redirect:/personnels/import/" + id;
    }

    @PostMapping("/personnels/import/{id:\\d+}")
    String accept(
            @PathVariable long id,
            @RequestParam("empreinte") int revision,
            @RequestParam("arrivee") ArrivalKind arrival,
            @RequestParam(name = "bonnesLignes", defaultValue = "false") boolean goodLinesOnly,
            RedirectAttributes flash) {
        mine(id);
        return said(acceptance.accept(id, revision, arrival, goodLinesOnly), id, flash);
    }

    @PostMapping("/personnels/import/{id:\\d+}/confirmation")
    String confirm(
            @PathVariable long id,
            @RequestParam("empreinte") int revision,
            @RequestParam("motif") String reason,
            RedirectAttributes flash) {
        mine(id);
        return said(acceptance.confirm(id, revision, reason), id, flash);
    }

    @PostMapping("/personnels/import/{id:\\d+}/abandon")
    String drop(@PathVariable long id, RedirectAttributes flash) {
        mine(id);
        if (acceptance.drop(id)) {
            flash.addFlashAttribute(
                    "done", "Liste abandonnée : rien n'a été enregistré et rien n'est gardé du fichier.");
            return "redirect:/personnels/import";
        }
        IntakeState state = mine(id).state();
        flash.addFlashAttribute(
                "problem",
                switch (state) {
                    case EN_ECRITURE ->
                        "Cette liste n'a pas été abandonnée : elle est en cours d'enregistrement. Ensuite, elle s'annulera depuis sa page.";
                    case ENREGISTRE ->
                        "Cette liste n'a pas été abandonnée : elle est déjà enregistrée. Elle s'annule d'ici.";
                    default -> "Cette liste n'attend plus rien de vous : il n'y a rien à abandonner.";
                });
        return state.isOver() && state != IntakeState.ABANDONNE
                ? "redirect:/personnels/imports/" + id
                : "redirect:/personnels/import/" + id;
    }

    @PostMapping("/personnels/import/{id:\\d+}/reprise")
    String resume(@PathVariable long id) {
        mine(id);
        acceptance.resume(id);
        return "redirect:/personnels/import/" + id;
    }

    private static String said(Answer answer, long id, RedirectAttributes flash) {
        if (!answer.sentence().isEmpty()) {
            flash.addFlashAttribute("problem", answer.sentence());
        }
        return "redirect:/personnels/import/" + id;
    }

    private StaffImport mine(long id) {
        me.refuseUnless(mine.seesPeople());
        return previews.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
