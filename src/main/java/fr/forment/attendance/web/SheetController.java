package fr.forment.attendance.web;

import fr.forment.attendance.MarkLine;
import fr.forment.attendance.Sheets;
import fr.forment.files.Downloads;
import fr.forment.paper.Printer;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sheets to sign, one per half-day, with spare lines for those who come without being enrolled. */
@Controller
@RequiredArgsConstructor
class SheetController {

    private static final int SPARE_LINES = 6;

    /** One sheet. */
    record SheetPage(HalfDay halfDay, String trainer, List<MarkLine> people, List<Integer> spare) {}

    /** All that the paper says. */
    record SheetPaper(
            TrainingSession session, String title, String circonscription, String place, List<SheetPage> pages) {}

    private final MarksAccess access;
    private final Sheets sheets;
    private final SessionWords words;
    private final Printer printer;

    @GetMapping("/sessions/{id}/feuille.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable long id) {
        TrainingSession session = access.sheet(id);
        List<SheetPage> pages = sheets.halfDays(session).stream()
                .map(halfDay -> page(session, halfDay))
                .toList();
        var paper = new SheetPaper(
                session, words.title(session), words.circonscription(session), words.place(session), pages);
        return Downloads.pdf("emargement-S" + id + ".pdf", printer.print("attendance/sheet", Map.of("paper", paper)));
    }

    private SheetPage page(TrainingSession session, HalfDay halfDay) {
        List<MarkLine> people = sheets.lines(session, halfDay);
        Long trainer = halfDay.trainer(session);
        return new SheetPage(
                halfDay,
                words.trainer(trainer, session.trainerKind()),
                people,
                IntStream.rangeClosed(people.size() + 1, people.size() + SPARE_LINES)
                        .boxed()
                        .toList());
    }
}
