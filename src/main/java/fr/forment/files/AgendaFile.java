package fr.forment.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/**
 * Appointments for an agenda, by RFC 5545: hours in UTC, one UID for ever, a SEQUENCE that rises, so that a new date
 * replaces the old one.
 */
public final class AgendaFile {

    public static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Function<Instant, String> IN_UTC = moment -> ":" + UTC.format(moment);
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

    /** Appointments that belong together. */
    public static byte[] of(String method, Instant now, List<Event> events) {
        return write(List.of("METHOD:" + method), now, events, IN_UTC, List.of());
    }

    /** A calendar of its own, under this name. */
    public static byte[] named(String name, Instant now, List<Event> events) {
        return write(
                List.of("METHOD:PUBLISH", "NAME:" + text(name), "X-WR-CALNAME:" + text(name)),
                now,
                events,
                IN_UTC,
                List.of());
    }

    /**
     * Sent to one person, whose calendar puts it in, changes it or takes it out by itself (RFC 5546). One appointment:
     * calendars read one from a letter, and its object may hold no other.
     *
     * @param method REQUEST or CANCEL
     * @param zone the hours are those of its clock, whatever becomes of summer time
     */
    public static byte[] invitation(
            String method, Instant now, ZoneId zone, String organiserName, String name, String address, Event event) {
        List<String> about = new ArrayList<>(List.of("METHOD:" + method));
        about.addAll(AgendaZone.of(zone, LOCAL));
        DateTimeFormatter local = LOCAL.withZone(zone);
        return write(
                about,
                now,
                List.of(event),
                moment -> ";TZID=" + zone.getId() + ":" + local.format(moment),
                List.of(
                        "ORGANIZER;CN=" + quoted(organiserName) + ":mailto:" + event.organiser(),
                        "ATTENDEE;CN=" + quoted(name)
                                + ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:"
                                + address));
    }

    private static byte[] write(
            List<String> about,
            Instant now,
            List<Event> events,
            Function<Instant, String> moment,
            List<String> people) {
        List<String> lines =
                new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//FormENT//Sessions//FR"));
        lines.addAll(about);
        for (Event event : events) {
            lines.addAll(List.of(
                    "BEGIN:VEVENT",
                    "UID:" + text(event.uid()),
                    "SEQUENCE:" + event.sequence(),
                    "DTSTAMP:" + UTC.format(now),
                    "DTSTART" + moment.apply(event.start()),
                    "DTEND" + moment.apply(event.end()),
                    "SUMMARY:" + text(event.summary()),
                    "LOCATION:" + text(event.place()),
                    "DESCRIPTION:" + text(event.description())));
            lines.addAll(people.isEmpty() ? List.of("ORGANIZER:mailto:" + event.organiser()) : people);
            if (event.place().regionMatches(true, 0, "https://", 0, "https://".length())) {
                lines.add("CONFERENCE;VALUE=URI;FEATURE=VIDEO:" + event.place()); // RFC 7986
            }
            lines.addAll(List.of(
                    "URL:" + event.link(),
                    "STATUS:" + event.status(),
                    "TRANSP:" + (event.busy() ? "OPAQUE" : "TRANSPARENT"),
                    "END:VEVENT"));
        }
        lines.add("END:VCALENDAR");
        var file = new StringBuilder();
        lines.forEach(line -> fold(line, file));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The value of a parameter: no quote can stand in it. */
    private static String quoted(String value) {
        return '"'
                + CONTROLS.matcher(BREAKS.matcher(value).replaceAll(" "))
                        .replaceAll("")
                        .replace('"', '\'')
                + '"';
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
