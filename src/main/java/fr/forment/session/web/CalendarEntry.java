package fr.forment.session.web;

import fr.forment.session.TrainingSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A session for an agenda, by RFC 5545: hours in UTC, the same UID for ever, a SEQUENCE that rises, so that a new date
 * replaces the old one.
 */
final class CalendarEntry {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 75;
    /** Every sign that some program takes for the end of a line: a second line would be a second property. */
    private static final Pattern BREAKS = Pattern.compile("\\R");

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private CalendarEntry() {}

    static String of(
            TrainingSession session,
            AgendaPart part,
            String title,
            String place,
            String trainer,
            String link,
            String organiser,
            ZoneId clock,
            Instant now) {
        boolean watched = part.kind() == AgendaPart.Kind.WATCHED;
        var lines = List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//FormENT//Sessions//FR",
                "METHOD:" + (part.isCancelled() ? "CANCEL" : "PUBLISH"),
                "BEGIN:VEVENT",
                "UID:session-" + session.id() + "@forment",
                "SEQUENCE:" + part.sequence(),
                "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + utc(session.startsAt(), clock),
                "DTEND:" + utc(session.endsAt(), clock),
                "SUMMARY:" + text((watched ? "Pour information, formation : " : "Formation : ") + title),
                "LOCATION:" + text(place),
                "DESCRIPTION:" + text("Formateur : " + trainer + "\n" + link),
                "ORGANIZER:mailto:" + organiser,
                "URL:" + link,
                "STATUS:" + part.status(),
                "TRANSP:" + (watched ? "TRANSPARENT" : "OPAQUE"),
                "END:VEVENT",
                "END:VCALENDAR");
        var file = new StringBuilder();
        lines.forEach(line -> fold(line, file));
        return file.toString();
    }

    private static String utc(LocalDateTime time, ZoneId clock) {
        return UTC.format(time.atZone(clock));
    }

    private static String text(String value) {
        String escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
        return CONTROLS.matcher(BREAKS.matcher(escaped).replaceAll("\\\\n")).replaceAll("");
    }

    /** No line longer than 75 octets, no character cut in two. */
    private static void fold(String line, StringBuilder file) {
        int used = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            String character = Character.toString(line.codePointAt(i));
            int octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (used + octets > LINE) {
                file.append("\r\n ");
                used = 1;
            }
            file.append(character);
            used += octets;
        }
        file.append("\r\n");
    }
}
