package fr.forment.paper.web;

import fr.forment.account.SignedIn;
import fr.forment.files.AgendaFile;
import fr.forment.files.Downloads;
import fr.forment.paper.PlanAgenda;
import fr.forment.paper.PlanAgenda.Appointment;
import fr.forment.paper.PlanBooks;
import fr.forment.paper.PlanPapers;
import fr.forment.paper.Printer;
import fr.forment.people.Agent;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanRights;
import fr.forment.plan.Plans;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A plan as files: whole for those who read it whole; a director's calendar holds what the page shows him. */
@Controller
@RequiredArgsConstructor
class PlanPapersController {

    private final Plans plans;
    private final PlanRights rights;
    private final PlanPapers papers;
    private final PlanBooks books;
    private final PlanAgenda agenda;
    private final Printer printer;
    private final SignedIn me;

    @GetMapping("/plans/{id}/plan.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        Plan plan = rights.whole(id);
        return Downloads.pdf("plan-" + id + ".pdf", printer.print("paper/plan", Map.of("paper", papers.of(plan))));
    }

    @GetMapping("/plans/{id}/plan.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable long id) {
        return Downloads.xlsx("plan-" + id + ".xlsx", books.of(rights.whole(id)));
    }

    @GetMapping("/plans/{id}/sessions.ics")
    ResponseEntity<byte[]> sessions(@PathVariable long id) {
        Plan plan = rights.readable(id);
        if (rights.seesWhole(plan)) {
            return calendar(plan, "plan-" + id + ".ics", agenda.lines(plan), rights.named(plan));
        }
        Set<String> own = rights.ownSchools(plan);
        List<Appointment> sessions = agenda.lines(plan).stream()
                .filter(each -> each.session().schoolUais().stream().anyMatch(own::contains))
                .toList();
        me.refuseUnless(!sessions.isEmpty());
        return calendar(plan, "plan-" + id + ".ics", sessions, everybody -> true);
    }

    /** Those the reader leads. */
    @GetMapping("/plans/{id}/mes-sessions.ics")
    ResponseEntity<byte[]> mine(@PathVariable long id) {
        Plan plan = rights.whole(id);
        return calendar(
                plan,
                "plan-" + id + "-mes-sessions.ics",
                agenda.lines(plan).stream()
                        .filter(each -> each.session().trainerAgentId() != null
                                && Objects.equals(each.session().trainerAgentId(), me.agentId()))
                        .toList(),
                everybody -> true);
    }

    private ResponseEntity<byte[]> calendar(
            Plan plan, String file, List<Appointment> sessions, Predicate<Agent> named) {
        return Downloads.of(file, AgendaFile.TYPE, agenda.of(plan, sessions, named));
    }
}
