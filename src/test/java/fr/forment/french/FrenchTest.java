package fr.forment.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchTest {

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 9, 1, 9, 5);

    @ParameterizedTest
    @CsvSource({
        "0, personne inscrite, 0 personne inscrite",
        "1, personne inscrite, 1 personne inscrite",
        "2, personne inscrite, 2 personnes inscrites",
        "3, lieu, 3 lieux",
        "4, niveau, 4 niveaux",
        "5, mois, 5 mois",
        "-1, jour, -1 jour",
        "4000, école, 4 000 écoles"
    })
    void eachWordAgrees(long number, String singular, String said) {
        assertThat(French.count(number, singular)).isEqualTo(said);
    }

    @Test
    void aPhraseThatAgreesInPartGivesBothForms() {
        assertThat(French.count(1, "personne à appeler", "personnes à appeler")).isEqualTo("1 personne à appeler");
        assertThat(French.count(2, "personne à appeler", "personnes à appeler")).isEqualTo("2 personnes à appeler");
    }

    @Test
    void theFirstOfAMonthIsAnOrdinal() {
        assertThat(French.day(FIRST)).isEqualTo("mardi 1er septembre 2026");
        assertThat(French.date(FIRST.toLocalDate())).isEqualTo("1er septembre 2026");
        assertThat(French.date(LocalDate.of(2026, 12, 11))).isEqualTo("11 décembre 2026");
        assertThat(French.moment(FIRST)).isEqualTo("mardi 1er septembre 2026 à 9 h 05");
        assertThat(French.due(FIRST.withHour(18).withMinute(0)))
                .isEqualTo("au plus tard le mardi 1er septembre 2026 à 18 h");
        assertThat(French.due(FIRST.toLocalDate())).isEqualTo("au plus tard le mardi 1er septembre 2026");
    }

    @Test
    void tablesAndSubjectsAreShort() {
        assertThat(French.numeric(FIRST)).isEqualTo("01/09/2026");
        assertThat(French.stamp(FIRST)).isEqualTo("01/09/2026 à 9 h 05");
        assertThat(French.brief(FIRST)).isEqualTo("mar. 01/09");
        assertThat(French.numeric(null)).isEmpty();
    }

    @Test
    void momentsAreToldByTheClockOnTheWall() {
        assertThat(French.stamp(Instant.parse("2026-08-31T22:05:00Z"))).isEqualTo("01/09/2026 à 0 h 05");
        assertThat(French.stamp(OffsetDateTime.parse("2026-12-31T23:30:00Z"))).isEqualTo("01/01/2027 à 0 h 30");
        assertThat(French.stamp(Instant.parse("2026-08-31T22:05:00Z").atZone(ZoneId.of("Indian/Reunion"))))
                .isEqualTo("01/09/2026 à 2 h 05");
    }

    @Test
    void linesOfAPlanThatFollowOneAnotherAreToldByTheirEnds() {
        assertThat(French.lines(List.of(5))).isEqualTo("ligne 5");
        assertThat(French.lines(List.of(12, 3, 5, 6, 7, 8, 9, 5))).isEqualTo("lignes 3, 5 à 9 et 12");
        assertThat(French.sessions(List.of(6, 5))).isEqualTo("les sessions des lignes 5 et 6");
        assertThat(French.sessions(IntStream.rangeClosed(5, 31).boxed().toList()))
                .isEqualTo("les sessions des lignes 5 à 31");
        assertThat(French.sessions(List.of(5, 5))).isEqualTo("la session de la ligne 5");
    }

    @Test
    void hoursAndDurations() {
        assertThat(French.time(LocalTime.of(13, 30))).isEqualTo("13 h 30");
        assertThat(French.hours(
                        FIRST.withHour(14).withMinute(0), FIRST.withHour(17).withMinute(0)))
                .isEqualTo("de 14 h à 17 h");
        assertThat(French.duration(180)).isEqualTo("3 h");
        assertThat(French.duration(90)).isEqualTo("1 h 30");
        assertThat(French.duration(45)).isEqualTo("45 min");
        assertThat(French.field(FIRST)).isEqualTo("2026-09-01T09:05");
        assertThat(French.field(FIRST.toLocalTime())).isEqualTo("09:05");
    }

    @Test
    void numbers() {
        assertThat(French.number(3.24)).isEqualTo("3,2");
        assertThat(French.number(30)).isEqualTo("30");
        assertThat(French.number(1_234_567.0)).isEqualTo("1 234 567");
    }

    @ParameterizedTest
    @CsvSource({
        "Rennes, de Rennes",
        "Arcueil, d'Arcueil",
        "Élise, d'Élise",
        "Œting, d'Œting",
        "Yvetot, d'Yvetot",
        "Yann, de Yann",
        "Hédé, de Hédé"
    })
    void aVowelTakesTheEOfDe(String name, String said) {
        assertThat(French.of(name)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "9:00, 09:00",
        "9h, 09:00",
        "14h30, 14:30",
        "9 h 05, 09:05",
        "09:00:00, 09:00",
        "9H00, 09:00",
        "9 heures 30, 09:30",
        "9, 09:00",
        "9\u00a0h\u202f05, 09:05",
        "13 h 30 min, 13:30",
        "9.15, 09:15"
    })
    void hoursAreReadAsPeopleTypeThem(String typed, LocalTime read) {
        assertThat(TypedHours.time(typed)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "9:60", "matin", "9 h 5", "-9", "930h", "9:00 ou 10:00"})
    void whatIsNoHourIsNone(String typed) {
        assertThat(TypedHours.time(typed)).isEmpty();
    }

    @Test
    void whatNobodySeesIsNotKept() {
        assertThat(Names.clean("\ufeffLe\u00a0Gall\u200b\u00ad ")).isEqualTo("Le Gall");
        assertThat(Names.fold("Saint\u2011Gr\u00e9\u200bgoire")).isEqualTo("saint gregoire");
    }
}
