package fr.forment.mail;

import fr.forment.database.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts that one person lets go together. The row of the bundle is held by whoever adds to it or decides about it, so
 * that of two who decide the second finds it decided, and no letter comes in between. One transaction lets all of them
 * go: a machine that stops lets none go, and the next gesture all.
 */
@Component
@RequiredArgsConstructor
public class MailBundles {

    /** One that waits for somebody. */
    public record Waiting(
            long id, String circonscriptionUai, String about, String title, Instant preparedAt, int letters) {}

    /**
     * What became of one.
     *
     * @param held letters that wait in it while nobody has decided
     * @param released letters that left; null while nobody has decided
     */
    public record Fate(long id, String about, int held, Integer released) {}

    /** @param dropped letters that do not leave @param left those that do all the same */
    public record Dropped(int dropped, int left) {}

    private static final String LEAVES =
            " state = 'QUEUED', problem = NULL, not_before = CASE WHEN not_before < ? THEN ? ELSE not_before END";
    private static final String HELD = " FROM outbox_mail WHERE bundle_id = ? AND state = 'HELD'";

    private final JdbcClient jdbc;
    private final MailBox box;
    private final Clock clock;

    /** The one about the page that nobody has decided about yet, whose title then says this too, or a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long open(String circonscriptionUai, String about, String title) {
        return jdbc
                .sql("SELECT * FROM mail_bundle WHERE about = ? AND decided_at IS NULL ORDER BY id FOR UPDATE")
                .param(about)
                .query(MailBundles::read)
                .list()
                .stream()
                .findFirst()
                .map(bundle -> saying(bundle, title))
                .orElseGet(() -> add(circonscriptionUai, about, title));
    }

    private long saying(MailBundle bundle, String title) {
        String all = BundleTitle.with(bundle.title(), title);
        if (!all.equals(bundle.title())) {
            jdbc.sql("UPDATE mail_bundle SET title = ? WHERE id = ?")
                    .params(all, bundle.id())
                    .update();
        }
        return bundle.id();
    }

    /** Where letters about the page are kept for this reader, that nobody has decided about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> keeps(String page, long readerId) {
        return jdbc.sql("""
                SELECT b.id FROM mail_bundle b WHERE b.decided_at IS NULL AND EXISTS (SELECT 1 FROM outbox_mail m
                       WHERE m.bundle_id = b.id AND m.state = 'HELD' AND m.about = ? AND m.agent_id = ?) ORDER BY b.id FOR UPDATE""").params(page, readerId).query(Long.class).list().stream()
                .findFirst();
    }

    private long add(String circonscriptionUai, String about, String title) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO mail_bundle (circonscription_uai, about, title, prepared_at) VALUES (?, ?, ?, ?)")
                .params(circonscriptionUai, about, BundleTitle.of(title), Timestamp.from(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    public Optional<MailBundle> find(long id) {
        return jdbc.sql("SELECT * FROM mail_bundle WHERE id = ?")
                .param(id)
                .query(MailBundles::read)
                .optional();
    }

    private static MailBundle read(ResultSet row, int number) throws SQLException {
        return new MailBundle(
                row.getLong("id"),
                row.getString("circonscription_uai"),
                row.getString("about"),
                row.getString("title"),
                row.getTimestamp("prepared_at").toInstant(),
                row.getTimestamp("decided_at") == null
                        ? null
                        : row.getTimestamp("decided_at").toInstant(),
                row.getString("decided_by"),
                row.getObject("released", Integer.class));
    }

    /** Its drafts, oldest first. */
    public Slice<QueuedMail> drafts(long id, int page) {
        return Slice.read(page, count(id), (from, size) -> jdbc.sql(
                        "SELECT *" + HELD + " ORDER BY id OFFSET ? ROWS FETCH FIRST ? ROWS ONLY")
                .params(id, from, size)
                .query(box::readableByOthers)
                .list());
    }

    /** Locks it; false when somebody has decided already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(long id) {
        return jdbc.sql("SELECT id FROM mail_bundle WHERE id = ? AND decided_at IS NULL FOR UPDATE")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** What a page that shows its drafts has shown: another as soon as one of them changes, comes or goes. */
    public String shown(long id) {
        return jdbc.sql("SELECT COUNT(*) || '-' || COALESCE(MAX(id), 0)" + HELD)
                .param(id)
                .query(String.class)
                .single();
    }

    private int count(long id) {
        return jdbc.sql("SELECT COUNT(*)" + HELD).param(id).query(Integer.class).single();
    }

    /** Those of these circonscriptions that wait and hold something, oldest first. */
    public List<Waiting> waiting(Collection<String> circonscriptionUais) {
        return circonscriptionUais.isEmpty()
                ? List.of()
                : waiting("b.circonscription_uai IN (:those)", circonscriptionUais);
    }

    /**
     * Those made for a change of this page, whole; of others, made for a plan, how many of their letters are about it.
     */
    public List<Waiting> waitingAbout(String page) {
        return waiting("""
                b.id IN (SELECT o.id FROM mail_bundle o WHERE o.about IN (:those)
                         UNION SELECT h.bundle_id FROM outbox_mail h WHERE h.about IN (:those) AND h.state = 'HELD' AND h.bundle_id IS NOT NULL)
                   AND (b.about IN (:those) OR m.about IN (:those))""", List.of(page));
    }

    /** Those made for a change of what stands on this page. */
    public List<Waiting> madeFor(String page) {
        return waiting("b.about IN (:those)", List.of(page));
    }

