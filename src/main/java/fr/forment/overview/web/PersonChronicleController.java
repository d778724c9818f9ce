package fr.forment.overview.web;

import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.Reach;
import fr.forment.session.EnrolmentState;
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

/** What happened to somebody: for the person, and for those who look after the person. */
@Controller
@RequiredArgsConstructor
class PersonChronicleController {

    private static final String SESSION = """
            (SELECT m.title FROM enrolment e JOIN training_session t ON t.id = e.session_id JOIN training_module m ON m.code = t.module_code
              WHERE e.agent_id = :agent AND CAST(e.id AS VARCHAR(40)) = j.subject)""";

    private final Reach reach;
    private final ChroniclePage page;

    @GetMapping("/personnels/{id:\\d+}/chronologie")
    String page(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked, Model model) {
        Agent agent = reach.person(id);
        return page.show(
                agent.fullName(), "/personnels/" + id, "/personnels/" + id + "/chronologie", of(agent), asked, model);
    }

    @GetMapping("/personnels/{id:\\d+}/chronologie.csv")
    ResponseEntity<byte[]> sheet(@PathVariable long id, @ModelAttribute ChroniclePage.Asked asked) {
        return page.sheet("chronologie-personne-" + id, of(reach.person(id)), asked);
    }

    private Chronicle of(Agent agent) {
        Chronicle chronicle = page.begin(ChronicleSubject.PERSON)
                .with("agent", agent.id())
                .with("agentKey", String.valueOf(agent.id()))
                .journal(AgentEvent.KIND, "j.subject = :agentKey", true)
                .states(
                        "ENROLMENT",
                        "j.subject IN (SELECT CAST(e.id AS VARCHAR(40)) FROM enrolment e WHERE e.agent_id = :agent)",
                        SESSION)
                .letters("m.agent_id = :agent");
        Arrays.stream(AgentEvent.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        Arrays.stream(EnrolmentState.values()).forEach(each -> chronicle.called(each.name(), each.label()));
        return chronicle;
    }
}
