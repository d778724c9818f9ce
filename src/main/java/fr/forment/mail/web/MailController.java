package fr.forment.mail.web;

import java.util.Map;

import fr.forment.mail.MailBox;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox as people read it: every mail where no server is set, and what became of each where one is. */
@Controller
class MailController {

    private static final int MOST = 200;

    private final MailBox mails;

    MailController(MailBox mails) {
        this.mails = mails;
    }

    @GetMapping("/courriels")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAllAttributes(Map.of("q", q, "mails", mails.latest(q, MOST), "most", MOST));
        return "mails/list";
    }

    @GetMapping("/courriels/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("mail", mails.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "mails/one";
    }

    @GetMapping(value = "/courriels/{id}/html", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String html(@PathVariable long id, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation");
        return mails.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).bodyHtml()
                .replace("<head>", "<head><base target=\"_top\">");
    }

    @PostMapping("/courriels/{id}/renvoyer")
    @PreAuthorize("hasRole('ADMIN')")
    String sendAgain(@PathVariable long id, RedirectAttributes flash) {
        if (mails.sendAgain(id)) {
            flash.addFlashAttribute("done", "Le courriel est de nouveau dans la file d'envoi.");
        } else {
            flash.addFlashAttribute("problem", "Ce courriel n'est ni refusé ni incertain : il n'y a rien à renvoyer.");
        }
        return "redirect:/courriels/" + id;
    }
}
