package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails in any state, as they would be found; each test has a word of its own in their subjects. */
@Component
class OutboxRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String word() {
        return "mot" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** @param hour when it may leave, counted from now */
    long add(String word, MailState state, Duration hour, String problem) {
        String key = "rows:" + UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before, problem)
                VALUES (?, 'test/letter', 'personne@exemple.invalid', 'Camille Essai', ?, 'texte', '<html><head></head></html>', ?, ?, ?, ?)""")
                .params(
                        key,
                        "Objet " + word,
                        state.name(),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant().plus(hour)),
                        problem)
                .update();
        return jdbc.sql("SELECT id FROM outbox_mail WHERE mail_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    void add(int number, String word, MailState state, Duration hour) {
        for (int i = 0; i < number; i++) {
            add(word, state, hour, null);
        }
    }

    List<String> states(String word) {
        return jdbc.sql("SELECT state FROM outbox_mail WHERE subject = ? ORDER BY id")
                .param("Objet " + word)
                .query(String.class)
                .list();
    }

    /** What other tests left does not wait any more. */
    void nothingElseWaits() {
        jdbc.sql("UPDATE outbox_mail SET state = 'DEPOSITED' WHERE state IN ('QUEUED', 'CLAIMED', 'HANDED', 'HELD')")
                .update();
    }
}
