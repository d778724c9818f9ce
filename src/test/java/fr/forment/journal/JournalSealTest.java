package fr.forment.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done to the journal behind the house's back is found; what the house does itself is not taken for it. */
class JournalSealTest {

    private static final Instant NOW = Instant.parse("2026-09-01T06:00:00.123456Z");

    private JdbcClient jdbc;
    private JdbcTemplate batches;
    private TransactionTemplate transaction;
    private Journal journal;
    private JournalSealing sealing;
    private JournalCheck check;

    DataSource fresh() throws Exception {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @BeforeEach
    void twoBatches() throws Exception {
        DataSource database = fresh();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V015__journal.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        batches = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        at(NOW);
        for (int n = 0; n < 7; n++) {
            journal.add(JournalEntry.of("THING", n)
                    .what("FAIT")
                    .change(null, "état " + n)
                    .because("raison " + n));
        }
        sealing.seal();
        at(NOW.plus(Duration.ofHours(3)));
        journal.addEach(
                "SELECT id FROM journal WHERE id <= 5",
                JournalEntry.of("OTHER", "").what("TOUS"));
        sealing.seal();
    }

    private void at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        journal = new Journal(jdbc, batches, () -> "a12", clock);
        sealing = new JournalSealing(jdbc, batches, transaction, clock);
        check = new JournalCheck(jdbc, clock);
    }

    @Test
    void whatNobodyTouchedIsWell() {
        JournalCheck.Report report = check.check(null);

        assertThat(report.troubles()).isEmpty();
        assertThat(report.exitCode()).isZero();
        assertThat(report.seals()).isEqualTo(2);
        assertThat(report.lines()).isEqualTo(12);
        assertThat(report.unsealed()).isZero();
    }

    @Test
    void sealsNothingTwiceAndNothingWhereNothingIsNew() {
        assertThat(sealing.sealSome()).isNull();
        assertThat(check.check(null).seals()).isEqualTo(2);
    }

    @Test
    void findsALineThatWasChanged() {
        for (String change : List.of(
                "why = 'autre raison'",
                "by_whom = 'a13'",
                "before = ''",
                "part = 'x'",
                "subject = '99'",
                "kind = 'ELSE'")) {
            transaction.executeWithoutResult(tx -> {
                sql("UPDATE journal SET " + change + " WHERE id = 3");
                assertTampered("Lot 1 (lignes 1 à 7) : une ligne a été modifiée");
                tx.setRollbackOnly();
            });
        }
        sql("UPDATE journal SET at = at + INTERVAL '1' SECOND WHERE id = 9");
        assertTampered("Lot 2 (lignes 8 à 12) : une ligne a été modifiée");
    }

    @Test
    void findsALineThatWasDeleted() {
        sql("DELETE FROM journal WHERE id = 3");
        assertTampered("il manque 1 ligne(s) sur 7");
    }

    @Test
    void findsALinePutBetweenOthers() {
        sql(
                "INSERT INTO journal (id, kind, subject, at, by_whom, seal, salt) SELECT 1000, kind, 'faux', at, by_whom, seal, salt FROM journal WHERE id = 3");
        assertTampered("1 ligne(s) de trop");
    }

    @Test
    void findsALineDatedBackThatWasNotSealedInItsTime() {
        at(NOW.plus(Duration.ofDays(30)));
        journal.add(JournalEntry.of("THING", "aujourd'hui"));
        sealing.seal();
        sql(
                "INSERT INTO journal (kind, subject, at, by_whom) SELECT kind, 'faux', at, by_whom FROM journal WHERE id = 3");
        assertThat(check.check(null).troubles()).anySatisfy(trouble -> {
            assertThat(trouble.tampered()).isFalse();
            assertThat(trouble.words()).contains("1 ligne(s) pas encore scellée(s)", "d'avant les lots scellés");
        });
        sealing.seal();
        assertThat(check.check(null).troubles())
                .extracting(JournalCheck.Trouble::words)
                .singleElement()
                .asString()
                .startsWith("Lot 4 : la ligne")
                .contains("date d'avant les lots précédents");
        assertThat(check.check(null).exitCode()).isEqualTo(1);
    }

