package fr.forment.session.web;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.Convocation;
import fr.forment.session.Enrolment;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.SentSummons;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final SentSummons sent;
    private final Agents agents;

    @GetMapping("/sessions/{id}/convocation/{enrolmentId}")
    String convocation(@PathVariable long id, @PathVariable long enrolmentId, Model model) {
        Enrolment enrolment = access.readable(enrolmentId);
        TrainingSession session = session(enrolment.sessionId());
        if (session.id() != id || !isConvoked(enrolment)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("alone", true);
        return papers(session, List.of(enrolment), model);
    }

    /** All in one page, for the secretary. */
    @GetMapping("/sessions/{id}/convocations")
    String convocations(@PathVariable long id, Model model) {
        TrainingSession session = access.organisable(id);
        model.addAttribute("alone", false);
        return papers(
                session,
                sessions.enrolments(id).stream()
                        .filter(PapersController::isConvoked)
                        .toList(),
                model);
    }

    private String papers(TrainingSession session, List<Enrolment> convoked, Model model) {
        List<SentSummons.Copy> copies = sent.of(session, convoked);
        List<Convocation> papers = copies.stream().map(SentSummons.Copy::paper).toList();
        model.addAttribute("training", session);
        model.addAttribute("convocations", papers);
        model.addAttribute("copies", copies);
        model.addAttribute("mayOrganise", access.organises(session));
        model.addAttribute("withoutPaper", without(papers, convoked));
        return "session/convocations";
    }

    /** Convoked, but what they were sent is not kept here: they are named, the others are printed. */
    private List<String> without(List<Convocation> papers, List<Enrolment> convoked) {
        Set<Long> printed = papers.stream().map(Convocation::enrolmentId).collect(Collectors.toSet());
        List<Long> others = convoked.stream()
                .filter(enrolment -> !printed.contains(enrolment.id()))
                .map(Enrolment::agentId)
                .toList();
        return others.isEmpty()
                ? List.of()
                : agents.all(others).stream().map(Agent::fullName).toList();
    }

    private static boolean isConvoked(Enrolment enrolment) {
        return enrolment.state().isActive() && enrolment.convokedAt() != null;
    }

    private TrainingSession session(long id) {
        return sessions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
