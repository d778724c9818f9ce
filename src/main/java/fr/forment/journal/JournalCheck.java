package fr.forment.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether what was sealed is still what is there. Found: a line changed, deleted, put between others or exchanged with
 * another, a seal changed or taken out, a line erased without the line that tells of it. Not found: what was changed
 * before it was sealed, whoever can rewrite every seal from a changed line on, the last batches cut off, unless a head
 * noted elsewhere is handed in. Whoever erases as the house erases leaves a sealed line that says so: the report lists
 * erasures, for somebody to recognise each.
 */
@Component
@RequiredArgsConstructor
public class JournalCheck {

    /** A transaction lasts no longer: a line older than what was sealed by then was put in afterwards. */
    private static final Duration LATE = Duration.ofDays(1);
    /** The job runs each hour: nothing waits that long unless it does not run. */
    private static final Duration UNSEALED = Duration.ofDays(2);

    /** Erasures in a report. */
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param kind of the lines erased */
    public record Erasure(Instant at, String byWhom, String kind, long lines) {}

    /** @param tampered whether nothing in the house explains it; else it is to be looked at */
    public record Trouble(boolean tampered, String words) {}

    /**
     * @param head of the last seal, to be noted outside of the database; null where nothing was sealed
     * @param erased sealed lines of which only the digest is left
     * @param erasures who erased how many of what and when, newest first, the last {@value #SHOWN}
     */
    public record Report(
            long seals,
            long lines,
            long erased,
            List<Erasure> erasures,
            long unsealed,
            String head,
            List<Trouble> troubles) {

        /** 0: all is well; 1: to be looked at; 2: something was tampered with. */
        public int exitCode() {
            return troubles.isEmpty() ? 0 : troubles.stream().anyMatch(Trouble::tampered) ? 2 : 1;
        }
    }

    /** One line of a batch, in the order of their numbers; {@code at} is null once its text is erased. */
    private record Leaf(long id, Instant at, byte[] digest) {}

    /** @param noted a head noted before, which must still be there; null: none */
    public Report check(String noted) {
        List<Trouble> troubles = new ArrayList<>();
        List<Seal> seals =
                jdbc.sql(Seal.SELECT + "ORDER BY number").query(Seal::read).list();
        Seal before = Seal.NONE;
        Instant newest = Instant.MIN;
        long lines = 0;
        for (Seal seal : seals) {
            chain(before, seal, troubles);
            List<Leaf> leaves = leaves(seal.number());
            content(seal, leaves, troubles);
            newest = late(seal, leaves, newest, troubles);
            lines += leaves.size();
            before = seal;
        }
        beyond(before, troubles);
        untold(troubles);
        noted(noted, seals, troubles);
        return new Report(
                seals.size(),
                lines,
                count("SELECT COUNT(*) FROM journal_erased"),
                erasures(),
                unsealed(newest, troubles),
                seals.isEmpty() ? null : before.head(),
                List.copyOf(troubles));
    }

    private static void chain(Seal before, Seal seal, List<Trouble> troubles) {
        if (seal.number() != before.number() + 1) {
            troubles.add(new Trouble(
                    true,
                    "Il manque un ou plusieurs sceaux avant le lot " + seal.number() + " (le précédent est le lot "
                            + before.number() + ")."));
        } else if (!seal.before().equals(before.digest())) {
            troubles.add(new Trouble(true, "Le lot " + seal.number() + " ne suit pas le sceau du lot précédent."));
        }
        if (!seal.digest().equals(seal.computed())) {
            troubles.add(new Trouble(true, "Le sceau du lot " + seal.number() + " a été modifié."));
        }
    }

    private List<Leaf> leaves(long seal) {
        List<Leaf> leaves = new ArrayList<>(jdbc.sql(SealedLine.SELECT + "WHERE seal = ? ORDER BY id")
                .param(seal)
                .query((row, n) -> {
                    SealedLine line = SealedLine.read(row, n);
                    return new Leaf(line.entry().id(), line.entry().at(), line.digest());
                })
                .list());
        List<Leaf> erased = jdbc.sql("SELECT id, digest FROM journal_erased WHERE seal = ?")
                .param(seal)
                .query((row, n) -> new Leaf(row.getLong(1), null, HexFormat.of().parseHex(row.getString(2))))
                .list();
        if (!erased.isEmpty()) {
            leaves.addAll(erased);
            leaves.sort(Comparator.comparing(Leaf::id));
        }
        return leaves;
    }

