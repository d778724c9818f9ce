package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who is written to about a session reads what is true of him, finds the place, and types hours as he says them. */
@HouseTest
@Tag("attack")
class SummonsForItsReaderTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionWords words;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        jdbc.sql("UPDATE school SET address = '3 rue des Lilas' WHERE uai = ?")
                .param(circo.schools().get(0))
                .update();
    }

    private String summons(Agent reader) {
        TrainingSession session = some.session(circo, 10, 1);
        var enrolment = some.enrol(session, reader);
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        return some.mails("convoke", enrolment.id() + ":0").get(0).bodyText();
    }

    @Test
    void aTeacherIsSummonedThroughTheDirection() {
        assertThat(summons(circo.teachers().get(0)))
                .contains("Vous êtes convoqué", "Sous couvert de la direction", "18 heures", "3 rue des Lilas");
    }

    @Test
    void aDirectorIsNotSummonedThroughHimself() {
        assertThat(summons(circo.directors().get(1)))
                .contains("Vous êtes convoqué")
                .doesNotContain("Sous couvert");
    }

    @Test
    void anInspectorIsNotSummonedByHimself() {
        assertThat(summons(circo.ien()))
                .contains("Vous êtes attendu")
                .doesNotContain("convoqué(e)", "Sous couvert", "18 heures", ", IEN –", "temps de classe");
    }

    @Test
    void aSupplierIsNobodysSubordinate() {
        assertThat(summons(circo.supplier()))
                .contains("Vous êtes attendu")
                .doesNotContain("convoqué(e)", "Sous couvert", "18 heures");
    }

    @Test
    void theTrainerReadsWhenAndWhereHeTrains() {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        assertThat(some.mails("convoke", session.id() + ":0:trainer").get(0).bodyText())
                .contains("Vous assurez", "18 novembre", "3 rue des Lilas")
                .doesNotContain("18 heures");
    }

    @Test
    void theCalendarFileSaysTheAddress() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        ground.as(circo.erun());
        String file = web.perform(get("/sessions/" + session.id() + ".ics"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.replace("\r\n ", "")).contains("LOCATION:").containsPattern("LOCATION:[^\\r]*3 rue des Lilas");
    }

    @ParameterizedTest
    @CsvSource({"9:00, 9, 0", "9h, 9, 0", "9 h 00, 9, 0", "14h30, 14, 30", "14 h, 14, 0", "9.30, 9, 30", "09:05, 9, 5"})
    void hoursAreUnderstoodAsTheyAreTyped(String typed, int hour, int minute) throws Exception {
        LocalDateTime moment = LocalDateTime.of(2026, 12, 16, hour, minute);
        TrainingSession session = some.session(circo, 10, 3);
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .completes(
                        "decideLow",
                        Map.of(
                                "decision",
                                "REPORTER",
                                "newDay",
                                "2026-12-16",
                                "newTime",
                                typed,
                                "motive",
                                "Trop peu d'inscrits"));
        assertThat(sessions.find(session.id()).orElseThrow().startsAt()).isEqualTo(moment);
        ground.as(circo.erun());
        web.perform(post("/sessions/" + session.id() + "/reporter")
                .with(csrf())
                .param("day", "2027-01-13")
                .param("time", typed)
                .param("motive", "Salle prise")
                .param("shortNotice", "true")
                .param(
                        "vu",
                        words.shown(sessions.find(session.id()).orElseThrow()).sent()));
        assertThat(sessions.find(session.id()).orElseThrow().startsAt())
                .isEqualTo(LocalDateTime.of(2027, 1, 13, hour, minute));
    }

    @Test
    void whatIsNoHourIsRefusedAtItsOwnField() {
        TrainingSession session = some.session(circo, 10, 3);
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        assertThat(theCase.refuses(
                        "decideLow",
                        Map.of(
                                "decision",
                                "REPORTER",
                                "newDay",
                                "2026-12-16",
                                "newTime",
                                "le matin",
                                "motive",
                                "Effectif")))
                .contains("« le matin » n'est pas une heure", "14 h 30");
        assertThat(theCase.refuses(
                        "decideLow",
                        Map.of("decision", "REPORTER", "newDay", "bientôt", "newTime", "9h", "motive", "Effectif")))
                .contains("Cette date n'existe pas");
    }

    @Test
    void noFormRefusesAnHourBeforeTheHouseReadsIt() throws IOException {
        try (var forms = Files.walk(Path.of("forms"))) {
            List<Path> narrow = forms.filter(file -> file.toString().endsWith(".form"))
                    .filter(file -> text(file).contains("[0-5][0-9]"))
                    .toList();
            assertThat(narrow).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
