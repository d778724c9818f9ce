package fr.forment.session.web;

import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.TrainerRight;
import fr.forment.timeline.Chronicle;
import fr.forment.timeline.ChroniclePage;
import fr.forment.timeline.ChronicleSubject;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What happened to a session and to those in it; for those who see everybody in it. */
@Controller
@RequiredArgsConstructor
class SessionChronicleController {

    private static final String PERSON = """
            (SELECT a.first_name || ' ' || a.last_name FROM enrolment e JOIN agent a ON a.id = e.agent_id
              WHERE e.session_id = :session AND CAST(e.id AS VARCHAR(40)) = j.subject)""";

    private final SessionAccess access;
    private final SessionWords words;
    private final ChroniclePage page;

    @GetMapping("/sessions/{id}/chronologie")
    String page(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked, Model model) {
        TrainingSession session = access.entire(id);
        return page.show(
                words.title(session) + ", " + words.day(session),
                "/sessions/" + id,
                "/sessions/" + id + "/chronologie",
                of(session),
                asked,
                model);
    }

    @GetMapping("/sessions/{id}/chronologie.csv")
    ResponseEntity<byte[]> sheet(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked) {
        return page.sheet("chronologie-session-" + id, of(access.entire(id)), asked);
    }

    /** Why somebody cannot come is for those who organise, and not for every trainer. */
    private Chronicle of(TrainingSession session) {
        Chronicle chronicle = page.begin(ChronicleSubject.SESSION)
                .with("session", session.id())
                .with("sessionKey", String.valueOf(session.id()))
                .with("pages", SessionMails.pages(session))
                .with("despite", TrainerRight.DESPITE + "%")
                .letters("m.about IN (:pages)");
        boolean organises = access.organises(session);
        chronicle.journal(
                TrainingSession.JOURNAL,
                organises
                        ? "j.subject = :sessionKey"
                        : "j.subject = :sessionKey AND (j.after IS NULL OR j.after NOT LIKE :despite)",
                true);
        if (organises) {
            chronicle.journal(
                    "ENROLMENT",
                    "j.subject IN (SELECT CAST(e.id AS VARCHAR(40)) FROM enrolment e WHERE e.session_id = :session)",
                    PERSON,
                    true);
        }
        Arrays.stream(SessionState.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        Arrays.stream(EnrolmentState.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        return chronicle;
    }
}
