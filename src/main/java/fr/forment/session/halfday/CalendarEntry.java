package fr.forment.session.halfday;

import fr.forment.files.AgendaFile;
import fr.forment.session.TrainingSession;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * A session for an agenda, as the reader has a part in it: one appointment for each half-day.
 *
 * @param uid the name of a half-day as no other installation gives it
 */
record CalendarEntry(
        TrainingSession session,
        AgendaPart part,
        int sequence,
        UnaryOperator<String> uid,
        String title,
        String place,
        String link,
        String organiser,
        ZoneId clock) {

    /** Rises with every change; a session of a plan goes on from the versions of that plan. */
    static int sequence(TrainingSession session, AgendaPart part) {
        return (session.planLine() == null ? 0 : TrainingSession.OPENED) + part.sequence();
    }

    /** @param trainer null: nobody is named */
    AgendaFile.Event of(HalfDay half, String trainer) {
        boolean watched = part.kind() == AgendaPart.Kind.WATCHED;
        return new AgendaFile.Event(
                uid.apply(half.agendaName(session)),
                sequence,
                half.startsAt().atZone(clock).toInstant(),
                half.endsAt().atZone(clock).toInstant(),
                (watched ? "Pour information, formation : " : "Formation : ") + title,
                place,
                (trainer == null ? "" : "Formateur : " + trainer + "\n") + link,
                organiser,
                link,
                part.status(),
                !watched);
    }
}
