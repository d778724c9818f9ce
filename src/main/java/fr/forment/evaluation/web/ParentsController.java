package fr.forment.evaluation.web;

import fr.forment.evaluation.ParentsService;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Three questions to the families of a school, by its open link. */
@Controller
class ParentsController {

    private final ParentsService parents;
    private final Schools schools;

    ParentsController(ParentsService parents, Schools schools) {
        this.parents = parents;
        this.schools = schools;
    }

    @GetMapping("/parents/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("school", schoolOf(token));
        model.addAttribute("token", token);
        return "evaluation/parents";
    }

    @PostMapping("/parents/{token}")
    String answer(@PathVariable String token, @RequestParam(defaultValue = "") String couldConnect,
            @RequestParam(defaultValue = "") String findsInformation, @RequestParam(defaultValue = "") String needs, Model model) {
        schoolOf(token);
        if (parents.answer(token, couldConnect, findsInformation, needs)) {
            return "evaluation/thanks";
        }
        model.addAttribute("problem", "Choisissez une réponse aux deux premières questions ; le texte compte 500 caractères au plus.");
        model.addAttribute("needs", needs);
        return ask(token, model);
    }

    private School schoolOf(String token) {
        return parents.schoolOf(token).flatMap(schools::find).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
