package fr.forment.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox for people. */
@Component
@RequiredArgsConstructor
public class MailBox {

    /**
     * How far a letter has come.
     *
     * @param sentAt null while it has not left
     */
    public record Course(long readerId, Instant queuedAt, MailState state, Instant sentAt) {

        /** In the reader's hands, or nobody can say that it is not. */
        public boolean hasLeft() {
            return switch (state) {
                case CLAIMED, HANDED, SENT, DEPOSITED, UNKNOWN -> true;
                default -> false;
            };
        }

        /** Leaves by itself, or once a person lets it go. */
        public boolean isToCome() {
            return state == MailState.QUEUED || state == MailState.HELD;
        }
    }

    private final JdbcClient jdbc;
    private final MailWriter writer;

    @Value("${forment.mail.show-links:false}")
    private final boolean showsLinks;

    /** Newest first; {@code search} looks in recipient and subject, any case; blank: everything. */
    public List<QueuedMail> latest(String search, int max) {
        String like = "%" + search.strip().toLowerCase() + "%";
        return jdbc.sql("""
                SELECT * FROM outbox_mail
                WHERE LOWER(to_address) LIKE :like OR LOWER(to_name) LIKE :like OR LOWER(subject) LIKE :like
                ORDER BY COALESCE(sent_at, not_before) DESC, id DESC FETCH FIRST :max ROWS ONLY""")
                .param("like", like)
                .param("max", max)
                .query(this::readable)
                .list();
    }

    public Optional<QueuedMail> find(long id) {
        return jdbc.sql("SELECT * FROM outbox_mail WHERE id = ?")
                .param(id)
                .query(this::readable)
                .optional();
    }

    /** The same for eyes that are not its reader's. */
    public Optional<QueuedMail> shown(long id) {
        return find(id).map(mail -> showsLinks ? mail : mail.masked());
    }

    /** The page of what it is about; empty when there is none. */
    public Optional<String> page(QueuedMail mail) {
        return jdbc.sql("SELECT about FROM outbox_mail WHERE id = ? AND about IS NOT NULL")
                .param(mail.id())
                .query(String.class)
                .optional();
    }

    /** What left, or was tried, in one letter with it; the mail itself is not among them. */
    public List<QueuedMail> together(long id) {
        return jdbc.sql("""
                SELECT o.* FROM outbox_mail o JOIN outbox_mail m ON m.sent_with = o.sent_with
                WHERE m.id = ? AND o.id <> m.id ORDER BY o.id""").param(id).query(this::readableByOthers).list();
    }

    /** Of those of these mails that left in one letter with others: how many letters were written for it. */
    public Map<Long, Integer> together(Collection<QueuedMail> mails) {
        Map<Long, Integer> sizes = new LinkedHashMap<>();
        if (!mails.isEmpty()) {
            jdbc.sql("""
                    SELECT m.id, (SELECT COUNT(*) FROM outbox_mail o WHERE o.sent_with = m.sent_with) AS size
                    FROM outbox_mail m WHERE m.sent_with IS NOT NULL AND m.id IN (:ids)""")
                    .param("ids", mails.stream().map(QueuedMail::id).toList())
                    .query(row -> {
                        sizes.put(row.getLong(1), row.getInt(2));
                    });
        }
        return sizes;
    }

    /** Every mail whose key begins so, oldest first: what was written about one case. */
    public List<QueuedMail> about(String keyPrefix) {
        return jdbc.sql("SELECT * FROM outbox_mail WHERE mail_key LIKE ? ORDER BY id")
                .param(keyPrefix + "%")
                .query(this::readable)
                .list();
    }

