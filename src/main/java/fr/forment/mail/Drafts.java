package fr.forment.mail;

import fr.forment.database.Slice;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters that are ready and wait for whoever keeps them. */
@Component
@RequiredArgsConstructor
public class Drafts {

    private final JdbcClient jdbc;
    private final MailBox box;
    private final Clock clock;

    /** Oldest first. */
    public Slice<QueuedMail> of(String login, int page) {
        return Slice.read(page, waiting(login), (from, size) -> jdbc.sql("""
                        SELECT * FROM outbox_mail WHERE state = 'HELD' AND keeper = ?
                        ORDER BY id OFFSET ? ROWS FETCH FIRST ? ROWS ONLY""")
                .params(login, from, size)
                .query(box::readableByOthers)
                .list());
    }

    public int waiting(String login) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE state = 'HELD' AND keeper = ?")
                .param(login)
                .query(Integer.class)
                .single();
    }

    /** Some whose keeper is to be reminded, and has not been: taken by one node, in its transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<QueuedMail> takeOverdue(int most) {
        Timestamp now = Timestamp.from(clock.instant());
        List<QueuedMail> overdue =
                jdbc.sql("""
                SELECT * FROM outbox_mail WHERE state = 'HELD' AND keeper IS NOT NULL AND chase_at <= ? AND chased_at IS NULL
                ORDER BY id FETCH FIRST %d ROWS ONLY FOR UPDATE SKIP LOCKED""".formatted(most)).param(now).query(MailBox::read).list();
        if (!overdue.isEmpty()) {
            jdbc.sql("UPDATE outbox_mail SET chased_at = :now WHERE id IN (:ids)")
                    .param("now", now)
                    .param("ids", overdue.stream().map(QueuedMail::id).toList())
                    .update();
        }
        return overdue;
    }
}
