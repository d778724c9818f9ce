package fr.forment.benchmark;

import fr.forment.journal.JournalCheck;
import fr.forment.journal.JournalSealing;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** CPU for which so many lines are sealed, and checked: {@code 1000000}, on H2, the journal alone. */
public final class JournalBenchmark {

    /** Written between two seals. */
    private static final int HOUR = 4_000;

    private JournalBenchmark() {}

    public static void main(String[] args) {
        int lines = Integer.parseInt(args[0]);
        var database = new SingleConnectionDataSource("jdbc:h2:mem:journal;DB_CLOSE_DELAY=-1", true);
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V015__journal.sql")).execute(database);
        var jdbc = JdbcClient.create(database);
        var sealing = new JournalSealing(
                jdbc,
                new JdbcTemplate(database),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                Clock.systemDefaultZone());
        long sealed = 0;
        long first = 0;
        long last = 0;
        for (int written = 0; written < lines; written += HOUR) {
            jdbc.sql("""
                INSERT INTO journal (kind, subject, at, by_whom, what, before, after, why)
                SELECT 'SESSION', CAST(X AS VARCHAR(40)), CURRENT_TIMESTAMP, 'a12', 'Date changée', 'mardi 5 janvier 2027', 'jeudi 7 janvier 2027',
                       'La salle n''est pas libre' FROM SYSTEM_RANGE(1, ?)""").param(HOUR).update();
            long begun = cpu();
            sealing.seal();
            last = cpu() - begun;
            first = written == 0 ? last : first;
            sealed += last;
        }
        Figures.say(
                "sealed %d lines: %d ms, %d at a time, the first %d ms, the last %d ms",
                lines, sealed, HOUR, first, last);
        var check = new JournalCheck(jdbc, Clock.systemDefaultZone());
        for (int round = 0; round < 2; round++) {
            long begun = cpu();
            JournalCheck.Report report = check.check(null);
            Figures.say(
                    "checked %d lines in %d batches: %d ms, exit code %d",
                    report.lines(), report.seals(), cpu() - begun, report.exitCode());
        }
    }

    /** Milliseconds this thread has worked: on a busy machine the clock on the wall says nothing. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }
}
