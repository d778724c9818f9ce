package fr.forment.staff;

import static fr.forment.staff.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.staff.StaffDatabase.REDON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class HoursLedgerTest {

    private static final String YEAR = "2026-2027";

    private AnnotationConfigApplicationContext context;
    private StaffService staff;
    private HoursLedger hours;

    @BeforeEach
    void open() {
        context = database();
        staff = context.getBean(StaffService.class);
        hours = context.getBean(HoursLedger.class);
    }

    AnnotationConfigApplicationContext database() {
        return StaffDatabase.inMemory();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Agent teacher(int quotity, boolean constellation) {
        return staff.register(NewAgent.inSchool("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL).working(quotity, constellation),
                Arrival.ALREADY_THERE).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"100, 1080, 360", "80, 864, 288", "75, 810, 270", "50, 540, 180"})
    void eighteenHoursAndTheSixOthersByProrata(int quotity, int due, int ent) {
        Agent claire = teacher(quotity, false);

        assertThat(hours.dueMinutes(claire, YEAR)).isEqualTo(due);
        assertThat(hours.entMinutesLeft(claire.id(), YEAR)).isEqualTo(ent);
    }

    @Test
    void aConstellationLeavesNothingForTheEnt() {
        Agent claire = teacher(100, true);

        assertThat(hours.entMinutesLeft(claire.id(), YEAR)).isZero();
        assertThat(hours.dueMinutes(claire, YEAR)).isEqualTo(1080);
    }

    @Test
    void theCirconscriptionMayCountAPartTimeOtherwise() {
        context.getBean(JdbcClient.class).sql("INSERT INTO quotity_hours (circonscription_uai, quotity, minutes) VALUES (?, 75, 900)")
                .param(REDON).update();

        assertThat(hours.dueMinutes(teacher(75, false), YEAR)).isEqualTo(900);
    }

    @Test
    void anEntryIsWrittenOnceHoweverOftenItIsTold() {
        long claire = teacher(100, false).id();

        hours.plan(claire, YEAR, 90, "session:1");
        hours.plan(claire, YEAR, 90, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(270);

        hours.plan(claire, YEAR, 120, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).as("the session became longer").isEqualTo(240);

        hours.done(claire, YEAR, 100, "session:1");
        hours.plan(claire, YEAR, 180, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).as("what is done is not planned again").isEqualTo(260);
        assertThat(hours.entriesOf(claire, YEAR)).containsExactly(new HoursLedger.Entry(YEAR, "session:1", 100, HoursLedger.State.DONE));
    }

    @Test
    void whoCouldNotComeHasTheHoursBackAndAMarkCanBeCorrected() {
        long claire = teacher(100, false).id();
        hours.plan(claire, YEAR, 180, "session:1");

        hours.excuse(claire, YEAR, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(360);

        hours.done(claire, YEAR, 180, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(180);
    }

    @Test
    void tooMuchShowsAsTooMuchAndEachYearStandsAlone() {
        long claire = teacher(50, false).id();
        hours.plan(claire, YEAR, 180, "session:1");
        hours.done(claire, YEAR, 90, "session:2");
        hours.done(claire, "2025-2026", 180, "session:0");

        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(-90);
        assertThat(hours.entMinutesLeft(claire, "2025-2026")).isZero();
    }

    @Test
    void onlyTeachersOweHours() {
        Agent erun = staff.register(NewAgent.inCirconscription("Quéré", "Loïc", null, AgentFunction.ERUN, REDON), Arrival.ALREADY_THERE)
                .orElseThrow();

        assertThat(hours.owesHours(erun)).isFalse();
        assertThat(hours.dueMinutes(erun, YEAR)).isZero();
        assertThat(hours.entMinutesLeft(erun.id(), YEAR)).isZero();
    }
}
