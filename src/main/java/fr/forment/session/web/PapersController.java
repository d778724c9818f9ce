package fr.forment.session.web;

import fr.forment.french.French;
import fr.forment.session.Convocation;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestation;
import fr.forment.session.closing.Attestations;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What is printed: convocations, the blank sign-in sheet, attestations. */
@Controller
@RequiredArgsConstructor
class PapersController {

    /** Rows for those who come without being enrolled. */
    private static final int EMPTY_ROWS = 6;

    private final Sessions sessions;
    private final SessionAccess access;
    private final SessionTables tables;
    private final SessionWords words;
    private final IssuedPapers issued;
    private final Attestations attestations;

    @GetMapping("/sessions/{id}/convocation/{enrolmentId}")
    String convocation(@PathVariable long id, @PathVariable long enrolmentId, Model model) {
        Enrolment enrolment = access.readable(enrolmentId);
        TrainingSession session = session(enrolment.sessionId());
        if (session.id() != id || !isConvoked(enrolment)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return papers(session, List.of(issued.convocation(enrolment)), model);
    }

    /** All in one page, for the secretary. */
    @GetMapping("/sessions/{id}/convocations")
    String convocations(@PathVariable long id, Model model) {
        TrainingSession session = access.organisable(id);
        return papers(
                session,
                issued.convocations(sessions.enrolments(id).stream()
                        .filter(PapersController::isConvoked)
                        .toList()),
                model);
    }

    @GetMapping("/sessions/{id}/feuille")
    String sheet(@PathVariable long id, Model model) {
        TrainingSession session = access.entire(id);
        model.addAttribute("training", session);
        model.addAttribute("moduleTitle", words.title(session));
        model.addAttribute("day", words.day(session));
        model.addAttribute("hours", words.hours(session));
        model.addAttribute(
                "halfDay",
                session.startsAt().getHour() < 12
                        ? "matin"
                        : session.startsAt().getHour() < 17 ? "après-midi" : "soirée");
        model.addAttribute("place", words.place(session));
        model.addAttribute("trainer", words.trainer(session));
        model.addAttribute("circonscription", words.circonscription(session));
        model.addAttribute(
                "people",
                tables.people(session).stream()
                        .filter(row -> row.state().isExpected() || row.state().isMark())
                        .toList());
        model.addAttribute(
                "emptyRows", Stream.iterate(1, n -> n + 1).limit(EMPTY_ROWS).toList());
        return "session/sheet";
    }

    @GetMapping("/attestations/{number}")
    String attestation(@PathVariable String number, Model model) {
        Attestation attestation =
                attestations.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        access.reach().person(attestation.agentId());
        TrainingSession session = session(attestation.sessionId());
        model.addAttribute("attestation", attestation);
        model.addAttribute("duration", French.duration(attestation.minutes()));
        model.addAttribute("whole", attestation.minutes() == session.minutes());
        model.addAttribute("convocation", issued.attested(access.readable(attestation.enrolmentId())));
        return "session/attestation";
    }

    private String papers(TrainingSession session, List<Convocation> papers, Model model) {
        model.addAttribute("training", session);
        model.addAttribute("convocations", papers);
        return "session/convocations";
    }

    private static boolean isConvoked(Enrolment enrolment) {
        return enrolment.state().isActive() && enrolment.convokedAt() != null;
    }

    private TrainingSession session(long id) {
        return sessions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
