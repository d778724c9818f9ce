package fr.forment.plan.web;

import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.french.French;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sessions of a plan for a spreadsheet: semicolons, a BOM so that accents survive, one line per session. */
@Controller
@RequiredArgsConstructor
class PlanExportController {

    private final Plans plans;
    private final PlanFollowUp followUp;
    private final PlanNames names;
    private final PlanRights rights;

    private static final List<String> COLUMNS = List.of(
            "ligne",
            "phase",
            "vague",
            "module",
            "intitulé",
            "date",
            "début",
            "fin",
            "durée (min)",
            "format",
            "lieu",
            "formateur",
            "public",
            "attendus",
            "places",
            "toutes les dates");

    @GetMapping("/plans/{id}/sessions.csv")
    ResponseEntity<byte[]> sessions(@PathVariable long id) {
        Plan plan = rights.whole(id);
        HeldPlan held = followUp.held(plan, plans.sessions(id));
        List<PlannedSession> sessions = held.sessions();
        var called = names.of(sessions, List.of(), List.of()).naming(rights.named(plan));
        return Downloads.csv(
                "plan-" + id + ".csv",
                CsvSheet.of(
                        COLUMNS,
                        sessions.stream()
                                .map(session -> cells(
                                        session, PlannedSessionRow.of(session, called, List.of(), Map.of()), held))
                                .toList()));
    }

    private static List<?> cells(PlannedSession session, PlannedSessionRow row, HeldPlan held) {
        return Arrays.asList(
                row.line(),
                session.phase().label(),
                session.vagueRank(),
                row.code(),
                row.title(),
                French.numeric(row.day()),
                row.start(),
                held.end(session),
                session.minutes(),
                row.format(),
                row.place(),
                row.trainer(),
                row.who(),
                row.expected(),
                row.capacity(),
                held.dates(session));
    }
}
