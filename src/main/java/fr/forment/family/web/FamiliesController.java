package fr.forment.family.web;

import fr.forment.charter.CharterVersion;
import fr.forment.charter.Charters;
import fr.forment.evaluation.Results;
import fr.forment.evaluation.Review;
import fr.forment.family.FamilyWordsService;
import fr.forment.family.ParentsResults;
import fr.forment.family.ParentsService;
import fr.forment.family.PlannedMeetings;
import fr.forment.family.SchoolMeetings;
import fr.forment.files.Downloads;
import fr.forment.files.QrBars;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.french.Typed;
import fr.forment.mail.HouseAddress;
import fr.forment.paper.Printer;
import fr.forment.people.Agents;
import fr.forment.people.OutOfReach;
import fr.forment.territory.School;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A school and its families: meetings, charter, questionnaire, poster, and the words that somebody has to read first.
 */
@Controller
@RequiredArgsConstructor
class FamiliesController {

    private static final int POSTER_MILLIMETRES = 90;

    private final FamilyAccess access;
    private final ParentsService parents;
    private final ParentsResults results;
    private final FamilyWordsService words;
    private final SchoolMeetings meetings;
    private final PlannedMeetings planned;
    private final Charters charters;
    private final Agents agents;
    private final HouseAddress house;
    private final Printer printer;

    @GetMapping("/ecole/{uai}/familles")
    String families(@PathVariable String uai, Model model) {
        School school = access.read(uai);
        CharterVersion charter = charters.current(school.circonscriptionUai());
        model.addAllAttributes(Map.of(
                "school",
                school,
                "address",
                addressOf(school),
                "result",
                results.of(uai),
                "words",
                words.of(uai).stream()
                        .filter(word -> access.mayWrite(school) || word.review() == Review.MONTRE)
                        .toList(),
                "threshold",
                Results.THRESHOLD,
                "meetings",
                meetings.of(uai),
                "today",
                agents.today(),
                "charter",
                charter,
                "mayWrite",
                access.mayWrite(school)));
        model.addAttribute("planned", access.mayWrite(school) ? planned.of(uai) : List.of());
        model.addAttribute("count", charters.counts(charter.id(), List.of(uai)).get(uai));
        return "family/families";
    }

    @GetMapping("/ecole/{uai}/familles/affiche.pdf")
    ResponseEntity<byte[]> poster(@PathVariable String uai) {
        School school = access.read(uai);
        String address = addressOf(school);
        return Downloads.pdf(
                "affiche-familles-" + school.uai() + ".pdf",
                printer.print(
                        "family/poster",
                        Map.of("school", school, "address", address, "code", QrBars.of(address, POSTER_MILLIMETRES))));
    }

    /** @param vu what was decided when the page was shown */
    @PostMapping("/ecole/{uai}/familles/textes/{texte}")
    String review(
            @PathVariable String uai,
            @PathVariable String texte,
            @RequestParam(defaultValue = "") String vu,
            @RequestParam(defaultValue = "") String decision,
            RedirectAttributes next) {
        School school = access.written(uai);
        UUID id = idOf(texte);
        words.schoolOf(id).filter(school.uai()::equals).orElseThrow(OutOfReach::new);
        Told.on(next, () -> {
            Review now = Typed.code(Review.class, decision)
                    .filter(choice -> choice != Review.A_LIRE)
                    .orElseThrow(() -> new Refusal("Choisissez d'afficher ce texte ou de l'écarter."));
            words.review(id, Typed.code(Review.class, vu).orElse(Review.A_LIRE), now);
            return now == Review.MONTRE
                    ? "Le texte est affiché : toute personne qui ouvre le questionnaire de l'école peut le lire."
                    : "Le texte est écarté : il n'est montré à personne d'autre.";
        });
        return "redirect:/ecole/" + school.uai() + "/familles";
    }

    private String addressOf(School school) {
        return house.of("/parents/" + parents.tokenOf(school.uai()));
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new OutOfReach();
        }
    }
}
