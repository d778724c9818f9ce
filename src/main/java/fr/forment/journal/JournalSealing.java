package fr.forment.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the lines written since the last time, a batch a transaction: seal and marks are written together or not at
 * all. Lines are marked by themselves and not by a span of numbers, for a number is given out before its transaction
 * ends: one that ends late falls into the next batch.
 */
@Component
@RequiredArgsConstructor
public class JournalSealing {

    static final int BATCH = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(JournalSealing.class);
    private static final int SALT_BYTES = 16;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * The head is told in the log, outside of the database: who notes it can see that the last batches were cut off.
     */
    @Scheduled(
            fixedDelayString = "${forment.journal.seal:PT1H}",
            initialDelayString = "${forment.journal.seal-first:PT10M}")
    public void seal() {
        try {
            for (Seal sealed = sealSome(); sealed != null; sealed = sealed.size() < BATCH ? null : sealSome()) {
                LOG.info(
                        "Journal scellé : lot {}, {} ligne(s), repère {}",
                        sealed.number(),
                        sealed.size(),
                        sealed.head());
            }
        } catch (DuplicateKeyException e) {
            LOG.debug("another node is sealing", e);
        }
    }

    /** @return null where nothing was left to seal */
    Seal sealSome() {
        return transaction.execute(tx -> {
            Seal last = jdbc.sql(Seal.SELECT + "ORDER BY number DESC FETCH FIRST 1 ROWS ONLY")
                    .query(Seal::read)
                    .optional()
                    .orElse(Seal.NONE);
            List<SealedLine> lines = jdbc
                    .sql(SealedLine.SELECT
                            + "WHERE seal IS NULL ORDER BY id FETCH FIRST %d ROWS ONLY FOR UPDATE SKIP LOCKED"
                                    .formatted(BATCH))
                    .query(SealedLine::read)
                    .list()
                    .stream()
                    .map(line -> line.sealed(last.number() + 1, salt()))
                    .toList();
            return lines.isEmpty() ? null : write(last, lines);
        });
    }

    private Seal write(Seal last, List<SealedLine> lines) {
        MerkleTree tree = new MerkleTree();
        lines.forEach(line -> tree.add(line.digest()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Seal seal = Seal.after(
                last,
                lines.size(),
                lines.get(0).entry().id(),
                lines.get(lines.size() - 1).entry().id(),
                tree.root(),
                now);
        jdbc.sql("INSERT INTO journal_seal (number, size, first_id, last_id, root, before, sealed_at, digest) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        seal.size(),
                        seal.firstId(),
                        seal.lastId(),
                        seal.root(),
                        seal.before(),
                        now.atOffset(ZoneOffset.UTC),
                        seal.digest())
                .update();
        Journal.mark(batches, lines);
        return seal;
    }

    private String salt() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
