package fr.forment.session.web;

import fr.forment.files.Downloads;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A session as a file for an agenda. */
@RestController
class CalendarController {

    private final SessionAccess access;
    private final SessionWords words;
    private final Clock clock;
    private final PlaceClocks clocks;
    private final String baseUrl;
    private final String organiser;

    CalendarController(
            SessionAccess access,
            SessionWords words,
            Clock clock,
            @Value("${forment.base-url}") String baseUrl,
            @Value("${forment.mail.from}") String organiser,
            PlaceClocks clocks) {
        this.access = access;
        this.words = words;
        this.clock = clock;
        this.clocks = clocks;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        this.organiser = organiser;
    }

    @GetMapping("/sessions/{id:\\d+}.ics")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        TrainingSession session = access.visible(id);
        String file = CalendarEntry.of(
                session,
                access.agendaPart(session),
                words.title(session),
                words.whereabouts(session),
                words.trainer(session),
                baseUrl + "/sessions/" + id,
                organiser,
                clocks.of(session.circonscriptionUai()),
                clock.instant());
        return Downloads.of(
                "session-" + id + ".ics",
                new MediaType("text", "calendar", StandardCharsets.UTF_8),
                file.getBytes(StandardCharsets.UTF_8));
    }
}