    private static void content(Seal seal, List<Leaf> leaves, List<Trouble> troubles) {
        String which = "Lot " + seal.number() + " (lignes " + seal.firstId() + " à " + seal.lastId() + ") : ";
        if (leaves.size() < seal.size()) {
            troubles.add(new Trouble(
                    true, which + "il manque " + (seal.size() - leaves.size()) + " ligne(s) sur " + seal.size() + "."));
        } else if (leaves.size() > seal.size()) {
            troubles.add(new Trouble(
                    true,
                    which + (leaves.size() - seal.size()) + " ligne(s) de trop ont été glissées parmi " + seal.size()
                            + "."));
        } else {
            MerkleTree tree = new MerkleTree();
            leaves.forEach(leaf -> tree.add(leaf.digest()));
            if (!Digests.hex(tree.root()).equals(seal.root())) {
                troubles.add(new Trouble(true, which + "une ligne a été modifiée ou échangée avec une autre."));
            }
        }
    }

    /** @return the newest of all lines sealed so far */
    private static Instant late(Seal seal, List<Leaf> leaves, Instant newest, List<Trouble> troubles) {
        Instant latest = newest;
        for (Leaf leaf : leaves) {
            if (leaf.at() != null && isLate(leaf.at(), newest)) {
                troubles.add(new Trouble(
                        false,
                        "Lot " + seal.number() + " : la ligne " + leaf.id()
                                + " porte une date d'avant les lots précédents."));
            }
            if (leaf.at() != null && leaf.at().isAfter(latest)) {
                latest = leaf.at();
            }
        }
        return latest;
    }

    private static boolean isLate(Instant at, Instant newest) {
        return !newest.equals(Instant.MIN) && at.isBefore(newest.minus(LATE));
    }

    /** Lines whose seal is gone, because the last batches were cut off. */
    private void beyond(Seal last, List<Trouble> troubles) {
        long lines = jdbc.sql("SELECT (SELECT COUNT(*) FROM journal WHERE seal > :last)"
                        + " + (SELECT COUNT(*) FROM journal_erased WHERE seal > :last)")
                .param("last", last.number())
                .query(Long.class)
                .single();
        if (lines > 0) {
            troubles.add(new Trouble(
                    true,
                    lines + " ligne(s) portent un lot dont le sceau n'existe plus (après le lot " + last.number()
                            + ")."));
        }
    }

    /** Each erasure has the line that tells of it, with the same digest: that line is sealed like any other. */
    private void untold(List<Trouble> troubles) {
        long lines = count("""
                SELECT COUNT(*) FROM journal_erased e
                 WHERE NOT EXISTS (SELECT 1 FROM journal j
                                    WHERE j.kind = '%s' AND j.subject = CAST(e.id AS VARCHAR(40)) AND j.after = e.digest
                                      AND j.at = e.erased_at)""".formatted(Journal.ERASED));
        if (lines > 0) {
            troubles.add(
                    new Trouble(true, lines + " ligne(s) ont été effacées sans que le journal dise par qui ni quand."));
        }
    }

    private List<Erasure> erasures() {
        return jdbc.sql("""
                SELECT at, by_whom, what, COUNT(*) AS lines FROM journal WHERE kind = ?
                 GROUP BY at, by_whom, what ORDER BY at DESC, what FETCH FIRST %d ROWS ONLY""".formatted(SHOWN))
                .param(Journal.ERASED)
                .query((row, n) -> new Erasure(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_whom"),
                        row.getString("what"),
                        row.getLong("lines")))
                .list();
    }

    private static void noted(String noted, List<Seal> seals, List<Trouble> troubles) {
        if (noted != null && seals.stream().noneMatch(seal -> seal.head().equals(noted.strip()))) {
            troubles.add(new Trouble(
                    true,
                    "Le repère noté « " + noted.strip()
                            + " » ne se retrouve pas : des lots ont été retirés ou refaits depuis."));
        }
    }

    private long unsealed(Instant newest, List<Trouble> troubles) {
        long late = newest.equals(Instant.MIN)
                ? 0
                : jdbc.sql("SELECT COUNT(*) FROM journal WHERE seal IS NULL AND at < ?")
                        .param(newest.minus(LATE).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
        if (late > 0) {
            troubles.add(new Trouble(
                    false, late + " ligne(s) pas encore scellée(s) portent une date d'avant les lots scellés."));
        }
        OffsetDateTime oldest = jdbc.sql("SELECT MIN(at) FROM journal WHERE seal IS NULL")
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        if (oldest != null && oldest.toInstant().isBefore(clock.instant().minus(UNSEALED))) {
            troubles.add(new Trouble(
                    false,
                    "Des lignes ne sont pas scellées depuis plus de deux jours : la tâche qui scelle ne passe"
                            + " pas."));
        }
        return count("SELECT COUNT(*) FROM journal WHERE seal IS NULL");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
