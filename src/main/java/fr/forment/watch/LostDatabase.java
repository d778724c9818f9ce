package fr.forment.watch;

import java.sql.SQLException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * An H2 database lives in this process: once it is closed (disk full, file taken away) nobody will bring it back, and
 * every page would answer with an error until somebody restarts the program. So it ends itself, and whoever watches
 * over it starts it again. A database server that is away comes back by itself: there, readiness says so and nothing
 * ends.
 */
@Component
class LostDatabase {

    private static final Logger log = LoggerFactory.getLogger(LostDatabase.class);
    private static final int LOOKS = 2;

    private final DatabaseProbe probe;
    private final TheEnd end;
    private final boolean insideThisProcess;
    private int failures;

    LostDatabase(DatabaseProbe probe, TheEnd end, @Value("${spring.datasource.url:}") String url) {
        this.probe = probe;
        this.end = end;
        this.insideThisProcess =
                url.startsWith("jdbc:h2:") && !url.toLowerCase(Locale.ROOT).matches("jdbc:h2:(tcp|ssl):.*");
    }

    @Scheduled(fixedDelayString = "${forment.db.look:PT5S}", initialDelayString = "${forment.db.look:PT5S}")
    void look() {
        if (!insideThisProcess) {
            return;
        }
        try {
            probe.ask();
            failures = 0;
        } catch (RuntimeException failure) {
            if (isGone(failure) && ++failures == LOOKS) {
                log.error(
                        "FormENT s'arrête : sa base H2 (FORMENT_DB_URL) s'est fermée et ne se rouvre pas (disque plein, fichier retiré ?) ; "
                                + "libérez de la place ou rétablissez le fichier, puis relancez-le.");
                end.now();
            }
        }
    }

    /** The database's own answer, not a pool that is busy. */
    private static boolean isGone(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException problem
                    && problem.getClass().getName().startsWith("org.h2.")) {
                return true;
            }
        }
        return false;
    }
}
