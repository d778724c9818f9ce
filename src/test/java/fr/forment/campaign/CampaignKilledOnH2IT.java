package fr.forment.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.OtherProcess;
import fr.forment.survey.SurveyState;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * FormENT as it is unpacked, on the H2 file of its own settings, killed without warning (kill -9) while a campaign is
 * launched and again right after answers were accepted. The file is opened each time: nothing is half done, nothing
 * accepted is lost.
 */
class CampaignKilledOnH2IT {

    private static final long SEED = Long.getLong("forment.kill.seed", 35);
    private static final int SCHOOLS = 240;
    private static final int CHUNK = 100;
    private static final Instant OPENING = Instant.parse("2026-09-01T06:00:00Z");
    /** The engine's lease on a job is five minutes. */
    private static final Duration LEASE_OVER = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        int row = 1 + new SplittableRandom(SEED).nextInt(SCHOOLS);
        System.out.printf("Seed %d: killed in the launch, at school %d%n", SEED, row);
        try (var first = OtherProcess.start("h2-1", OPENING, folder)) {
            first.ready().does("ground " + SCHOOLS);
            first.does("run CREATE TRIGGER AT_" + row
                    + " BEFORE INSERT ON survey FOR EACH ROW CALL 'fr.forment.StandStill'");
            first.does("campaign 1");
            first.hears("standing");
            first.kill();
        }
        inTheFile((jdbc, figures) -> {
            assertThat(figures.surveys()).as("whole chunks").isEqualTo((row - 1) / CHUNK * CHUNK);
            figures.nothingIsHalfDone("killed in the launch");
            jdbc.sql("DROP TRIGGER AT_" + row).update();
        });
        try (var second = OtherProcess.start("h2-2", OPENING.plus(LEASE_OVER), folder)) {
            second.ready().until("the campaign waits for answers", () -> second.does(
                            "count SELECT COUNT(*) FROM ACT_RU_EVENT_SUBSCR WHERE ACTIVITY_ID_ = 'waitForAnswers'")
                    .equals("1"));
            int survey = Integer.parseInt(second.does("count SELECT MIN(id) FROM survey"));
            for (int i = 0; i < 5; i++) {
                assertThat(second.does("answer " + (survey + i))).isEqualTo("true");
            }
            second.kill();
        }
        inTheFile((jdbc, figures) -> {
            assertThat(figures.surveys()).isEqualTo(SCHOOLS);
            assertThat(figures.expected()).isEqualTo(SCHOOLS);
            assertThat(figures.surveys(SurveyState.REPONDU))
                    .as("accepted, so kept")
                    .isEqualTo(5);
            assertThat(figures.history(CampaignEvent.OPENED)).isEqualTo(1);
            figures.nothingIsHalfDone("launched and answered");
        });
    }

    private interface Look {
        void at(JdbcClient jdbc, CampaignFigures figures);
    }

    /** Nobody else has it open. */
    private void inTheFile(Look look) throws Exception {
        var connection = new SingleConnectionDataSource(
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/forment"), "sa", ""), true);
        try {
            JdbcClient jdbc = JdbcClient.create(connection);
            look.at(jdbc, new CampaignFigures(jdbc));
        } finally {
            connection.destroy();
        }
    }
}
