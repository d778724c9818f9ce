package fr.forment.watch;

import fr.forment.OperatorConcern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * An H2 file is open to this process alone, so nobody else can copy it while it runs. Where a folder is given, FormENT
 * does, each night: one file for each day of the week. A server's database is its own tools' business.
 */
@Component
class NightlyBackup implements OperatorConcern {

    private static final Logger log = LoggerFactory.getLogger(NightlyBackup.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String folder;
    private final boolean possible;
    private volatile boolean failed;

    NightlyBackup(
            JdbcClient jdbc,
            Clock clock,
            @Value("${forment.backup.folder:}") String folder,
            @Value("${spring.datasource.url:}") String url) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.folder = folder.strip();
        this.possible = url.startsWith("jdbc:h2:") && !url.matches("jdbc:h2:(mem|tcp|ssl):.*");
    }

    @Scheduled(cron = "${forment.backup.at:0 15 1 * * *}", zone = "Europe/Paris")
    void run() {
        if (folder.isEmpty() || !possible) {
            return;
        }
        Path kept = Path.of(
                        folder,
                        "forment-" + LocalDate.now(clock).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRENCH)
                                + ".zip")
                .toAbsolutePath();
        Path unfinished = kept.resolveSibling(kept.getFileName() + ".part");
        try {
            Files.deleteIfExists(unfinished);
            jdbc.sql("BACKUP TO '" + unfinished.toString().replace("'", "''") + "'")
                    .update();
            Files.move(unfinished, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            failed = false;
        } catch (IOException | DataAccessException problem) {
            failed = true;
            log.error("No backup was written to {}", kept, problem);
        }
    }

    @Override
    public List<Concern> concerns() {
        return failed
                ? List.of(new Concern(
                        "La dernière sauvegarde n'a pas pu être écrite dans « " + folder
                                + " » : vérifiez la place et les droits de ce dossier.",
                        "/aide#exploitation"))
                : List.of();
    }
}
