package fr.forment.attendance.web;

import fr.forment.account.SignedIn;
import fr.forment.attendance.CheckInService;
import fr.forment.french.Refusal;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * On a participant's telephone: the code is read (by anybody), kept by the browser through the sign-in, and confirmed
 * by who has signed in. Looking confirms nothing.
 */
@Controller
@RequiredArgsConstructor
class CheckInController {

    private static final String COOKIE = "FORMENT-PRESENCE";
    /** At the sign-in only: the hour of the reading, told to whoever is about to sign in. It opens nothing. */
    private static final String READ_AT = "FORMENT-LU";

    private static final Duration KEPT = Duration.ofMinutes(15);

    private final CheckInService arrivals;
    private final Sessions sessions;
    private final SessionWords words;
    private final SignedIn me;

    @GetMapping("/presence/code/{code}")
    String read(@PathVariable String code, Model model, HttpServletRequest request, HttpServletResponse answer) {
        try {
            CheckInService.Ticket ticket = arrivals.scan(code);
            answer.addHeader(HttpHeaders.SET_COOKIE, cookie(COOKIE, ticket.text(), "/presence", request));
            answer.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie(
                            READ_AT,
                            "%02d%02d"
                                    .formatted(
                                            ticket.at().getHour(), ticket.at().getMinute()),
                            "/login",
                            request));
            return "redirect:/presence";
        } catch (Refusal no) {
            model.addAttribute("no", no.getMessage());
            return "attendance/arrival";
        }
    }

    @GetMapping("/presence")
    String look(@CookieValue(name = COOKIE, defaultValue = "") String ticket, Model model) {
        return shown(model, () -> arrivals.look(ticket, agent()));
    }

    @PostMapping("/presence")
    String confirm(@CookieValue(name = COOKIE, defaultValue = "") String ticket, Model model) {
        return shown(model, () -> {
            try {
                return arrivals.confirm(ticket, agent());
            } catch (TransientDataAccessException | DataIntegrityViolationException twice) {
                return arrivals.look(ticket, agent()); // pressed twice at once: the other one is written
            }
        });
    }

    private String shown(Model model, Supplier<CheckInService.CheckedIn> arrival) {
        try {
            CheckInService.CheckedIn read = arrival.get();
            model.addAttribute("arrival", read);
            sessions.find(read.sessionId()).ifPresent(session -> {
                model.addAttribute("moduleTitle", words.title(session));
                model.addAttribute("place", words.place(session));
            });
        } catch (Refusal no) {
            model.addAttribute("no", no.getMessage());
        }
        return "attendance/arrival";
    }

    private long agent() {
        if (me.agentId() == null) {
            throw new Refusal("Votre compte n'est celui de personne qui se forme : signez la feuille du formateur.");
        }
        return me.agentId();
    }

    private static String cookie(String name, String value, String path, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(request.getContextPath() + path)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
