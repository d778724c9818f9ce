package fr.forment.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the outbox for people, and lets an operator put a doubtful mail back into the queue. */
@Component
public class MailBox {

    private final JdbcClient jdbc;
    private final MailWriter writer;

    MailBox(JdbcClient jdbc, MailWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    /** Newest first; {@code search} looks in recipient and subject, any case; blank: everything. */
    public List<QueuedMail> latest(String search, int max) {
        String like = "%" + search.strip().toLowerCase() + "%";
        return jdbc.sql("""
                SELECT * FROM outbox_mail
                WHERE LOWER(to_address) LIKE :like OR LOWER(to_name) LIKE :like OR LOWER(subject) LIKE :like
                ORDER BY COALESCE(sent_at, not_before) DESC, id DESC FETCH FIRST :max ROWS ONLY""")
                .param("like", like).param("max", max).query(this::readable).list();
    }

    public Optional<QueuedMail> find(long id) {
        return jdbc.sql("SELECT * FROM outbox_mail WHERE id = ?").param(id).query(this::readable).optional();
    }

    /** Every mail whose key begins so, oldest first: what was written about one case. */
    public List<QueuedMail> about(String keyPrefix) {
        return jdbc.sql("SELECT * FROM outbox_mail WHERE mail_key LIKE ? ORDER BY id").param(keyPrefix + "%")
                .query(this::readable).list();
    }

    /** A person decided that it must go again. Only refused, doubtful or missed mails; the Message-ID stays the same. */
    @Transactional
    public boolean sendAgain(long id) {
        return jdbc.sql("""
                UPDATE outbox_mail SET state = 'QUEUED', attempts = 0, not_after = NULL, problem = NULL
                WHERE id = ? AND state IN ('FAILED', 'UNKNOWN', 'MISSED')""").param(id).update() == 1;
    }

    /** One that has not left yet is shown as it will be. */
    private QueuedMail readable(ResultSet row, int number) throws SQLException {
        QueuedMail mail = read(row, number);
        return mail.isWritten() ? mail : mail.with(writer.write(mail.template(), MailModel.read(mail.model())));
    }

    static QueuedMail read(ResultSet row, int number) throws SQLException {
        return new QueuedMail(row.getLong("id"), row.getString("mail_key"), row.getString("template"),
                row.getObject("agent_id", Long.class), row.getString("to_address"), row.getString("to_name"), row.getString("subject"), row.getString("body_text"),
                row.getString("body_html"), MailState.valueOf(row.getString("state")), instant(row, "queued_at"),
                instant(row, "not_before"), instant(row, "not_after"), row.getInt("attempts"), instant(row, "sent_at"),
                row.getString("problem"), row.getString("model"), row.getInt("attached"), row.getString("keeper"), instant(row, "wiped_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
