package fr.forment.session.halfday;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.forment.assertions.Ics;
import fr.forment.files.AgendaFile;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarEntryTest {

    private static final Instant NOW = Instant.parse("2026-10-01T06:00:00Z");

    @Test
    void writesHoursInUtcSummerAndWinter() {
        assertThat(agenda(LocalDateTime.of(2026, 11, 18, 14, 0), 0, SessionState.OUVERTE))
                .hasOneEvent()
                .startsAt("20261118T130000Z")
                .endsAt("20261118T143000Z");
        assertThat(agenda(LocalDateTime.of(2026, 10, 7, 14, 0), 0, SessionState.OUVERTE))
                .startsAt("20261007T120000Z");
    }

    @Test
    void keepsItsIdentityAndRaisesItsSequence() {
        Ics first = agenda(LocalDateTime.of(2026, 11, 18, 14, 0), 0, SessionState.OUVERTE);
        Ics moved = agenda(LocalDateTime.of(2026, 12, 2, 14, 0), 1, SessionState.OUVERTE);
        Ics cancelled = agenda(LocalDateTime.of(2026, 12, 2, 14, 0), 1, SessionState.ANNULEE);
        assertThat(first)
                .isPublishedAs("CONFIRMED")
                .has("UID", "session-7@forment.exemple.invalid")
                .withSequence(0);
        assertThat(moved).replaces(first).withSequence(1);
        assertThat(cancelled).isCancelled().replaces(moved).withSequence(2);
    }

    /**
     * A date that a person is asked to replace is no appointment; a session that did not take place is none any more.
     */
    @Test
    void saysWhetherTheDateStands() {
        assertThat(agenda(LocalDateTime.of(2026, 11, 18, 14, 0), 0, SessionState.DATE_A_FIXER))
                .isPublishedAs("TENTATIVE");
        assertThat(agenda(LocalDateTime.of(2026, 11, 18, 14, 0), 0, SessionState.NON_REALISEE))
                .isCancelled()
                .withSequence(1);
    }

    @Test
    void escapesAndFoldsAtSeventyFiveOctetsWithoutCuttingACharacter() {
        String place = "Salle, « é » ; " + "é".repeat(80);
        String file = entry(LocalDateTime.of(2026, 11, 18, 14, 0), 0, SessionState.OUVERTE, place);
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", ""))
                .contains("LOCATION:Salle\\, « é » \\; " + "é".repeat(80))
                .contains("Formateur : Alix\\nhttps://exemple.invalid");
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void aPlaceIsOneLineWhateverWasTyped() {
        for (String end : new String[] {"\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u000B", "\f", "\u0000"}) {
            String file = entry(
                    LocalDateTime.of(2026, 11, 18, 14, 0),
                    0,
                    SessionState.OUVERTE,
                    "Salle" + end + "ATTACH:https://ailleurs.invalid");
            assertThat(file.split("\\R")).as("%x", (int) end.charAt(0)).noneMatch(line -> line.startsWith("ATTACH"));
        }
    }

    private static Ics agenda(LocalDateTime start, int sequence, SessionState state) {
        return Ics.of(entry(start, sequence, state, "École"));
    }

    private static String entry(LocalDateTime start, int sequence, SessionState state, String place) {
        TrainingSession session = mock();
        when(session.id()).thenReturn(7L);
        when(session.startsAt()).thenReturn(start);
        when(session.endsAt()).thenReturn(start.plusMinutes(90));
        when(session.sequence()).thenReturn(sequence);
        when(session.state()).thenReturn(state);
        when(session.planLine()).thenReturn(null);
        when(session.agendaName()).thenReturn("session-7");
        AgendaPart part = AgendaPart.of(session, 1L, List.of());
        var entry = new CalendarEntry(
                session,
                part,
                CalendarEntry.sequence(session, part),
                name -> name + "@forment.exemple.invalid",
                "Présentation",
                place,
                "https://exemple.invalid/sessions/7",
                "ne-pas-repondre@exemple.invalid",
                ZoneId.of("Europe/Paris"));
        byte[] file = AgendaFile.of(
                part.isCancelled() ? "CANCEL" : "PUBLISH",
                NOW,
                List.of(entry.of(new HalfDay(1, start, start.plusMinutes(90), null), "Alix")));
        return new String(file, StandardCharsets.UTF_8);
    }
}
