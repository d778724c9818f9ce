package fr.forment.session.web;

import fr.forment.files.AgendaFile;
import fr.forment.session.TrainingSession;
import java.time.Instant;
import java.time.ZoneId;

/** A session for an agenda, as the reader has a part in it. */
final class CalendarEntry {

    private CalendarEntry() {}

    static byte[] of(
            TrainingSession session,
            AgendaPart part,
            String uid,
            String title,
            String place,
            String trainer,
            String link,
            String organiser,
            ZoneId clock,
            Instant now) {
        boolean watched = part.kind() == AgendaPart.Kind.WATCHED;
        return AgendaFile.of(
                part.isCancelled() ? "CANCEL" : "PUBLISH",
                now,
                new AgendaFile.Event(
                        uid,
                        (session.planLine() == null ? 0 : TrainingSession.OPENED) + part.sequence(),
                        session.startsAt().atZone(clock).toInstant(),
                        session.endsAt().atZone(clock).toInstant(),
                        (watched ? "Pour information, formation : " : "Formation : ") + title,
                        place,
                        "Formateur : " + trainer + "\n" + link,
                        organiser,
                        link,
                        part.status(),
                        !watched));
    }
}
