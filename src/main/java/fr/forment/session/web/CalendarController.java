package fr.forment.session.web;

import fr.forment.files.AgendaFile;
import fr.forment.files.Downloads;
import fr.forment.mail.HouseAddress;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A session as a file for an agenda. */
@RestController
@RequiredArgsConstructor
class CalendarController {

    private final SessionAccess access;
    private final SessionWords words;
    private final Clock clock;
    private final HouseAddress house;

    @Value("${forment.mail.from}")
    private final String organiser;

    private final PlaceClocks clocks;

    @GetMapping("/sessions/{id:\\d+}.ics")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        TrainingSession session = access.visible(id);
        byte[] file = CalendarEntry.of(
                session,
                access.agendaPart(session),
                house.uid(session.agendaName()),
                words.title(session),
                words.whereabouts(session),
                words.trainer(session),
                house.of("/sessions/" + id),
                organiser,
                clocks.of(session.circonscriptionUai()),
                clock.instant());
        return Downloads.of("session-" + id + ".ics", AgendaFile.TYPE, file);
    }
}
