package fr.forment.forecast;

import java.math.BigDecimal;

/** One value for the low load, one for the central, one for the high. */
public record Range(BigDecimal low, BigDecimal central, BigDecimal high) {

    public BigDecimal of(Scenario scenario) {
        return switch (scenario) {
            case LOW -> low;
            case CENTRAL -> central;
            case HIGH -> high;
        };
    }
}
