package fr.forment.mail;

import fr.forment.database.Slice;
import fr.forment.journal.Journal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a pause keeps back, and the decision to let it go. */
@Component
@RequiredArgsConstructor
public class PauseEnd {

    private static final String DUE =
            " FROM outbox_mail WHERE state = 'QUEUED' AND not_before <= :now AND (not_after IS NULL OR not_after >= :now)";
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final MailBox box;
    private final MailPause pause;
    private final Journal journal;
    private final Clock clock;

    /** Oldest first. */
    public Slice<QueuedMail> wouldLeave(int number) {
        Timestamp now = Timestamp.from(clock.instant());
        int total = jdbc.sql("SELECT COUNT(*)" + DUE)
                .param("now", now)
                .query(Integer.class)
                .single();
        return Slice.read(number, total, (from, size) -> jdbc.sql(
                        "SELECT *" + DUE + " ORDER BY not_before, id OFFSET :skipped ROWS FETCH FIRST :size ROWS ONLY")
                .param("now", now)
                .param("skipped", from)
                .param("size", size)
                .query(box::readable)
                .list());
    }

    /**
     * Mails leave again, but for those that were to leave before a moment: they may have left in another life of this
     * database.
     *
     * @param droppedBefore null drops none
     * @return how many are dropped; -1 when sending was not paused any more
     */
    @Transactional
    public int resume(Instant droppedBefore, String login) {
        if (!pause.end()) {
            return -1;
        }
        int dropped = droppedBefore == null ? 0 : drop(droppedBefore, login);
        // their hour is now: another start does not ask about them again
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("UPDATE outbox_mail SET not_before = ? WHERE state = 'QUEUED' AND not_before < ?")
                .params(now, now)
                .update();
        return dropped;
    }

    private int drop(Instant before, String login) {
        int dropped = 0;
        List<Long> some;
        do {
            some = jdbc.sql(
                            "SELECT id FROM outbox_mail WHERE state = 'QUEUED' AND not_before < ? ORDER BY id FETCH FIRST %d ROWS ONLY"
                                    .formatted(CHUNK))
                    .param(Timestamp.from(before))
                    .query(Long.class)
                    .list();
            if (!some.isEmpty()) {
                jdbc.sql("UPDATE outbox_mail SET state = 'DROPPED' WHERE id IN (:some)")
                        .param("some", some)
                        .update();
                journal.addAll(MailDesk.told(some, login, "écarté à la reprise des envois"));
                dropped += some.size();
            }
        } while (some.size() == CHUNK);
        return dropped;
    }
}
