package fr.forment.attack;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.MyClock;
import fr.forment.assertions.Ics;
import fr.forment.attendance.MarksService;
import fr.forment.engine.OpenTask;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.territory.ByZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Hours said in Basse-Terre or Saint-Denis are hours of their clocks, on both sides of Greenwich, whatever Paris does
 * with its own.
 */
@HouseTest
@Tag("attack")
class OverseasTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    MarksService marks;

    @Autowired
    MyClock mine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Circo circo(String departement) {
        jdbc.sql(
                        "INSERT INTO academie (name, zone) SELECT 'Outre-mer', NULL WHERE NOT EXISTS (SELECT 1 FROM academie WHERE name = 'Outre-mer')")
                .update();
        jdbc.sql("INSERT INTO departement (code, name, academie) VALUES (?, ?, 'Outre-mer')")
                .params(departement, "Département " + departement)
                .update();
        Circo circo = ground.circonscription(2);
        jdbc.sql("UPDATE circonscription SET departement_code = ? WHERE uai = ?")
                .params(departement, circo.uai())
                .update();
        jdbc.sql("UPDATE school SET departement_code = ? WHERE circonscription_uai = ?")
                .params(departement, circo.uai())
                .update();
        return circo;
    }

    @AfterEach
    void theGroundAsItWas() {
        LocaleContextHolder.resetLocaleContext();
        jdbc.sql("UPDATE circonscription SET departement_code = '035' WHERE departement_code IN ('971', '974')")
                .update();
        jdbc.sql("UPDATE school SET departement_code = '035' WHERE departement_code IN ('971', '974')")
                .update();
        jdbc.sql("DELETE FROM departement WHERE code IN ('971', '974')").update();
        jdbc.sql("DELETE FROM academie WHERE name = 'Outre-mer'").update();
    }

    @ParameterizedTest
    @CsvSource({"971, 20261118T180000Z, 20261118T193000Z", "974, 20261118T100000Z, 20261118T113000Z"})
    void theCalendarFileSaysTheHourOfThePlace(String departement, String start, String end) throws Exception {
        Circo circo = circo(departement);
        TrainingSession session = some.session(circo, 10, 1);
        ground.as(circo.erun());
        String file = web.perform(get("/sessions/" + session.id() + ".ics"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Ics.of(file)).hasOneEvent().startsAt(start).endsAt(end);
    }

    /** The last day of summer time lies between the two dates: eight o'clock over there stays eight o'clock. */
    @ParameterizedTest
    @CsvSource({"971, 2026-10-20T14:00, 2026-10-27T13:00", "974, 2026-10-20T06:00, 2026-10-27T05:00"})
    void timersAreForTheMorningOfThePlace(
            String departement, LocalDateTime cutOffInParis, LocalDateTime convocationInParis) {
        Circo circo = circo(departement);
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id());
        assertThat(theCase.dateOf("cutOffReached")).isEqualTo(cutOffInParis);
        theCase.fires("cutOffReached");
        assertThat(theCase.dateOf("convocationDue")).isEqualTo(convocationInParis);
    }

    @Test
    void aSessionBeginsWhenItBeginsThere() {
        Circo circo = circo("971");
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(LocalDateTime.of(2026, 11, 18, 18, 45));
        assertThatThrownBy(() -> marks.allPresent(session.id(), 1))
                .as("13 h 45 in Basse-Terre")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("pas commencé");
        driver.travelTo(LocalDateTime.of(2026, 11, 18, 20, 35));
        theCase.waitsAt("mark");
        assertThatCode(() -> marks.allPresent(session.id(), 1)).doesNotThrowAnyException();
    }

    @Test
    void aSessionInTheEastBeginsBeforeParisIsThere() {
        Circo circo = circo("974");
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(LocalDateTime.of(2026, 11, 18, 12, 35));
        theCase.waitsAt("mark");
        assertThatCode(() -> marks.allPresent(session.id(), 1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"971, 2026-10-05T12:00:00Z", "974, 2026-10-05T04:00:00Z"})
    void lettersLeaveInTheMorningOfTheirReaders(String departement, Instant monday) {
        Circo circo = circo(departement);
        TrainingSession session = some.session(circo, 10, 1);
        driver.travelTo(LocalDateTime.of(2026, 10, 4, 12, 0));
        var enrolment = some.enrol(session, circo.teachers().get(0));
        assertThat(some.mails("enrol", enrolment.id())).singleElement().satisfies(mail -> assertThat(mail.notBefore())
                .isEqualTo(monday));
    }

    @Test
    void whatDiffersByPlaceDiffersByItsClockToo() {
        Circo circo = circo("971");
        ByZone clocks =
                ByZone.of("clock", "VARCHAR(40)", "m.zone", "d.code", (zone, there) -> zone + " " + there.getId());
        assertThat(jdbc.sql("SELECT " + clocks.sql()
                                + " FROM school s JOIN departement d ON d.code = s.departement_code JOIN academie m ON m.name = d.academie"
                                + " WHERE s.uai = :uai")
                        .params(clocks.params())
                        .param("uai", circo.schools().get(0))
                        .query(String.class)
                        .single())
                .isEqualTo("PROPRE America/Guadeloupe");
    }

    @Test
    void aTaskIsLateFromTheDayAfterThere() {
        Circo circo = circo("971");
        ground.as(circo.directors().get(0));
        OpenTask due = new OpenTask(
                "1",
                "Enquête",
                "needsSurvey",
                "answer",
                "1",
                Instant.EPOCH,
                Instant.parse("2026-11-18T22:00:00Z"),
                "/");
        driver.travelTo(LocalDateTime.of(2026, 11, 19, 0, 30));
        assertThat(due.isLate(mine.clock()))
                .as("half past seven in the evening of that day")
                .isFalse();
        driver.travelTo(LocalDateTime.of(2026, 11, 19, 5, 30));
        assertThat(due.isLate(mine.clock()))
                .as("half past midnight of the next")
                .isTrue();
    }

    @Test
    void pagesTellMomentsByTheClockOfWhoReadsThem() {
        Circo circo = circo("971");
        ground.as(circo.directors().get(0));
        assertThat(mine.zone()).isEqualTo(ZoneId.of("America/Guadeloupe"));
        Instant due = Instant.parse("2027-06-15T22:00:00Z");
        assertThat(French.stamp(due)).isEqualTo("16/06/2027 à 0 h");
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(mine.zone()));
        assertThat(French.stamp(due)).isEqualTo("15/06/2027 à 18 h");
    }
}
