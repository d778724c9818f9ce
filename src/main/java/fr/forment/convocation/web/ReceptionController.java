package fr.forment.convocation.web;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import fr.forment.limits.Place;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.ReceiptLinks;
import fr.forment.session.ReceiptLinks.Opened;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * "J'ai bien reçu ma convocation", by the link of the letter and without signing in. Opening the link says nothing:
 * scanners of mails do.
 */
@Controller
@RequiredArgsConstructor
class ReceptionController {

    private final ReceiptLinks links;
    private final Sessions sessions;
    private final EnrolmentService enrolments;
    private final SessionWords words;
    private final SessionDates dates;
    private final SignedIn me;
    private final Limiter limiter;

    @GetMapping("/sessions/{id}/reception/{token}")
    String show(@PathVariable long id, @PathVariable String token, HttpServletRequest request, Model model) {
        Opened opened = open(token, request);
        Enrolment row = row(id, opened);
        if (isSomebodyElse(row)) {
            return "waiting/others";
        }
        TrainingSession session = sessions.find(row.sessionId()).orElseThrow();
        String standing = standing(session, row, opened);
        model.addAllAttributes(words.of(session));
        model.addAttribute("own", "/sessions/" + id + "/reception/" + token);
        model.addAttribute("sessionId", id);
        model.addAttribute("standing", standing);
        if (standing.equals("known")) {
            model.addAttribute("since", French.moment(row.acknowledgedAt().atZone(dates.clock(session))));
        }
        return "convocation/reception";
    }

    @PostMapping("/sessions/{id}/reception/{token}")
    String note(@PathVariable long id, @PathVariable String token, HttpServletRequest request) {
        Opened opened = open(token, request);
        Enrolment row = row(id, opened);
        TrainingSession session = sessions.find(row.sessionId()).orElseThrow();
        if (!isSomebodyElse(row) && standing(session, row, opened).equals("asked")) {
            enrolments.acknowledge(row.id());
        }
        return "redirect:/sessions/" + id + "/reception/" + token;
    }

    private String standing(TrainingSession session, Enrolment row, Opened opened) {
        if (!opened.isPresent(row) || !row.state().isActive()) {
            return "over";
        }
        LocalDateTime now = dates.now(session);
        if (session.hasBegun(now)) {
            return now.isBefore(session.endsAt()) ? "running" : "held";
        }
        return row.state() == EnrolmentState.CONVOQUE
                ? "asked"
                : row.state() == EnrolmentState.ACCUSE && row.acknowledgedAt() != null ? "known" : "over";
    }

    private boolean isSomebodyElse(Enrolment row) {
        return me.login() != null && (me.agentId() == null || me.agentId() != row.agentId());
    }

    private Enrolment row(long sessionId, Opened opened) {
        return sessions.enrolment(opened.enrolmentId())
                .filter(row -> row.sessionId() == sessionId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Opened open(String token, HttpServletRequest request) {
        Optional<Opened> opened = links.open(token);
        return opened.orElseThrow(() -> new ResponseStatusException(
                limiter.take(Limit.LINK_GUESSED, Place.of(request.getRemoteAddr()))
                                .isZero()
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.TOO_MANY_REQUESTS));
    }
}