    /** All that were ever made for changes of what stands on these pages, oldest first. */
    public List<Fate> fates(Collection<String> pages) {
        return pages.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT b.id, b.about, (SELECT COUNT(*) FROM outbox_mail m WHERE b.decided_at IS NULL AND m.bundle_id = b.id AND m.state = 'HELD') AS held, b.released
                          FROM mail_bundle b WHERE b.about IN (:pages) ORDER BY b.id""").param("pages", pages).query(Fate.class).list();
    }

    private List<Waiting> waiting(String which, Collection<String> those) {
        return jdbc.sql("""
                SELECT b.id, b.circonscription_uai, b.about, b.title, b.prepared_at, COUNT(*) AS letters FROM mail_bundle b JOIN outbox_mail m ON m.bundle_id = b.id AND m.state = 'HELD'
                 WHERE b.decided_at IS NULL AND %s GROUP BY b.id, b.circonscription_uai, b.about, b.title, b.prepared_at ORDER BY b.id""".formatted(which))
                .param("those", those)
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getString("circonscription_uai"),
                        row.getString("about"),
                        row.getString("title"),
                        row.getTimestamp("prepared_at").toInstant(),
                        row.getInt("letters")))
                .list();
    }

    /**
     * When the first letter about the page that was kept for this reader, and that no other has made good since, was to
     * be let go at the latest: until then he knows only what was before.
     */
    public Optional<Instant> chaseOf(String page, long readerId) {
        return jdbc.sql("""
                SELECT MIN(m.chase_at) FROM outbox_mail m JOIN mail_bundle b ON b.id = m.bundle_id AND b.decided_at IS NULL
                 WHERE m.about = :page AND m.agent_id = :reader AND NOT EXISTS (SELECT 1 FROM outbox_mail o
                       WHERE o.about = :page AND o.agent_id = :reader AND o.id > m.id AND o.bundle_id IS NULL AND o.state <> 'DROPPED')""")
                .param("page", page)
                .param("reader", readerId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /**
     * All its letters may leave now; what has lost its use meanwhile is dropped. Empty when somebody has decided
     * already; else how many leave.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalInt release(long id, String by) {
        if (!decide(id, by)) {
            return OptionalInt.empty();
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        "UPDATE outbox_mail SET state = 'DROPPED', problem = ? WHERE bundle_id = ? AND state = 'HELD' AND not_after < ?")
                .params("Sa date était passée quand les courriels ont été envoyés.", id, now)
                .update();
        int left = jdbc.sql("UPDATE outbox_mail SET" + LEAVES + " WHERE bundle_id = ? AND state = 'HELD'")
                .params(now, now, id)
                .update();
        return OptionalInt.of(settle(id, left));
    }

    /**
     * None of its letters leaves, but for those in the place of news that was already on its way: that had been
     * decided. Empty when somebody has decided already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Dropped> drop(long id, String by) {
        if (!decide(id, by)) {
            return Optional.empty();
        }
        Timestamp now = Timestamp.from(clock.instant());
        int left = jdbc.sql("UPDATE outbox_mail SET" + LEAVES + " WHERE bundle_id = ? AND state = 'HELD' AND owed")
                .params(now, now, id)
                .update();
        int dropped = jdbc.sql("UPDATE outbox_mail SET state = 'DROPPED' WHERE bundle_id = ? AND state = 'HELD'")
                .param(id)
                .update();
        settle(id, left);
        return Optional.of(new Dropped(dropped, left));
    }

    /** Pages that letters are about which nobody was sent, oldest first: their readers believe what they knew. */
    public List<String> droppedAbout(long id) {
        return jdbc.sql(
                        "SELECT about FROM outbox_mail WHERE bundle_id = ? AND state = 'DROPPED' AND about IS NOT NULL GROUP BY about ORDER BY MIN(id)")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Circonscriptions where something is kept. */
    public List<String> places() {
        return jdbc.sql("""
                SELECT DISTINCT b.circonscription_uai FROM mail_bundle b JOIN outbox_mail m ON m.bundle_id = b.id AND m.state = 'HELD'
                 WHERE b.decided_at IS NULL ORDER BY b.circonscription_uai""").query(String.class).list();
    }

    /**
     * What should have left before then leaves now, though nobody has decided; the rest of its bundle waits on. A
     * bundle that somebody is deciding about, or another node looks at, is left to them.
     *
     * @return how many letters of which bundle
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<MailBundle, Integer> releaseOverdue(String circonscriptionUai, Instant before) {
        Timestamp now = Timestamp.from(clock.instant());
        Map<MailBundle, Integer> left = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT * FROM mail_bundle b WHERE b.circonscription_uai = ? AND b.decided_at IS NULL AND EXISTS (
                       SELECT 1 FROM outbox_mail m WHERE m.bundle_id = b.id AND m.state = 'HELD' AND m.chase_at < ?)
                 ORDER BY b.id FETCH FIRST 200 ROWS ONLY FOR UPDATE SKIP LOCKED""")
                .params(circonscriptionUai, Timestamp.from(before))
                .query(MailBundles::read)
                .list()
                .forEach(bundle -> left.put(
                        bundle,
                        jdbc.sql("UPDATE outbox_mail SET" + LEAVES
                                        + " WHERE bundle_id = ? AND state = 'HELD' AND chase_at < ?")
                                .params(now, now, bundle.id(), Timestamp.from(before))
                                .update()));
        return left;
    }

    private boolean decide(long id, String by) {
        return jdbc.sql("UPDATE mail_bundle SET decided_at = ?, decided_by = ? WHERE id = ? AND decided_at IS NULL")
                        .params(Timestamp.from(clock.instant()), by, id)
                        .update()
                == 1;
    }

    private int settle(long id, int released) {
        jdbc.sql("UPDATE mail_bundle SET released = ? WHERE id = ?")
                .params(released, id)
                .update();
        return released;
    }
}
