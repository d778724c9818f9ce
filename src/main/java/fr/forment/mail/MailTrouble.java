package fr.forment.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps every mail from leaving: no mail server, or one that refuses before it hears for whom a mail is. Nobody's
 * fault but the settings', so it costs no mail a try; the server is asked again after a wait that grows. Each node
 * finds out for itself.
 */
@Component
@RequiredArgsConstructor
public class MailTrouble {

    private static final int[] WAIT_MINUTES = {1, 2, 5, 10, 15};
    private static final String STANDING = " FROM mail_trouble WHERE again_at > CURRENT_TIMESTAMP - INTERVAL '1' HOUR";
    /** As a condition: what {@link #standing} is not empty of. */
    static final String SOME = "EXISTS (SELECT 1" + STANDING + ")";

    private final JdbcClient jdbc;
    private final String node = UUID.randomUUID().toString();

    /** As an operator reads it: the server's own words, since when, and when it is asked again. */
    public record Standing(String words, Instant since, Instant againAt) {}

    /** One line per node that cannot send; a node that has not said so for an hour runs no more. */
    public List<Standing> standing() {
        return jdbc.sql("SELECT words, since, again_at" + STANDING + " ORDER BY since")
                .query((row, n) -> new Standing(
                        row.getString("words"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("again_at").toInstant()))
                .list();
    }

    /** Whoever mended the settings need not wait. */
    @Transactional
    public void askAgainNow() {
        jdbc.sql("UPDATE mail_trouble SET again_at = CURRENT_TIMESTAMP").update();
    }

    boolean isOpen() {
        return jdbc.sql("SELECT COUNT(*) FROM mail_trouble WHERE node = ? AND again_at > CURRENT_TIMESTAMP")
                        .param(node)
                        .query(Long.class)
                        .single()
                == 0;
    }

    void met(String words) {
        int failures = jdbc.sql("SELECT failures FROM mail_trouble WHERE node = ?")
                .param(node)
                .query(Integer.class)
                .optional()
                .orElse(0);
        String again = "CURRENT_TIMESTAMP + INTERVAL '%d' MINUTE"
                .formatted(WAIT_MINUTES[Math.min(failures, WAIT_MINUTES.length - 1)]);
        if (failures == 0) {
            jdbc.sql("DELETE FROM mail_trouble WHERE again_at < CURRENT_TIMESTAMP - INTERVAL '1' DAY")
                    .update();
            jdbc.sql(
                            "INSERT INTO mail_trouble (node, words, since, failures, again_at) VALUES (?, ?, CURRENT_TIMESTAMP, 1, "
                                    + again + ")")
                    .params(node, words)
                    .update();
        } else {
            jdbc.sql("UPDATE mail_trouble SET words = ?, failures = failures + 1, again_at = " + again
                            + " WHERE node = ?")
                    .params(words, node)
                    .update();
        }
    }

    void over() {
        jdbc.sql("DELETE FROM mail_trouble WHERE node = ?").param(node).update();
    }
}
