package fr.forment.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/**
 * Appointments for an agenda, by RFC 5545: hours in UTC, one UID for ever, a SEQUENCE that rises, so that a new date
 * replaces the old one.
 */
public final class AgendaFile {

    public static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 75;
    /** Every sign that some program takes for the end of a line: a second line would be a second property. */
    private static final Pattern BREAKS = Pattern.compile("\\R");

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    /**
     * @param uid never given to anything else, in no other installation
     * @param organiser address of the house
     * @param status CONFIRMED, TENTATIVE or CANCELLED
     * @param busy whether it takes the reader's time
     */
    public record Event(
            String uid,
            int sequence,
            Instant start,
            Instant end,
            String summary,
            String place,
            String description,
            String organiser,
            String link,
            String status,
            boolean busy) {}

    private AgendaFile() {}

    /** One appointment. */
    public static byte[] of(String method, Instant now, Event event) {
        return write(List.of("METHOD:" + method), now, List.of(event));
    }

    /** A calendar of its own, under this name. */
    public static byte[] named(String name, Instant now, List<Event> events) {
        return write(List.of("METHOD:PUBLISH", "NAME:" + text(name), "X-WR-CALNAME:" + text(name)), now, events);
    }

    private static byte[] write(List<String> about, Instant now, List<Event> events) {
        List<String> lines =
                new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//FormENT//Sessions//FR"));
        lines.addAll(about);
        events.forEach(event -> lines.addAll(List.of(
                "BEGIN:VEVENT",
                "UID:" + text(event.uid()),
                "SEQUENCE:" + event.sequence(),
                "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + UTC.format(event.start()),
                "DTEND:" + UTC.format(event.end()),
                "SUMMARY:" + text(event.summary()),
                "LOCATION:" + text(event.place()),
                "DESCRIPTION:" + text(event.description()),
                "ORGANIZER:mailto:" + event.organiser(),
                "URL:" + event.link(),
                "STATUS:" + event.status(),
                "TRANSP:" + (event.busy() ? "OPAQUE" : "TRANSPARENT"),
                "END:VEVENT")));
        lines.add("END:VCALENDAR");
        var file = new StringBuilder();
        lines.forEach(line -> fold(line, file));
        return file.toString().getBytes(StandardCharsets.UTF_8);
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
