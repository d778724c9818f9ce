package fr.forment.session.web;

import fr.forment.session.Convocation;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What is printed of convocations. */
@Controller
@RequiredArgsConstructor
class PapersController {

    private final Sessions sessions;
    private final SessionAccess access;
    private final IssuedPapers issued;

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
