package fr.forment.access.web;

import fr.forment.access.AccessLinkService;
import fr.forment.access.KnownDevices;
import fr.forment.account.Account;
import fr.forment.french.Refusal;
import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import fr.forment.limits.Patience;
import fr.forment.limits.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Executor;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages behind a one-use link, open to whoever holds it: choosing a password, asking for another link. */
@Controller
@RequiredArgsConstructor
class FirstAccessController {

    private final AccessLinkService links;
    private final Limiter limiter;
    private final KnownDevices devices;

    @Qualifier("applicationTaskExecutor")
    private final Executor afterwards;

    /** Looking uses nothing up: programs that check mails follow links too. */
    @GetMapping("/acces/lien/{token}")
    String choose(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        return links.ownerOf(token).isPresent() ? form(token, null, model) : closed(model, request, response);
    }

    @PostMapping("/acces/lien/{token}")
    String chosen(
            @PathVariable String token,
            @RequestParam("nouveau") String password,
            @RequestParam("encore") String again,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account owner = links.ownerOf(token).orElse(null);
        if (owner == null) {
            return closed(model, request, response);
        }
        if (!password.equals(again)) {
            return form(token, "Les deux mots de passe sont différents : saisissez-les de nouveau.", model);
        }
        try {
            if (!links.use(token, password)) {
                return closed(model, request, response);
            }
        } catch (Refusal no) {
            return form(token, no.getMessage(), model);
        }
        devices.remember(request, response, owner.login());
        return "redirect:/login?pret";
    }

    @GetMapping("/acces/oubli")
    String forgotten(@RequestParam(required = false) String patience, Model model) {
        model.addAttribute("wait", Patience.read(patience));
        return "access/forgotten";
    }

    /** The same answer, after the same time, whether the address is known or not: the letter is written afterwards. */
    @PostMapping("/acces/oubli")
    String send(@RequestParam("courriel") String email, HttpServletRequest request) {
        Duration wait = limiter.take(Limit.LINK_ASKED, Place.of(request.getRemoteAddr()));
        if (!wait.isZero()) {
            return "redirect:/acces/oubli?patience=" + Patience.minutes(wait);
        }
        afterwards.execute(() -> links.forgotten(email));
        return "redirect:/acces/oubli?envoye";
    }

    private static String form(String token, String objection, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("objection", objection);
        return "access/choose";
    }

    /**
     * Used, too old, replaced or invented: one page, for they must not be told apart. Whoever opens many such links
     * waits.
     */
    private String closed(Model model, HttpServletRequest request, HttpServletResponse response) {
        Duration wait = limiter.take(Limit.LINK_GUESSED, Place.of(request.getRemoteAddr()));
        response.setStatus((wait.isZero() ? HttpStatus.GONE : HttpStatus.TOO_MANY_REQUESTS).value());
        model.addAttribute("wait", wait.isZero() ? null : Patience.inFrench(wait));
        return "access/linkClosed";
    }
}
