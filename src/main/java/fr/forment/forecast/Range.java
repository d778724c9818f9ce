package fr.forment.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** One value for the low load, one for the central, one for the high. */
public record Range(BigDecimal low, BigDecimal central, BigDecimal high) {

    /** To one decimal. @param some at least one */
    static Range mean(List<Range> some) {
        return new Range(mean(some, Range::low), mean(some, Range::central), mean(some, Range::high));
    }

    private static BigDecimal mean(List<Range> some, Function<Range, BigDecimal> of) {
        return some.stream()
                .map(of)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(some.size()), 1, RoundingMode.HALF_UP);
    }

    public BigDecimal of(Scenario scenario) {
        return switch (scenario) {
            case LOW -> low;
            case CENTRAL -> central;
            case HIGH -> high;
        };
    }
}
