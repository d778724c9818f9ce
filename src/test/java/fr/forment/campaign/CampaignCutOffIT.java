package fr.forment.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.forment.HouseOnPostgres;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyState;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A launch, a round of reminders and a closing whose connection dies in the middle, as PostgreSQL sees a machine that
 * is killed: a trigger makes it stand still at one school of the second chunk, its session is ended there. What follows
 * goes on: no school twice, none missing.
 */
@HouseTest
@HouseOnPostgres
class CampaignCutOffIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    LaunchService launch;

    @Autowired
    ReminderService reminders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Value("${forment.needs.chunk}")
    int chunk;

    TestGround.Circo circo;
    Campaign campaign;
    String school;
    int schools;

    @BeforeEach
    void aCampaignOfSeveralChunks() {
        schools = 3 * chunk + 1;
        circo = ground.circonscription(schools);
        campaign = campaigns.campaign(circo, TODAY, LocalDate.of(2026, 9, 30), 80);
        school = circo.schools().stream().sorted().toList().get(chunk + 1);
        jdbc.sql(
                        "CREATE OR REPLACE FUNCTION stand_still() RETURNS trigger AS 'BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END' LANGUAGE plpgsql")
                .update();
    }

    @AfterEach
    void nothingStandsStillAnyMore() {
        jdbc.sql("DROP FUNCTION stand_still() CASCADE").update();
    }

    @Test
    void launchesOnceEachSchool() throws Exception {
        assertThat(launch.openSurveys(campaign.id())).as("schools are left").isTrue();
        cutOff("INSERT ON survey", "NEW.school_uai = '" + school + "'", () -> launch.openSurveys(campaign.id()));
        assertThat(needs.surveys(campaign.id()))
                .as("the chunk cut off left nothing behind")
                .hasSize(chunk);
        driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        assertThat(needs.surveys(campaign.id()))
                .extracting(Survey::schoolUai)
                .containsExactlyInAnyOrderElementsOf(circo.schools());
        needs.surveys(campaign.id()).forEach(survey -> {
            assertThat(campaigns.letters("invite:" + survey.id())).hasSize(1);
            driver.theCase("needsSurvey", survey.id()).waitsAt("answer");
        });
    }

    @Test
    void remindsAndClosesOnceEachSchool() throws Exception {
        var theCase = driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        driver.travelTo(LocalDate.of(2026, 9, 9));
        long held = campaigns.surveyOf(campaign, school).id();
        needs.surveys(campaign.id()).forEach(survey -> assertThat(campaigns.letters("remind:" + survey.id()))
                .isEmpty());
        cutOff(
                "INSERT ON outbox_mail",
                "NEW.mail_key LIKE 'needsCampaign:remind:" + held + ":%'",
                () -> reminders.remind(campaign.id()));
        assertThat(needs.find(campaign.id()).orElseThrow().rounds())
                .as("a round is whole or not at all")
                .isZero();
        assertThat(reminders.remind(campaign.id()).written()).isEqualTo(schools);
        assertThat(reminders.remind(campaign.id()).written()).isZero();
        needs.surveys(campaign.id()).forEach(survey -> assertThat(campaigns.letters("remind:" + survey.id()))
                .hasSize(1));

        theCase.fires("deadlinePassed").waitsAt("decideClosing");
        jdbc.sql("UPDATE campaign SET state = 'DEPOUILLEE' WHERE id = ?")
                .param(campaign.id())
                .update();
        assertThat(launch.closeSurveys(campaign.id())).as("schools are left").isTrue();
        cutOff(
                "UPDATE ON survey",
                "NEW.state = 'SANS_REPONSE' AND NEW.school_uai = '" + school + "'",
                () -> launch.closeSurveys(campaign.id()));
        assertThat(needs.surveys(campaign.id())).filteredOn(Survey::isSilent).hasSize(schools - chunk);
        int chunks = 1;
        while (launch.closeSurveys(campaign.id())) {
            chunks++;
        }
        assertThat(chunks).as("one chunk after the other").isEqualTo(3);
        driver.runDue();
        needs.surveys(campaign.id()).forEach(survey -> {
            assertThat(survey.state()).isEqualTo(SurveyState.SANS_REPONSE);
            assertThat(campaigns.letters("close:" + survey.id())).hasSize(1);
            driver.theCase("needsSurvey", survey.id()).isEnded();
        });
    }

    /** Runs the act, ends its session once it stands still, and sees that it failed. */
    private void cutOff(String when, String row, Runnable act) throws Exception {
        String table = when.substring(when.lastIndexOf(' ') + 1);
        jdbc.sql("CREATE TRIGGER here BEFORE " + when + " FOR EACH ROW WHEN (" + row
                        + ") EXECUTE FUNCTION stand_still()")
                .update();
        try (Connection holder = database.getConnection()) {
            holder.createStatement().execute("SELECT pg_advisory_lock(4711)");
            CompletableFuture<Void> cut = CompletableFuture.runAsync(act);
            while (jdbc.sql(
                                    "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'")
                            .query(Integer.class)
                            .single()
                    == 0) {
                assertThat(cut).as("it went past").isNotDone();
            }
            assertThat(catchThrowable(() -> cut.get(1, TimeUnit.MINUTES)))
                    .as("cut off")
                    .isInstanceOf(java.util.concurrent.ExecutionException.class);
            holder.createStatement().execute("SELECT pg_advisory_unlock(4711)");
        } finally {
            jdbc.sql("DROP TRIGGER here ON " + table).update();
        }
    }
}
