package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;

/** Two libraries that others use read what we write. */
class AgendaFileTest {

    private static final Instant NOW = Instant.parse("2026-10-01T06:00:00Z");

    @Test
    void isReadAlikeByTwoReaders() throws Exception {
        byte[] file = AgendaFile.named(
                "Plan, version 1 ; Redon",
                NOW,
                List.of(
                        event("plan-1@exemple.invalid/ent", "Présentation, niveau 1 ; « été »"),
                        event("plan-2@exemple.invalid/ent", "x".repeat(300) + "\nBEGIN:VALARM")));

        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        ValidationResult judged = calendar.validate();
        assertThat(judged.getEntries()).isEmpty();
        List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);

        ICalendar other =
                Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
        assertThat(other.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(other.getEvents()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            VEvent theirs = other.getEvents().get(i);
            assertThat(value(events.get(i), "SUMMARY"))
                    .isEqualTo(theirs.getSummary().getValue());
            assertThat(value(events.get(i), "UID")).isEqualTo(theirs.getUid().getValue());
            assertThat(theirs.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-10-07T12:00:00Z"));
            assertThat(value(events.get(i), "DTSTART")).isEqualTo("20261007T120000Z");
            assertThat(theirs.getAlarms()).isEmpty();
        }
        assertThat(other.getEvents().get(0).getSummary().getValue()).isEqualTo("Présentation, niveau 1 ; « été »");
        assertThat(other.getNames().get(0).getValue()).isEqualTo("Plan, version 1 ; Redon");
    }

    /** What is written of each clock of the Republic is what the machine knows of it, every Wednesday of four years. */
    @Test
    void describesTheClockAsItIs() throws Exception {
        for (String name :
                List.of("Europe/Paris", "America/Miquelon", "America/Cayenne", "Indian/Reunion", "Pacific/Noumea")) {
            ZoneId zone = ZoneId.of(name);
            for (int week = 0; week < 208; week++) {
                Instant start = LocalDateTime.of(2026, 1, 7, 14, 0)
                        .plusWeeks(week)
                        .atZone(zone)
                        .toInstant();
                byte[] file = AgendaFile.invitation(
                        "REQUEST", NOW, zone, "Formation \"ENT\"", "Alix\r\nX:y", "alix@exemple.invalid", event(start));
                VEvent theirs = Biweekly.parse(new String(file, StandardCharsets.UTF_8))
                        .first()
                        .getEvents()
                        .get(0);
                assertThat(theirs.getDateStart().getValue().toInstant())
                        .as("%s, %s", name, start)
                        .isEqualTo(start);
                assertThat(theirs.getAttendees().get(0).getCommonName()).isEqualTo("Alix X:y");
            }
        }
    }

    private static String value(CalendarComponent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static AgendaFile.Event event(String uid, String summary) {
        return event(uid, summary, Instant.parse("2026-10-07T12:00:00Z"));
    }

    private static AgendaFile.Event event(Instant start) {
        return event("session-1@exemple.invalid", "Formation", start);
    }

    private static AgendaFile.Event event(String uid, String summary, Instant start) {
        return new AgendaFile.Event(
                uid,
                3,
                start,
                start.plusSeconds(10_800),
                summary,
                "École, salle 2",
                "Formateur : Alix\nSalle",
                "ne-pas-repondre@exemple.invalid",
                "https://exemple.invalid/plans/1",
                "TENTATIVE",
                true);
    }
}
