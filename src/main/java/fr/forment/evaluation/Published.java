package fr.forment.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be read of the answers to one questionnaire: whole lots, and of a choice of sessions (one, a module's, a
 * trainer's, a vague's, any filter) only those lots that lie in it with all their answers.
 */
final class Published {

    /**
     * The answers of one lot about one thing that was followed.
     *
     * @param given how many were asked each question and could answer it
     * @param counted how many of these say something of what the figure is of: of a use, those whose ENT is open
     * @param sums of what they answered
     */
    record Cell(UUID lot, Followed followed, int answers, int[] given, int[] counted, double[] sums) {

        /** Of questions that count everybody who answers. */
        Cell(UUID lot, Followed followed, int answers, int[] given, double[] sums) {
            this(lot, followed, answers, given, given, sums);
        }
    }

    private final Map<UUID, List<Cell>> lots;
    private final Map<UUID, Set<Followed>> places = new HashMap<>();

    /** @param cells all of each lot */
    Published(Collection<Cell> cells) {
        lots = cells.stream().collect(Collectors.groupingBy(Cell::lot));
        lots.forEach(
                (lot, its) -> places.put(lot, its.stream().map(Cell::followed).collect(Collectors.toSet())));
    }

    /** The lots that lie within. */
    Set<UUID> within(Set<Followed> choice) {
        return lots.keySet().stream()
                .filter(lot -> choice.containsAll(places.get(lot)))
                .collect(Collectors.toSet());
    }

    /** What the answers that may be read of it are about. @param but lots that lie in this are left out */
    Set<Followed> followed(Set<Followed> choice, Set<Followed> but) {
        Set<UUID> left = within(choice);
        left.removeAll(within(but));
        return left.stream().flatMap(lot -> places.get(lot).stream()).collect(Collectors.toSet());
    }

    /** What the mean of a question is of. */
    Set<Followed> followed(int question, Set<Followed> choice) {
        return asking(question, choice).map(Cell::followed).collect(Collectors.toSet());
    }

    int answers(Set<Followed> choice) {
        return within(choice).stream()
                .flatMap(lot -> lots.get(lot).stream())
                .mapToInt(Cell::answers)
                .sum();
    }

    /**
     * Empty where nothing may be read. A lot in which somebody was not asked that question (another version of the
     * questionnaire), or in which it counts for fewer than five, says nothing of it: two figures of one question are
     * then of the same people, or of five more.
     */
    OptionalDouble mean(int question, Set<Followed> choice) {
        int given = base(question, choice);
        return given == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(asking(question, choice)
                                .mapToDouble(cell -> cell.sums()[question])
                                .sum()
                        / given);
    }

    /** Answers that count, in the lots in which everybody was asked that question. */
    int base(int question, Set<Followed> choice) {
        return asking(question, choice)
                .mapToInt(cell -> cell.counted()[question])
                .sum();
    }

    /** Everybody in the choice was asked that question, so its mean is of the same people as that of the others. */
    boolean isOfAll(int question, Set<Followed> choice) {
        return base(question, choice) == answers(choice);
    }

    private Stream<Cell> asking(int question, Set<Followed> choice) {
        return within(choice).stream()
                .map(lots::get)
                .filter(cells -> cells.stream().allMatch(cell -> cell.given()[question] == cell.answers()))
                .filter(cells -> cells.stream()
                                .mapToInt(cell -> cell.counted()[question])
                                .sum()
                        >= Lots.FEWEST)
                .flatMap(List::stream);
    }

    static Published nothing() {
        return new Published(Collections.emptyList());
    }
}
