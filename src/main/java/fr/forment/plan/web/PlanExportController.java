package fr.forment.plan.web;

import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.french.French;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
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
            "n°",
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
            "places");

    @GetMapping("/plans/{id}/sessions.csv")
    ResponseEntity<byte[]> sessions(@PathVariable long id) {
        Plan plan = rights.whole(id);
        List<PlannedSession> sessions = followUp.asHeld(plan, plans.sessions(id));
        var called = names.of(sessions, List.of(), List.of()).naming(rights.named(plan));
        return Downloads.csv(
                "plan-" + id + ".csv",
                CsvSheet.of(
                        COLUMNS,
                        sessions.stream()
                                .map(session ->
                                        cells(session, PlannedSessionRow.of(session, called, List.of(), Map.of())))
                                .toList()));
    }

    private static List<?> cells(PlannedSession session, PlannedSessionRow row) {
        return Arrays.asList(
                row.line(),
                session.phase().label(),
                session.vagueRank(),
                row.code(),
                row.title(),
                French.numeric(row.day()),
                row.start(),
                row.end(),
                session.minutes(),
                row.format(),
                row.place(),
                row.trainer(),
                row.who(),
                row.expected(),
                row.capacity());
    }
}
