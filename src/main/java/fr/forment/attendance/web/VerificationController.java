package fr.forment.attendance.web;

import fr.forment.attendance.AttestationPapers;
import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import fr.forment.limits.Patience;
import fr.forment.limits.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells anybody whether an attestation is genuine: yes or no, the title and the day of the training, nothing of the
 * person. Numbers cannot be guessed, and whoever tries waits.
 */
@Controller
@RequiredArgsConstructor
class VerificationController {

    private final AttestationPapers papers;
    private final Limiter limiter;

    @GetMapping("/verifier")
    String ask(
            @RequestParam(defaultValue = "") String numero,
            Model model,
            HttpServletRequest request,
            HttpServletResponse answer) {
        return numero.isBlank() ? "attendance/verify" : told(numero, model, request, answer);
    }

    @GetMapping("/verifier/{numero}")
    String tell(@PathVariable String numero, Model model, HttpServletRequest request, HttpServletResponse answer) {
        return told(numero, model, request, answer);
    }

    private String told(String typed, Model model, HttpServletRequest request, HttpServletResponse answer) {
        String place = Place.of(request.getRemoteAddr());
        Duration wait = limiter.waitOf(Limit.ATTESTATION_GUESSED, place);
        Optional<AttestationPapers.Verdict> verdict = wait.isZero() ? papers.verdict(written(typed)) : Optional.empty();
        if (wait.isZero() && verdict.isEmpty()) {
            wait = limiter.take(Limit.ATTESTATION_GUESSED, place);
        }
        if (!wait.isZero()) {
            answer.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("wait", Patience.inFrench(wait));
        }
        model.addAttribute("typed", typed);
        model.addAttribute("asked", wait.isZero());
        model.addAttribute("verdict", verdict.orElse(null));
        return "attendance/verify";
    }

    /** As people copy it from paper. */
    private static String written(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\\u2010-\\u2015]+", "-");
    }
}
