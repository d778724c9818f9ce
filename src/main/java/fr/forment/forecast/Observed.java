package fr.forment.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Who arrived within the last year, among so many people. */
public record Observed(int arrived, int people) {

    /** Of fewer a share says nothing. */
    private static final int FEWEST_ARRIVED = 5;

    private static final int FEWEST_PEOPLE = 30;
    /** More is a first import of a list, no turnover. */
    private static final int MOST_PERCENT = 40;

    private static final BigDecimal A_THIRD_LESS = new BigDecimal("0.7");
    private static final BigDecimal A_THIRD_MORE = new BigDecimal("1.3");

    /**
     * Of these people, those with a training that is to be followed again, year by year, 30 % less and 30 % more around
     * it; empty where no training is.
     */
    static List<Range> renewal(List<Integer> due, int people) {
        return people < FEWEST_PEOPLE || due.stream().allMatch(each -> each == 0)
                ? List.of()
                : due.stream().map(each -> renewal(each, people)).toList();
    }

    private static Range renewal(int due, int people) {
        BigDecimal share = BigDecimal.valueOf(due * 100L).divide(BigDecimal.valueOf(people), 1, RoundingMode.HALF_UP);
        return new Range(
                share.multiply(A_THIRD_LESS).setScale(1, RoundingMode.HALF_UP),
                share,
                share.multiply(A_THIRD_MORE).setScale(1, RoundingMode.HALF_UP).min(BigDecimal.valueOf(100)));
    }

    /** The share seen as the central value, 30 % less and 30 % more around it; empty where it would say nothing. */
    public Optional<Range> turnover() {
        if (people < FEWEST_PEOPLE || arrived < FEWEST_ARRIVED || arrived * 100 > people * MOST_PERCENT) {
            return Optional.empty();
        }
        BigDecimal seen =
                BigDecimal.valueOf(arrived * 100L).divide(BigDecimal.valueOf(people), 1, RoundingMode.HALF_UP);
        return Optional.of(new Range(
                seen.multiply(A_THIRD_LESS).setScale(1, RoundingMode.HALF_UP),
                seen,
                seen.multiply(A_THIRD_MORE).setScale(1, RoundingMode.HALF_UP)));
    }
}
