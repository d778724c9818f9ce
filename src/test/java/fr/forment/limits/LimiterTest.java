package fr.forment.limits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.attack.Attack;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The counters, by two nodes at once. */
@HouseTest
@Tag("attack")
class LimiterTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate rows;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    Environment settings;

    private List<Limiter> nodes() {
        return List.of(
                new Limiter(jdbc, transactions, clock, settings), new Limiter(jdbc, transactions, clock, settings));
    }

    private <T> List<T> atOnce(int howMany, Callable<T> one, Callable<T> other) throws Exception {
        var threads = Executors.newFixedThreadPool(howMany);
        try {
            var start = new CountDownLatch(1);
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < howMany; i++) {
                Callable<T> node = i % 2 == 0 ? one : other;
                all.add(threads.submit(() -> {
                    start.await();
                    return node.call();
                }));
            }
            start.countDown();
            List<T> done = new ArrayList<>();
            for (Future<T> each : all) {
                done.add(each.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void eightWrongTriesAtOnceAreEight() throws Exception {
        List<Limiter> nodes = nodes();
        for (int round = 0; round < Attack.rounds(20, 500); round++) {
            String who = UUID.randomUUID().toString();
            atOnce(8, () -> counted(nodes.get(0), who), () -> counted(nodes.get(1), who));
            assertThat(nodes.get(0).forget(Limit.SIGN_IN_PLACE, who)).isEqualTo(8);
        }
    }

    private static boolean counted(Limiter node, String who) {
        node.count(Limit.SIGN_IN_PLACE, who);
        return true;
    }

    @Test
    void ofEightTriesAtOnceFiveAreMade() throws Exception {
        List<Limiter> nodes = nodes();
        for (int round = 0; round < Attack.rounds(20, 500); round++) {
            String who = UUID.randomUUID().toString();
            var waits = atOnce(8, () -> nodes.get(0).take(Limit.SIGN_IN_NAME, who), () -> nodes.get(1)
                    .take(Limit.SIGN_IN_NAME, who));
            assertThat(waits.stream().filter(Duration::isZero))
                    .as(waits.toString())
                    .hasSize(5);
        }
    }

    /** What a caller undoes has been tried all the same. */
    @Test
    void aTryStaysWhateverBecomesOfTheCaller() {
        Limiter limiter = nodes().get(0);
        new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            limiter.count(Limit.SIGN_IN_PLACE, "undone");
            undone.setRollbackOnly();
        });
        assertThat(limiter.forget(Limit.SIGN_IN_PLACE, "undone")).isEqualTo(1);
    }

    /** From a hundred thousand places at once. What is counted still counts, and no more than so many rows are kept. */
    @Test
    void aCrowdFillsNothing() {
        long soon = clock.millis() + Duration.ofMinutes(15).toMillis();
        rows.batchUpdate(
                "INSERT INTO attempt (id, tries, free_at, expires_at) VALUES (?, 1, 0, ?)",
                java.util.stream.IntStream.range(0, Limiter.MOST - 500)
                        .mapToObj(i -> new Object[] {UUID.randomUUID(), soon})
                        .toList());
        Limiter limiter = nodes().get(0);
        for (int i = 0; i < Attack.rounds(4_000, 100_000); i++) {
            limiter.count(Limit.SIGN_IN_PLACE, "place" + i);
        }
        for (int i = 0; i < 5; i++) {
            limiter.count(Limit.SIGN_IN_NAME, "claire");
        }
        assertThat(limiter.waitOf(Limit.SIGN_IN_NAME, "claire")).isPositive();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM attempt").query(Integer.class).single())
                .isLessThan(Limiter.MOST + 1_000 + 8 * 4_096);
        assertThat(size()).as("bytes").isLessThan(10L << 20);
        jdbc.sql("UPDATE attempt SET expires_at = 1").update();
        limiter.prune();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM attempt").query(Integer.class).single())
                .isZero();
    }

    /** Overridden where the database can be asked: H2 in memory cannot. */
    long size() {
        return 0;
    }

    @Test
    void addressesAreCountedBySubscriber() {
        assertThat(Place.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Place.of("2001:0db8:0001:0002:ffff::1"))
                .isNotEqualTo(Place.of("2001:db8:1:3::1"));
        assertThat(Place.of("::ffff:192.0.2.1")).as("IPv4 in other clothes").isEqualTo(Place.of("192.0.2.1"));
        assertThat(Place.of("[2001:db8::1]:443")).isEqualTo(Place.of("2001:db8::2"));
        assertThat(Place.of("a:b:not an address")).isEqualTo("?");
    }
}
