package fr.forment.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts answers that wait into lots of at least {@link #FEWEST} people. A lot is made once and never changes; a figure
 * adds up whole lots (see {@link Published}). Whatever two figures are compared, of whatever sessions and days, they
 * then differ by whole lots: by nobody, or by at least five people.
 */
public final class Lots {

    /** Fewest people of whom anything is shown. */
    public static final int FEWEST = 5;

    /**
     * Answers that are in no lot yet.
     *
     * @param closed nobody can answer any more
     * @param groups with whom its last answers may be read once it is closed, nearest first; as many for all
     * @param asked ids of all who were asked
     */
    record Waiting(Followed followed, int answers, boolean closed, List<String> groups, Set<Long> asked) {}

    private Lots() {}

    /**
     * What is read together from now on: all answers that wait for each of a set. What is in none goes on waiting,
     * perhaps for ever. Nobody is asked twice within one set: five answers are five people.
     */
    static List<Set<Followed>> of(Collection<Waiting> waiting) {
        List<Set<Followed>> lots = new ArrayList<>();
        List<Waiting> left = new ArrayList<>();
        for (Waiting one : waiting) {
            if (one.answers() >= FEWEST) {
                lots.add(Set.of(one.followed()));
            } else if (one.closed() && one.answers() > 0) {
                left.add(one);
            }
        }
        int levels = left.stream().mapToInt(one -> one.groups().size()).max().orElse(0);
        for (int level = 0; level < levels; level++) {
            int at = level;
            Map<String, List<Waiting>> groups = left.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.groups().get(at), LinkedHashMap::new, Collectors.toList()));
            for (List<Waiting> group : groups.values()) {
                List<Waiting> together = strangers(group);
                if (together.stream().mapToInt(Waiting::answers).sum() >= FEWEST) {
                    lots.add(together.stream().map(Waiting::followed).collect(Collectors.toSet()));
                    left.removeAll(together);
                }
            }
        }
        return lots;
    }

    /** As many as nobody was asked in two of. */
    private static List<Waiting> strangers(List<Waiting> group) {
        List<Waiting> together = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (Waiting one : group) {
            if (one.asked().stream().noneMatch(known::contains)) {
                together.add(one);
                known.addAll(one.asked());
            }
        }
        return together;
    }
}
