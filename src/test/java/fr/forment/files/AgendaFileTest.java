package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static String value(CalendarComponent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static AgendaFile.Event event(String uid, String summary) {
        return new AgendaFile.Event(
                uid,
                3,
                Instant.parse("2026-10-07T12:00:00Z"),
                Instant.parse("2026-10-07T15:00:00Z"),
                summary,
                "École, salle 2",
                "Formateur : Alix\nSalle",
                "ne-pas-repondre@exemple.invalid",
                "https://exemple.invalid/plans/1",
                "TENTATIVE",
                true);
    }
}
