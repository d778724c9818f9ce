package fr.forment.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.OtherProcess;
import fr.forment.SeenWaits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demonstration on a file, killed without warning (kill -9) while its story is told: the next start tells it to its
 * end, the one after that leaves it as it is.
 */
class DemonstrationKilledIT {

    private static final long SEED = Long.getLong("forment.kill.seed", 35);
    private static final Instant START = Instant.parse("2026-09-01T06:00:00Z");

    @TempDir
    Path folder;

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private int starts;

    @Test
    void tellsItsStoryToTheEnd() throws Exception {
        diesAt("UPDATE ON account", 20);
        diesAt("INSERT ON survey_answer", 8);
        try (var house = start("--spring.datasource.url=" + url()).ready()) {
            assertThat(house.does("count SELECT COUNT(*) FROM project")).isEqualTo("2");
            assertThat(house.does("count SELECT COUNT(*) - COUNT(DISTINCT school_uai) FROM survey"))
                    .isEqualTo("0");
            int schools = Integer.parseInt(house.does("count SELECT COUNT(*) FROM survey"));
            assertThat(house.does("count SELECT COUNT(*) FROM survey_answer"))
                    .isEqualTo(String.valueOf(5 + (schools - 5) / 2 + 2));
            assertThat(house.does("count SELECT COUNT(*) FROM training_plan WHERE state = 'SOUMIS'"))
                    .isEqualTo("1");
            assertThat(house.does("count SELECT COUNT(*) FROM ACT_RU_TASK WHERE TASK_DEF_KEY_ = 'approve'"))
                    .isEqualTo("1");
            assertThat(house.does("count SELECT COUNT(*) FROM agent WHERE email = 'maelle.legoff@exemple.invalid'"))
                    .isEqualTo("1");
            assertThat(house.does("count SELECT COUNT(*) FROM agent WHERE missing_since IS NOT NULL"))
                    .isEqualTo("1");
            assertThat(house.does(
                            "count SELECT COUNT(*) FROM account a JOIN agent p ON p.id = a.agent_id WHERE p.function = 'DIRECTEUR'"
                                    + " AND a.password_hash IS NULL"))
                    .as("directors who cannot sign in")
                    .isEqualTo("0");
            assertThat(house.does("count SELECT COUNT(*) FROM (" + oneLine(SeenWaits.WITHOUT_OWNER) + ") unseen"))
                    .as("open tasks that nobody may end")
                    .isEqualTo("0");
            assertThat(house.does("count SELECT COUNT(*) FROM (" + oneLine(SeenWaits.FOR_NEWS_ALONE)
                            + ") alone WHERE EVENT_NAME_ NOT LIKE 'entProject.%'"))
                    .as(
                            "the two projects wait for a plan and a survey, whose pages say on whom; nothing else waits alone")
                    .isEqualTo("0");
            assertThat(house.does("count SELECT COUNT(*) FROM ACT_RU_INCIDENT")).isEqualTo("0");
        }
        try (var house = start("--spring.datasource.url=" + url()).ready()) {
            assertThat(Instant.parse(house.does("now")))
                    .as("the clock does not go back")
                    .isAfter(Instant.parse("2026-09-24T06:00:00Z"));
            assertThat(house.does("count SELECT COUNT(*) FROM project")).isEqualTo("2");
            assertThat(house.does("count SELECT COUNT(*) FROM agent WHERE email = 'maelle.legoff@exemple.invalid'"))
                    .isEqualTo("1");
        }
    }

    /** Starts it, and kills it at some row of what it writes. */
    private void diesAt(String writing, int most) throws Exception {
        int row = 1 + chance.nextInt(most);
        System.out.printf("Seed %d: killed at %s, row %d%n", SEED, writing, row);
        try (var house = start(
                "--spring.datasource.url=" + url(),
                "--killed.first=CREATE TRIGGER AT_" + row + " BEFORE " + writing
                        + " FOR EACH ROW CALL 'fr.forment.StandStill'")) {
            house.hears("standing");
        }
        try (Connection alone = DriverManager.getConnection(url(), "sa", "")) {
            alone.createStatement().execute("DROP TRIGGER AT_" + row);
        }
    }

    private OtherProcess start(String... settings) throws Exception {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--spring.profiles.active=demo";
        return OtherProcess.start("demo-" + ++starts, START, folder, all);
    }

    private static String oneLine(String sql) {
        return sql.replaceAll("\\s+", " ");
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("demo") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=15000";
    }
}
