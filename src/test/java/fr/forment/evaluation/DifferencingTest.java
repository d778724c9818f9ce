package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever two figures are subtracted from one another, added up before or not, before or after one more answer, fewer
 * than five people never come out. All figures that could be asked for, by brute force: each choice of four sessions
 * (so each session, module, zone, trainer, vague, and all their crossings and unions) after each answer and each
 * closing.
 */
class DifferencingTest {

    private static final int SESSIONS = 4;
    private static final int MOST = 6;
    private static final int CHOICES = 1 << SESSIONS;

    /** Modules A A B B, trainers 1 2 1 2, vagues I I I II: what is left over is read with its nearest. */
    private static final List<List<String>> GROUPS = List.of(
            List.of("A/I/1", "A/I", "A"),
            List.of("A/I/2", "A/I", "A"),
            List.of("B/I/1", "B/I", "B"),
            List.of("B/II/2", "B/II", "B"));

    /** Follows a world in which answers come one by one; remembers the people behind each figure ever shown. */
    private static class World {

        final boolean careful;
        final int[] people;
        final List<Integer> sessionOf = new ArrayList<>();
        final List<UUID> lotOf = new ArrayList<>();
        final boolean[] closed = new boolean[SESSIONS];
        final Set<Long> shown = new LinkedHashSet<>();
        final List<Set<Long>> asked = new ArrayList<>();
        Published published;

        /** @param people of each answer, in the order of {@link #sessionOf}: the same number, the same person */
        World(boolean careful, int[] people, List<Set<Long>> asked) {
            this.careful = careful;
            this.people = people;
            this.asked.addAll(asked);
        }

        void answer(int session) {
            sessionOf.add(session);
            lotOf.add(null);
            look();
        }

        void close(int session) {
            closed[session] = true;
            look();
        }

        private void look() {
            publish();
            published = new Published(IntStream.range(0, sessionOf.size())
                    .filter(i -> lotOf.get(i) != null)
                    .mapToObj(i -> new Published.Cell(
                            lotOf.get(i),
                            Followed.session(sessionOf.get(i)),
                            1,
                            new int[] {1, asksMore(sessionOf.get(i)) ? 1 : 0},
                            new double[] {0, 0}))
                    .toList());
            for (int choice = 1; choice < CHOICES; choice++) {
                shown.add(figure(choice));
                if (careful) {
                    shown.add(ofQuestion(choice));
                }
            }
        }

        private void publish() {
            List<Lots.Waiting> waiting = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                int its = session;
                int free = (int) IntStream.range(0, sessionOf.size())
                        .filter(i -> sessionOf.get(i) == its && lotOf.get(i) == null)
                        .count();
                waiting.add(new Lots.Waiting(
                        Followed.session(session), free, closed[session], GROUPS.get(session), asked.get(session)));
            }
            for (Set<Followed> lot : Lots.of(waiting)) {
                UUID id = UUID.randomUUID();
                for (int i = 0; i < sessionOf.size(); i++) {
                    if (lotOf.get(i) == null && lot.contains(Followed.session(sessionOf.get(i)))) {
                        lotOf.set(i, id);
                    }
                }
            }
        }

        /** The answers a figure is made of, one bit each; none: not shown. */
        private long figure(int choice) {
            Set<Followed> chosen = new HashSet<>();
            for (int session = 0; session < SESSIONS; session++) {
                if ((choice >> session & 1) == 1) {
                    chosen.add(Followed.session(session));
                }
            }
            long naive = 0;
            for (int i = 0; i < sessionOf.size(); i++) {
                naive |= chosen.contains(Followed.session(sessionOf.get(i))) ? 1L << i : 0;
            }
            if (!careful) {
                return Long.bitCount(naive) < Lots.FEWEST ? 0 : naive;
            }
            Set<UUID> lots = published.within(chosen);
            long figure = 0;
            for (int i = 0; i < sessionOf.size(); i++) {
                figure |= lotOf.get(i) != null && lots.contains(lotOf.get(i)) ? 1L << i : 0;
            }
            assertThat(published.answers(chosen)).isEqualTo(Long.bitCount(figure));
            return figure;
        }

        /** Every other session was asked one question more, in another version of the questionnaire. */
        private static boolean asksMore(int session) {
            return session % 2 == 0;
        }

        /** The answers behind the mean of that question: its base is read too. */
        private long ofQuestion(int choice) {
            Set<Followed> chosen = new HashSet<>();
            for (int session = 0; session < SESSIONS; session++) {
                if ((choice >> session & 1) == 1) {
                    chosen.add(Followed.session(session));
                }
            }
            Set<UUID> lots = published.within(chosen);
            Set<UUID> silent = new HashSet<>();
            for (int i = 0; i < sessionOf.size(); i++) {
                if (!asksMore(sessionOf.get(i))) {
                    silent.add(lotOf.get(i));
                }
            }
            long figure = 0;
            for (int i = 0; i < sessionOf.size(); i++) {
                UUID lot = lotOf.get(i);
                figure |= lot != null && lots.contains(lot) && !silent.contains(lot) ? 1L << i : 0;
            }
            assertThat(published.base(1, chosen)).isEqualTo(Long.bitCount(figure));
            return figure;
        }

        /** How many differences of two figures, or of sums of figures, are of one to four people. */
        int leaks() {
            int leaks = 0;
            List<Long> all = new ArrayList<>(shown);
            for (long one : all) {
                for (long other : all) {
                    leaks += isTold(one & ~other) ? 0 : 1;
                    leaks += isTold(one | other) ? 0 : 1;
                    leaks += isTold(one & other) ? 0 : 1;
                }
            }
            return leaks + sums(all);
        }