    @Test
    void findsTwoLinesThatChangedPlaces() {
        sql("UPDATE journal SET id = 1000 WHERE id = 3");
        sql("UPDATE journal SET id = 3 WHERE id = 4");
        sql("UPDATE journal SET id = 4 WHERE id = 1000");
        assertTampered("modifiée ou échangée");
    }

    @Test
    void findsASealThatWasChangedOrTakenOut() {
        transaction.executeWithoutResult(tx -> {
            sql("UPDATE journal_seal SET size = 6 WHERE number = 1");
            assertTampered("Le sceau du lot 1 a été modifié.");
            tx.setRollbackOnly();
        });
        transaction.executeWithoutResult(tx -> {
            // made anew, so that it agrees with itself: the next one does not follow it any more
            Seal first =
                    jdbc.sql(Seal.SELECT + "WHERE number = 1").query(Seal::read).single();
            Seal forged = Seal.after(Seal.NONE, 7, 1, 7, new byte[32], first.sealedAt());
            jdbc.sql("UPDATE journal_seal SET root = ?, digest = ? WHERE number = 1")
                    .params(forged.root(), forged.digest())
                    .update();
            assertTampered("Le lot 2 ne suit pas le sceau du lot précédent.");
            tx.setRollbackOnly();
        });
        sql("DELETE FROM journal_seal WHERE number = 1");
        assertTampered("Il manque un ou plusieurs sceaux avant le lot 2");
    }

    /** With their lines nothing in the data says so: only a head that was noted elsewhere. */
    @Test
    void theLastBatchCutOffIsFoundByItsLinesOrByTheNotedHead() {
        String head = check.check(null).head();
        sql("DELETE FROM journal_seal WHERE number = 2");
        assertTampered("5 ligne(s) portent un lot dont le sceau n'existe plus");

        assertThat(jdbc.sql("DELETE FROM journal WHERE seal = 2").update()).isEqualTo(5);
        assertThat(check.check(null).troubles()).isEmpty();
        assertThat(check.check(head).troubles())
                .extracting(JournalCheck.Trouble::words)
                .singleElement()
                .asString()
                .contains("ne se retrouve pas");
        assertThat(check.check(head).exitCode()).isEqualTo(2);
    }

    @Test
    void aNotedHeadIsStillThereLater() {
        String head = check.check(null).head();
        journal.add(JournalEntry.of("THING", "plus tard"));
        sealing.seal();
        assertThat(check.check(head).troubles()).isEmpty();
        assertThat(check.check(head).head()).isNotEqualTo(head);
    }

