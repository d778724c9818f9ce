package fr.forment.plan.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sessions of a plan for a spreadsheet: semicolons, a BOM so that accents survive, one line per session. */
@Controller
@RequiredArgsConstructor
class PlanExportController {

    private final Plans plans;
    private final PlanNames names;
    private final PlanRights rights;

    @GetMapping("/plans/{id}/sessions.csv")
    ResponseEntity<byte[]> sessions(@PathVariable long id) {
        rights.whole(id);
        List<PlannedSession> sessions = plans.sessions(id);
        var called = names.of(sessions, List.of(), List.of());
        var text = new StringWriter().append('\uFEFF');
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(
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
            sessions.forEach(session -> {
                SessionRow row = SessionRow.of(session, called, List.of());
                csv.writeRecord(
                        String.valueOf(row.line()),
                        session.phase().label(),
                        session.vagueRank() == null ? "" : session.vagueRank().toString(),
                        row.code(),
                        harmless(row.title()),
                        French.numeric(row.day()),
                        row.start().toString(),
                        row.end().toString(),
                        String.valueOf(session.minutes()),
                        row.format(),
                        harmless(row.place()),
                        harmless(row.trainer()),
                        harmless(row.who()),
                        String.valueOf(row.expected()),
                        String.valueOf(row.capacity()));
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plan-" + id + ".csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A spreadsheet would run a cell that begins like a formula. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