        /**
         * Any sum of figures, each taken as often as one likes, gives the same weight to answers that stand in the same
         * figures: so no sum tells them apart, and each such group must be of five people, or in no figure at all.
         */
        private int sums(List<Long> all) {
            Map<BitSet, Long> groups = new HashMap<>();
            for (int i = 0; i < sessionOf.size(); i++) {
                BitSet stands = new BitSet();
                for (int figure = 0; figure < all.size(); figure++) {
                    stands.set(figure, (all.get(figure) >> i & 1) == 1);
                }
                groups.merge(stands, 1L << i, (a, b) -> a | b);
            }
            return (int) groups.entrySet().stream()
                    .filter(group -> !group.getKey().isEmpty() && !isTold(group.getValue()))
                    .count();
        }

        private boolean isTold(long answers) {
            if (answers == 0) {
                return true;
            }
            long persons = 0;
            for (long rest = answers; rest != 0; rest &= rest - 1) {
                persons |= 1L << people[Long.numberOfTrailingZeros(rest)];
            }
            return Long.bitCount(persons) >= Lots.FEWEST;
        }
    }

    private static final List<Set<Long>> STRANGERS = List.of(
            Set.of(0L, 1L, 2L, 3L, 4L, 5L, 6L),
            Set.of(10L, 11L, 12L, 13L, 14L, 15L, 16L),
            Set.of(20L, 21L, 22L, 23L, 24L, 25L, 26L),
            Set.of(30L, 31L, 32L, 33L, 34L, 35L, 36L));

    /** One after the other, or in turn; then closed, from the first or from the last. */
    private static World run(boolean careful, int[] counts, boolean inTurn, boolean backwards, List<Set<Long>> asked) {
        List<Integer> order = new ArrayList<>();
        for (int round = 0; round < (inTurn ? MOST : 1); round++) {
            for (int session = 0; session < SESSIONS; session++) {
                for (int i = 0; i < counts[session]; i++) {
                    if (!inTurn || i == round) {
                        order.add(session);
                    }
                }
            }
        }
        int[] seen = new int[SESSIONS];
        int[] people = order.stream()
                .mapToInt(session -> asked.get(session).stream()
                        .sorted()
                        .toList()
                        .get(seen[session]++)
                        .intValue())
                .toArray();
        World world = new World(careful, people, asked);
        order.forEach(world::answer);
        for (int i = 0; i < SESSIONS; i++) {
            world.close(backwards ? SESSIONS - 1 - i : i);
        }
        return world;
    }

    private static List<int[]> allCounts() {
        List<int[]> all = new ArrayList<>();
        for (int code = 0; code < Math.pow(MOST + 1, SESSIONS); code++) {
            int rest = code;
            int[] counts = new int[SESSIONS];
            for (int i = 0; i < SESSIONS; i++) {
                counts[i] = rest % (MOST + 1);
                rest /= MOST + 1;
            }
            all.add(counts);
        }
        return all;
    }

    @Test
    void noDifferenceOfFiguresIsOfFewerThanFivePeople() {
        int worlds = 0;
        int figures = 0;
        for (int[] counts : allCounts()) {
            for (int way = 0; way < 4; way++) {
                World world = run(true, counts, (way & 1) == 1, (way & 2) == 2, STRANGERS);
                assertThat(world.leaks())
                        .as(Arrays.toString(counts) + " way " + way)
                        .isZero();
                worlds++;
                figures += world.shown.size();
            }
        }
        assertThat(worlds).isEqualTo(9_604);
        assertThat(figures).as("something is shown").isGreaterThan(worlds);
    }

    @Test
    void peopleWhoFollowSeveralSessionsCountOnce() {
        List<Set<Long>> sharing = List.of(
                Set.of(0L, 1L, 2L, 3L, 4L, 5L, 6L),
                Set.of(0L, 1L, 12L, 13L, 14L, 15L, 16L),
                Set.of(0L, 1L, 2L, 3L, 4L, 5L, 6L),
                Set.of(30L, 31L, 32L, 33L, 34L, 35L, 36L));
        for (int[] counts : allCounts()) {
            assertThat(run(true, counts, true, false, sharing).leaks())
                    .as(Arrays.toString(counts))
                    .isZero();
        }
    }

    /** The proof that this test can fail: five answers a figure, and nothing more, was the rule before. */
    @Test
    void theThresholdAloneLeaks() {
        long leaking = allCounts().stream()
                .filter(counts -> run(false, counts, true, false, STRANGERS).leaks() > 0)
                .count();
        assertThat(leaking).isGreaterThan(1_500);
    }

    @Test
    void whatIsLeftOfClosedSessionsIsReadWithTheNearest() {
        World world = run(true, new int[] {3, 2, 6, 1}, false, false, STRANGERS);
        long shown = world.figure(0b0011);
        assertThat(Long.bitCount(shown)).as("both sessions of module A").isEqualTo(5);
        assertThat(world.figure(0b0001)).as("one of them").isZero();
        assertThat(Long.bitCount(world.figure(0b0100)))
                .as("the first five of six")
                .isEqualTo(5);
        assertThat(Long.bitCount(world.figure(0b1111)))
                .as("two stay unread for ever")
                .isEqualTo(10);
    }
}