    /** The machine dies between the seal and the marks: neither is there, and the next time both are. */
    @Test
    void sealAndMarksAreWrittenTogetherOrNotAtAll() {
        journal.add(JournalEntry.of("THING", "neuf"));
        JdbcTemplate dying = new JdbcTemplate(batches.getDataSource()) {
            @Override
            public int[] batchUpdate(String sql, List<Object[]> rows) {
                throw new IllegalStateException("the machine dies");
            }
        };
        var dead = new JournalSealing(jdbc, dying, transaction, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThatThrownBy(dead::seal).hasMessage("the machine dies");

        assertThat(check.check(null).seals()).isEqualTo(2);
        assertThat(check.check(null).unsealed()).isEqualTo(1);
        sealing.seal();
        assertThat(check.check(null).troubles()).isEmpty();
        assertThat(check.check(null).unsealed()).isZero();
    }

    @Test
    void twoNodesThatSealAtOnceSealEachLineOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                for (int n = 0; n < 20; n++) {
                    journal.add(JournalEntry.of("ROUND" + round, n));
                }
                CyclicBarrier start = new CyclicBarrier(2);
                Callable<Void> node = () -> {
                    start.await();
                    sealing.seal();
                    return null;
                };
                for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
                    done.get();
                }
            }
        } finally {
            nodes.shutdown();
        }
        sealing.seal();
        assertThat(check.check(null).troubles()).isEmpty();
        assertThat(check.check(null).lines()).isEqualTo(212);
        assertThat(check.check(null).unsealed()).isZero();
    }

    @Test
    void anErasedTextCannotBeReadAndTheSealStillHolds() {
        journal.add(JournalEntry.of("THING", "3").because("pas encore scellée"));
        journal.forget("THING", List.of("3", "5"));

        assertThat(journal.of("THING", "3")).isEmpty();
        JournalCheck.Report report = check.check(null);
        assertThat(report.troubles()).isEmpty();
        assertThat(report.erased()).isEqualTo(2);
        assertThat(report.lines()).isEqualTo(12);
        // Neither the text nor what would let somebody try texts out is anywhere left.
        assertThat(jdbc.sql("SELECT COUNT(*) FROM journal WHERE why = 'raison 3' OR after = 'état 3'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT id, seal, digest FROM journal_erased ORDER BY id")
                        .query()
                        .listOfRows())
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain("raison"));
        sql("UPDATE journal_erased SET digest = '" + "0".repeat(64) + "' WHERE id = 4");
        assertTampered("modifiée ou échangée");
    }

    @Test
    void anErasureIsToldByALineThatIsSealedInItsTurn() {
        journal.forget("THING", List.of("3", "5"));
        assertThat(check.check(null).erasures())
                .containsExactly(new JournalCheck.Erasure(NOW.plus(Duration.ofHours(3)), "a12", "THING", 2));
        sealing.seal();
        assertThat(check.check(null).troubles()).isEmpty();

        assertThatThrownBy(() -> journal.forget("ERASED", List.of("4"))).isInstanceOf(IllegalArgumentException.class);
        // whoever has the database erases a line, digest and all, and says nothing of it
        SealedLine line = line(2);
        sql("INSERT INTO journal_erased (id, seal, digest, erased_at) VALUES (2, 1, '" + Digests.hex(line.digest())
                + "', TIMESTAMP WITH TIME ZONE '2026-09-01 09:00:00Z')");
        sql("DELETE FROM journal WHERE id = 2");
        assertTampered("sans que le journal dise par qui");
    }

    @Test
    void theLineThatTellsOfAnErasureCannotGoTheSameWay() {
        journal.forget("THING", List.of("3"));
        sealing.seal();
        long told = jdbc.sql("SELECT id FROM journal WHERE kind = 'ERASED'")
                .query(Long.class)
                .single();
        String digest = Digests.hex(line(told).digest());
        sql("INSERT INTO journal_erased (id, seal, digest, erased_at) VALUES (" + told + ", 3, '" + digest
                + "', TIMESTAMP WITH TIME ZONE '2026-09-01 09:00:00Z')");
        sql("DELETE FROM journal WHERE id = " + told);
        sql("INSERT INTO journal (kind, subject, at, by_whom, what, after) VALUES ('ERASED', '" + told
                + "', TIMESTAMP WITH TIME ZONE '2026-09-01 09:00:00Z', 'a12', 'THING', '" + digest + "')");
        assertTampered("sans que le journal dise par qui");
    }

    private SealedLine line(long id) {
        return jdbc.sql(SealedLine.SELECT + "WHERE id = ?")
                .param(id)
                .query(SealedLine::read)
                .single();
    }

    @Test
    void saysWhenNothingWasSealedForTwoDays() {
        journal.add(JournalEntry.of("THING", "oublié"));
        at(NOW.plus(Duration.ofDays(4)));
        assertThat(check.check(null).exitCode()).isEqualTo(1);
        assertThat(check.check(null).troubles().get(0).words()).contains("plus de deux jours");
    }

    private void assertTampered(String words) {
        JournalCheck.Report report = check.check(null);
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.troubles()).extracting(JournalCheck.Trouble::words).anySatisfy(said -> assertThat(said)
                .contains(words));
    }

    private void sql(String statement) {
        assertThat(jdbc.sql(statement).update()).as(statement).isEqualTo(1);
    }
}