    /**
     * Of each reader to whom something about a page has left: the template of the last letter, which may still wait.
     */
    public Map<Long, String> lastLetters(String about) {
        Map<Long, String> last = new LinkedHashMap<>();
        Set<Long> reached = new HashSet<>();
        jdbc.sql("""
                SELECT agent_id, template, state FROM outbox_mail WHERE about = ? AND agent_id IS NOT NULL
                AND state IN ('QUEUED', 'CLAIMED', 'HANDED', 'SENT', 'DEPOSITED', 'UNKNOWN') ORDER BY id""").param(about).query(row -> {
            last.put(row.getLong("agent_id"), row.getString("template"));
            if (!"QUEUED".equals(row.getString("state"))) {
                reached.add(row.getLong("agent_id"));
            }
        });
        last.keySet().retainAll(reached);
        return last;
    }

    /** Where letters of these templates about a page stand, oldest first. */
    public List<Course> courses(String about, Collection<String> templates) {
        return jdbc.sql("""
                SELECT agent_id, queued_at, state, sent_at FROM outbox_mail
                WHERE about = :about AND template IN (:templates) AND agent_id IS NOT NULL ORDER BY id""")
                .param("about", about)
                .param("templates", templates)
                .query((row, n) -> new Course(
                        row.getLong(1),
                        instant(row, "queued_at"),
                        MailState.valueOf(row.getString("state")),
                        instant(row, "sent_at")))
                .list();
    }

    /** What each reader was last told about a page, by letters that have left or are on their way. */
    public List<Telling> lastTellings(String about) {
        Map<Long, Telling> last = new LinkedHashMap<>();
        tellings(about, null).forEach(each -> last.put(each.readerId(), each));
        return List.copyOf(last.values());
    }

    /** The same of one reader. */
    public Optional<Telling> lastTelling(String about, long readerId) {
        return tellings(about, readerId).stream().reduce((one, later) -> later);
    }

    private List<Telling> tellings(String about, Long readerId) {
        return jdbc.sql("""
                SELECT agent_id, template, tells FROM outbox_mail WHERE about = :about AND tells IS NOT NULL AND agent_id IS NOT NULL
                AND (:all OR agent_id = :reader) AND state IN ('QUEUED', 'CLAIMED', 'HANDED', 'SENT', 'DEPOSITED', 'UNKNOWN') ORDER BY id""")
                .param("about", about)
                .param("all", readerId == null)
                .param("reader", readerId == null ? -1 : readerId)
                .query((row, n) -> new Telling(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Of the last letter about a page, whatever became of it; 0 before the first. */
    public long lastNumber(String about) {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM outbox_mail WHERE about = ?")
                .param(about)
                .query(Long.class)
                .single();
    }

    /** Those about a page that did not arrive, do not leave, or nobody knows: newest first. */
    public List<QueuedMail> astray(String about) {
        return jdbc.sql("""
                SELECT * FROM outbox_mail WHERE about = ? AND (state IN ('FAILED', 'UNKNOWN', 'MISSED', 'UNREACHABLE') OR state = 'QUEUED' AND problem IS NOT NULL)
                ORDER BY id DESC FETCH FIRST 50 ROWS ONLY""").param(about).query(this::readable).list();
    }

    /** One that has not left yet is shown as it will be. */
    QueuedMail readable(ResultSet row, int number) throws SQLException {
        QueuedMail mail = read(row, number);
        return mail.isWritten() ? mail : mail.with(writer.write(mail.template(), MailModel.read(mail.model())));
    }

    QueuedMail readableByOthers(ResultSet row, int number) throws SQLException {
        QueuedMail mail = readable(row, number);
        return showsLinks ? mail : mail.masked();
    }

    static QueuedMail read(ResultSet row, int number) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                row.getString("mail_key"),
                row.getString("template"),
                row.getObject("agent_id", Long.class),
                row.getString("to_address"),
                row.getString("to_name"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                MailState.valueOf(row.getString("state")),
                instant(row, "queued_at"),
                instant(row, "not_before"),
                instant(row, "not_after"),
                row.getInt("attempts"),
                instant(row, "sent_at"),
                row.getString("problem"),
                row.getString("model"),
                row.getInt("attached"),
                row.getString("keeper"),
                instant(row, "wiped_at"),
                instant(row, "dated"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
