package fr.forment.convocation;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.validate.ValidationResult;

/**
 * A calendar that follows what arrives, by RFC 5546: an object of a higher SEQUENCE, or of the same and a later
 * DTSTAMP, replaces or takes out what stands under its UID; an older one changes nothing.
 */
final class SimulatedCalendar {

    /** One appointment, as a library reads it. */
    record Entry(
            String method, String uid, int sequence, Instant stamp, Instant start, String status, String attendee) {}

    /** A library that reads calendars. */
    interface Reader {
        List<Entry> read(byte[] file) throws Exception;
    }

    private final Reader reader;
    private final Map<String, Entry> known = new LinkedHashMap<>();

    SimulatedCalendar(Reader reader) {
        this.reader = reader;
    }

    void receives(byte[] file) throws Exception {
        for (Entry entry : reader.read(file)) {
            Entry former = known.get(entry.uid());
            if (former == null
                    || entry.sequence() > former.sequence()
                    || entry.sequence() == former.sequence() && !entry.stamp().isBefore(former.stamp())) {
                known.put(entry.uid(), entry);
            }
        }
    }

    /** What its owner sees. */
    Collection<Entry> events() {
        return known.values().stream()
                .filter(entry -> !entry.method().equals("CANCEL"))
                .toList();
    }

    static List<Entry> byIcal4j(byte[] file) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        ValidationResult judged = calendar.validate();
        if (judged.hasErrors()) {
            throw new AssertionError(judged.getEntries());
        }
        List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
        List<Entry> entries = new ArrayList<>();
        for (CalendarComponent event : events) {
            DtStart<?> start = event.getRequiredProperty("DTSTART");
            entries.add(new Entry(
                    calendar.getRequiredProperty("METHOD").getValue(),
                    event.getRequiredProperty("UID").getValue(),
                    Integer.parseInt(event.getRequiredProperty("SEQUENCE").getValue()),
                    stamp(event.getRequiredProperty("DTSTAMP").getValue()),
                    Instant.from(start.getDate()),
                    event.getRequiredProperty("STATUS").getValue(),
                    event.getRequiredProperty("ATTENDEE").getValue()));
        }
        return entries;
    }

    static List<Entry> byBiweekly(byte[] file) {
        ICalendar calendar =
                Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
        if (!calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()) {
            throw new AssertionError(calendar.validate(biweekly.ICalVersion.V2_0));
        }
        List<Entry> entries = new ArrayList<>();
        for (VEvent event : calendar.getEvents()) {
            entries.add(new Entry(
                    calendar.getMethod().getValue(),
                    event.getUid().getValue(),
                    event.getSequence().getValue(),
                    event.getDateTimeStamp().getValue().toInstant(),
                    event.getDateStart().getValue().toInstant(),
                    event.getStatus().getValue(),
                    "mailto:" + event.getAttendees().get(0).getEmail()));
        }
        return entries;
    }

    private static Instant stamp(String utc) {
        return Instant.parse(
                utc.replaceFirst("(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z", "$1-$2-$3T$4:$5:$6Z"));
    }
}
