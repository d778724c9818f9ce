package fr.forment.session.web;

import fr.forment.files.AgendaFile;
import fr.forment.files.Downloads;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.SessionAgenda;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A session as a file for an agenda. */
@RestController
@RequiredArgsConstructor
class CalendarController {

    private final SessionAccess access;
    private final SessionAgenda agenda;

    @GetMapping("/sessions/{id:\\d+}.ics")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        TrainingSession session = access.visible(id);
        return Downloads.of(
                "session-" + id + ".ics", AgendaFile.TYPE, agenda.file(session, access.agendaPart(session)));
    }
}
