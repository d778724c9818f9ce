package fr.forment.family.web;

import fr.forment.evaluation.QuestionnaireVersion;
import fr.forment.family.FamilyWordsService;
import fr.forment.family.ParentsService;
import fr.forment.family.ParentsService.Choice;
import fr.forment.family.ParentsService.FamilyAnswer;
import fr.forment.french.Typed;
import fr.forment.limits.GuessedLinks;
import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import fr.forment.limits.Patience;
import fr.forment.limits.Place;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A few questions to the families of a school, by its open link. */
@Controller
@RequiredArgsConstructor
class ParentsController {

    private final ParentsService parents;
    private final FamilyWordsService words;
    private final Schools schools;
    private final Limiter limiter;
    private final GuessedLinks guesses;

    @GetMapping("/parents/{token}")
    String ask(@PathVariable String token, HttpServletRequest request, Model model) {
        School school = schoolOf(token, request);
        return show(token, school, parents.asked(school.uai()), Map.of(), model);
    }

    @PostMapping("/parents/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String version,
            @RequestParam Map<String, String> fields,
            CsrfToken visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        School school = schoolOf(token, request);
        QuestionnaireVersion asked = parents.asked(
                school.uai(), Typed.number(version).map(Integer::longValue).orElse(0L));
        Duration wait = wait(school, visitor, request);
        if (wait.isZero() && isKept(token, new FamilyAnswer(shown(form), asked.id(), fields))) {
            return "family/thanks";
        }
        if (!wait.isZero()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        model.addAttribute(
                "problem",
                wait.isZero()
                        ? "Choisissez une réponse à chaque question ; le texte libre est facultatif et compte 500 caractères au plus."
                        : "Beaucoup de réponses viennent d'arriver d'ici. La vôtre n'est pas perdue : laissez cette page ouverte et envoyez-la dans "
                                + Patience.inFrench(wait) + ".");
        model.addAttribute("form", shown(form));
        return show(token, school, asked, fields, model);
    }

    private boolean isKept(String token, FamilyAnswer answer) {
        try {
            return parents.answer(token, answer);
        } catch (DuplicateKeyException sentBefore) {
            return true; // a double click, or a page kept open: the family is thanked, and counted once
        }
    }

    private static UUID shown(String form) {
        try {
            return UUID.fromString(form);
        } catch (IllegalArgumentException ofNoForm) {
            return UUID.randomUUID();
        }
    }

    /**
     * The token of the form is what tells visitors apart: nothing more is asked of a family, nor left in its browser.
     */
    private Duration wait(School school, CsrfToken visitor, HttpServletRequest request) {
        Duration wait = limiter.waitOf(Limit.FAMILY_PLACE, school.uai() + "|" + Place.of(request.getRemoteAddr()));
        if (wait.isZero()) {
            wait = limiter.take(Limit.FAMILY_VISITOR, school.uai() + "|" + visitor.getToken());
        }
        return wait.isZero()
                ? limiter.take(Limit.FAMILY_PLACE, school.uai() + "|" + Place.of(request.getRemoteAddr()))
                : wait;
    }

    private String show(
            String token, School school, QuestionnaireVersion asked, Map<String, String> said, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", UUID.randomUUID());
        }
        model.addAttribute("school", school);
        model.addAttribute("token", token);
        model.addAttribute("asked", asked);
        model.addAttribute("said", said);
        model.addAttribute("choices", Choice.values());
        model.addAttribute("words", words.shown(school.uai()));
        return "family/questionnaire";
    }

    private School schoolOf(String token, HttpServletRequest request) {
        return parents.schoolOf(token).flatMap(schools::find).orElseThrow(() -> guesses.refused(request));
    }
}
