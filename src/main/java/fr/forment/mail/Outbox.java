package fr.forment.mail;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mails wait. Queued in the transaction that decides them: both happen or neither. A key already there is left
 * alone, so a step that runs again writes to nobody twice.
 */
@Component
@RequiredArgsConstructor
public class Outbox {

    /** Databases bound the number of parameters of one statement. */
    private static final int CHUNK = 500;

    private static final String INSERT = """
            INSERT INTO outbox_mail (mail_key, template, agent_id, to_address, to_name, subject, body_text, body_html, about, state,
                                     queued_at, not_before, not_after, secret_until, keeper, chase_at, attached, bundle_id, tells)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** What is told within it is told at once. */
    private static final Duration ONE_BREATH = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final MailWriter writer;
    private final Attachments attachments;
    private final Clock clock;

    private static final String INSERT_ALONE = """
            INSERT INTO outbox_mail (mail_key, template, agent_id, to_address, to_name, subject, body_text, body_html, about, state,
                                     queued_at, not_before, not_after, secret_until, keeper, chase_at, attached, bundle_id, tells)
            SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS VARCHAR),
                   CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),
                   CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS TIMESTAMP WITH TIME ZONE),
                   CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS VARCHAR), CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS INTEGER),
                   CAST(? AS BIGINT), CAST(? AS VARCHAR)
            WHERE NOT EXISTS (SELECT 1 FROM outbox_mail WHERE mail_key = ?)
            AND NOT EXISTS (SELECT 1 FROM outbox_mail WHERE about = ? AND agent_id = ? AND state = 'HELD' AND bundle_id IS NOT NULL)""";

    /**
     * As {@link #queue(Mail)} in one statement, where nothing stands {@link #beside} the mail; else it does nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queueAlone(Mail mail) {
        List<Object> values = new ArrayList<>(Arrays.asList(row(mail, MailState.QUEUED, null, null, 0, null)));
        values.addAll(Arrays.asList(
                mail.key(),
                new SqlParameterValue(Types.VARCHAR, mail.about()),
                new SqlParameterValue(Types.BIGINT, mail.readerId())));
        return jdbc.sql(INSERT_ALONE).params(values).update() == 1;
    }

    /** True when the mail is new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(Mail mail) {
        return queue(mail, beside(mail));
    }

    /**
     * What already stands beside a mail.
     *
     * @param queued one with its key: it is not written again
     * @param kept older news of the same matter is kept for its reader with others
     */
    public record Beside(boolean queued, boolean kept) {}

    /** Asked once for all that is decided about the mail, and handed on to {@link #queue(Mail, Beside)}. */
    public Beside beside(Mail mail) {
        List<String> found = jdbc.sql("""
                SELECT 'QUEUED' FROM outbox_mail WHERE mail_key = :key
                UNION ALL SELECT 'KEPT' FROM outbox_mail WHERE about = :about AND agent_id = :reader AND state = 'HELD' AND bundle_id IS NOT NULL""")
                .param("key", mail.key())
                .param("about", mail.about(), Types.VARCHAR)
                .param("reader", mail.readerId(), Types.BIGINT)
                .query(String.class)
                .list();
        return new Beside(found.contains("QUEUED"), found.contains("KEPT"));
    }

    /** As {@link #queue(Mail)}, for who has asked what stands beside it, in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(Mail mail, Beside beside) {
        if (!beside.queued()) {
            if (beside.kept()) {
                dropKept(mail);
            }
            insert(mail, MailState.QUEUED, null, null, 0, null);
        }
        return !beside.queued();
    }

    /** Mails that say different things, the known keys looked up at once. Returns how many are new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int queueEach(List<Mail> mails) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < mails.size(); from += CHUNK) {
            known.addAll(jdbc.sql("SELECT mail_key FROM outbox_mail WHERE mail_key IN (:keys)")
                    .param(
                            "keys",
                            mails.subList(from, Math.min(from + CHUNK, mails.size())).stream()
                                    .map(Mail::key)
                                    .toList())
                    .query(String.class)
                    .list());
        }
        List<Mail> fresh = mails.stream().filter(mail -> known.add(mail.key())).toList();
        Set<String> besideKept = besideKept(fresh);
        fresh.stream().filter(mail -> besideKept.contains(mail.key())).forEach(this::dropKept);
        batches.batchUpdate(
                INSERT,
                fresh.stream()
                        .map(mail -> row(mail, MailState.QUEUED, null, null, 0, null))
                        .toList());
        return fresh.size();
    }

    /** The keys of those of these mails whose reader has older news of the same matter kept with others. */
    public Set<String> besideKept(Collection<Mail> mails) {
        record Kept(String about, long agentId) {}
        Set<Kept> kept = new HashSet<>();
        List<String> pages = mails.stream()
                .map(Mail::about)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (int from = 0; from < pages.size(); from += CHUNK) {
            kept.addAll(jdbc.sql(
                            "SELECT DISTINCT about, agent_id FROM outbox_mail WHERE about IN (:pages) AND agent_id IS NOT NULL AND state = 'HELD' AND bundle_id IS NOT NULL")
                    .param("pages", pages.subList(from, Math.min(from + CHUNK, pages.size())))
                    .query(Kept.class)
                    .list());
        }
        return mails.stream()
                .filter(mail -> mail.about() != null
                        && mail.readerId() != null
                        && kept.contains(new Kept(mail.about(), mail.readerId())))
                .map(Mail::key)
                .collect(Collectors.toSet());
    }

    /** What is kept for the reader about the same matter is old news once he is told how it is now, not once asked. */
    private void dropKept(Mail mail) {
        if (!mail.asks() && mail.tells() != null && mail.about() != null && mail.readerId() != null) {
            jdbc.sql("""
                    UPDATE outbox_mail SET state = 'DROPPED', problem = ?
                     WHERE about = ? AND agent_id = ? AND state = 'HELD' AND bundle_id IS NOT NULL AND tells IS NOT NULL""")
                    .params("Un courriel plus récent dit ce qu'il en est.", mail.about(), mail.readerId())
                    .update();
        }
    }

    /**
     * Keeps a letter with others until a person lets them all go ({@link MailBundles}). True when it is new.
     *
     * @param chaseAt from when on it is kept too long; null: never
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(Mail mail, long bundleId, Instant chaseAt) {
        if (isQueued(mail.key())) {
            return false;
        }
        insert(mail, MailState.HELD, null, chaseAt, 0, bundleId);
        jdbc.sql("""
                UPDATE outbox_mail SET owed = TRUE WHERE mail_key = :key AND EXISTS (SELECT 1 FROM outbox_mail d
                 WHERE d.about = :about AND d.agent_id = :reader AND d.state = 'DROPPED' AND d.owed AND NOT EXISTS (SELECT 1 FROM outbox_mail t
                       WHERE t.about = :about AND t.agent_id = :reader AND t.id > d.id AND t.tells IS NOT NULL
                         AND t.state IN ('QUEUED', 'CLAIMED', 'HANDED', 'SENT', 'DEPOSITED', 'UNKNOWN')))""")
                .param("key", mail.key())
                .param("about", mail.about())
                .param("reader", mail.readerId())
                .update();
        return true;
    }

    /**
     * Keeps a letter until a person lets it go ({@link MailDesk}). True when it is new.
     *
     * @throws TooMuchAttached when its files are too many or too large
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean prepare(MailDraft draft) {
        if (isQueued(draft.mail().key())) {
            return false;
        }
        attachments.check(draft.attachments());
        insert(
                draft.mail(),
                MailState.HELD,
                draft.keeper(),
                draft.chaseAt(),
                draft.attachments().size(),
                null);
        attachments.add(draft.mail().key(), draft.attachments());
        return true;
    }

    private void insert(Mail mail, MailState state, String keeper, Instant chaseAt, int attached, Long bundleId) {
        jdbc.sql(INSERT)
                .params(Arrays.asList(row(mail, state, keeper, chaseAt, attached, bundleId)))
                .update();
    }

    /** Letters to this reader whose keys begin so, and that were taken back for good before they left. */
    public int takenBack(String keyStart, long readerId) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE ? AND agent_id = ? AND state = 'DROPPED' AND not_after = queued_at""")
                .params(keyStart + "%", readerId)
                .query(Integer.class)
                .single();
    }

    private Object[] row(Mail mail, MailState state, String keeper, Instant chaseAt, int attached, Long bundleId) {
        var written = writer.write(mail.template(), mail.model());
        return new Object[] {
            mail.key(),
            mail.template(),
            mail.readerId(),
            mail.toAddress(),
            mail.toName(),
            written.subject(),
            written.text(),
            written.html(),
            mail.about(),
            state.name(),
            Timestamp.from(clock.instant()),
            Timestamp.from(DepartureHour.of(mail.notBefore(), mail.notAfter(), clock.instant())),
            orNull(mail.notAfter()),
            orNull(mail.secretUntil()),
            keeper,
            orNull(chaseAt),
            attached,
            bundleId,
            mail.tells()
        };
    }

    /** A mail with this key waits, or has left: no need to put together another one. */
    public boolean isQueued(String key) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE mail_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One of these letters about the page waits, is leaving, or left since then; a null reader is anybody. */
    public boolean hasWritten(String about, Long readerId, Collection<String> templates, Instant since) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM outbox_mail WHERE about = :about AND template IN (:templates) AND (agent_id = :reader OR :anybody)
                AND (state IN ('QUEUED', 'CLAIMED', 'HANDED') OR sent_at > :since)""")
                        .param("about", about)
                        .param("templates", templates)
                        .param("reader", readerId == null ? -1 : readerId)
                        .param("anybody", readerId == null)
                        .param("since", Timestamp.from(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The same, whatever it is about. @param naming it was put together later than that */
    public boolean hasWritten(long readerId, Collection<String> templates, Instant since, Instant naming) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM outbox_mail WHERE agent_id = :reader AND template IN (:templates) AND queued_at > :naming
                AND (state IN ('QUEUED', 'CLAIMED', 'HANDED') OR sent_at > :since)""")
                        .param("templates", templates)
                        .param("reader", readerId)
                        .param("naming", Timestamp.from(naming))
                        .param("since", Timestamp.from(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * What undoes a reason to write takes back the letters to this person about it that have not left yet, for good:
     * their time is over. Returns how many.
     *
     * @param templates which letters
     * @param why in French, shown with each
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBack(String about, long readerId, Collection<String> templates, String why) {
        return jdbc.sql("""
                UPDATE outbox_mail SET state = 'DROPPED', not_after = queued_at, problem = :why, owed = CASE WHEN state = 'QUEUED' AND tells IS NOT NULL THEN TRUE ELSE owed END
                 WHERE about = :about AND agent_id = :reader AND template IN (:templates) AND state IN ('QUEUED', 'HELD')""")
                .param("why", why)
                .param("about", about)
                .param("reader", readerId)
                .param("templates", templates)
                .update();
    }

    /**
     * The same of those that would leave no sooner than the letter with this key, which says it again: what is urgent
     * does not wait for it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBackFor(String key, String about, long readerId, Collection<String> templates, String why) {
        return jdbc.sql("SELECT not_before FROM outbox_mail WHERE mail_key = ?")
                .param(key)
                .query(Timestamp.class)
                .optional()
                .map(leaves -> jdbc.sql("""
                UPDATE outbox_mail SET state = 'DROPPED', not_after = queued_at, problem = :why, owed = CASE WHEN state = 'QUEUED' AND tells IS NOT NULL THEN TRUE ELSE owed END
                 WHERE about = :about AND agent_id = :reader AND template IN (:templates)
                   AND (state = 'HELD' OR state = 'QUEUED' AND not_before >= :soon)""")
                        .param("why", why)
                        .param("about", about)
                        .param("reader", readerId)
                        .param("templates", templates)
                        .param("soon", Timestamp.from(leaves.toInstant().minus(ONE_BREATH)))
                        .update())
                .orElse(0);
    }

    /** The same, whoever reads them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBack(String about, Collection<String> templates, String why) {
        return jdbc.sql(
                        "UPDATE outbox_mail SET state = 'DROPPED', not_after = queued_at, problem = :why, owed = CASE WHEN state = 'QUEUED' AND tells IS NOT NULL THEN TRUE ELSE owed END WHERE about = :about AND template IN (:templates) AND state IN ('QUEUED', 'HELD')")
                .param("why", why)
                .param("about", about)
                .param("templates", templates)
                .update();
    }

    /** The same for all whose keys begin so. Returns how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeBackAll(String keyStart, String why) {
        return jdbc.sql(
                        "UPDATE outbox_mail SET state = 'DROPPED', not_after = queued_at, problem = ?, owed = CASE WHEN state = 'QUEUED' AND tells IS NOT NULL THEN TRUE ELSE owed END WHERE mail_key LIKE ? AND state IN ('QUEUED', 'HELD')")
                .params(why, keyStart + "%")
                .update();
    }

    /** The letter with this key does not leave, when it still waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeBack(String key, String why) {
        return jdbc.sql(
                                "UPDATE outbox_mail SET state = 'DROPPED', not_after = queued_at, problem = ?, owed = CASE WHEN state = 'QUEUED' AND tells IS NOT NULL THEN TRUE ELSE owed END WHERE mail_key = ? AND state IN ('QUEUED', 'HELD')")
                        .params(why, key)
                        .update()
                == 1;
    }

    /**
     * One statement however many readers there are; their texts are written when the mails leave. Returns how many
     * mails are new. As with {@link #queue}, a key already there is left alone.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int queueAll(MassMail mail) {
        String now = "CAST(:mailNow AS TIMESTAMP WITH TIME ZONE)";
        String end = "CAST(:mailEnd AS TIMESTAMP WITH TIME ZONE)";
        return jdbc.sql("""
                INSERT INTO outbox_mail (mail_key, template, agent_id, to_address, to_name, model, state, queued_at, not_before, not_after)
                SELECT q.mail_key, CAST(:mailTemplate AS VARCHAR(100)), q.agent_id, q.to_address, q.to_name,
                       CAST(:mailModel AS VARCHAR(4000)) || q.details, 'QUEUED', %s, %s, %s
                  FROM (%s) q WHERE NOT EXISTS (SELECT 1 FROM outbox_mail o WHERE o.mail_key = q.mail_key)""".formatted(now, DepartureHour.sql("q.not_before", end, now), end, mail.readers()))
                .params(mail.params())
                .param("mailTemplate", mail.template())
                .param("mailModel", MailModel.write(mail.model()))
                .param("mailNow", Timestamp.from(clock.instant()))
                .param(
                        "mailEnd",
                        mail.notAfter() == null ? null : mail.notAfter().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static Timestamp orNull(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
