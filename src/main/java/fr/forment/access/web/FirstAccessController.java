package fr.forment.access.web;

import fr.forment.access.AskedLinks;
import fr.forment.engine.Refusal;
import fr.forment.staff.AccessLinkService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages behind a one-use link, open to whoever holds it: choosing a password, asking for another link. */
@Controller
class FirstAccessController {

    private final AccessLinkService links;
    private final AskedLinks asked;

    FirstAccessController(AccessLinkService links, AskedLinks asked) {
        this.links = links;
        this.asked = asked;
    }

    /** Looking uses nothing up: programs that check mails follow links too. */
    @GetMapping("/acces/lien/{token}")
    String choose(@PathVariable String token, Model model, HttpServletResponse response) {
        return links.ownerOf(token).isPresent() ? form(token, null, model) : closed(response);
    }

    @PostMapping("/acces/lien/{token}")
    String chosen(@PathVariable String token, @RequestParam("nouveau") String password, @RequestParam("encore") String again, Model model,
            HttpServletResponse response) {
        if (!password.equals(again)) {
            return links.ownerOf(token).isPresent() ? form(token, "Les deux saisies diffèrent : écrivez deux fois le même mot de passe.", model) : closed(response);
        }
        try {
            return links.use(token, password) ? "redirect:/login?pret" : closed(response);
        } catch (Refusal no) {
            return form(token, no.getMessage(), model);
        }
    }

    @GetMapping("/acces/oubli")
    String forgotten() {
        return "access/forgotten";
    }

    /** The same answer whether the address is known or not. */
    @PostMapping("/acces/oubli")
    String send(@RequestParam("courriel") String email, HttpServletRequest request) {
        if (!asked.mayAsk(request.getRemoteAddr())) {
            return "redirect:/acces/oubli?patience";
        }
        links.forgotten(email);
        return "redirect:/acces/oubli?envoye";
    }

    private static String form(String token, String objection, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("objection", objection);
        return "access/choose";
    }

    /** Used, too old, replaced or invented: one page, for they must not be told apart. */
    private static String closed(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "access/linkClosed";
    }
}
