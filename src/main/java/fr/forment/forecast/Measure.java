package fr.forment.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.ToDoubleFunction;

/** What is told of a year. */
public enum Measure {
    PEOPLE("Personnes à former", 0, YearLoad::people),
    TRAINER_DAYS("Jours de formateur", 1, YearLoad::trainerDays),
    REPLACED("Demi-journées à remplacer", 1, YearLoad::replaced),
    ROOMS("Demi-journées de salle", 1, YearLoad::sessions);

    private final String label;
    private final int decimals;
    private final ToDoubleFunction<YearLoad> of;

    Measure(String label, int decimals, ToDoubleFunction<YearLoad> of) {
        this.label = label;
        this.decimals = decimals;
        this.of = of;
    }

    public String label() {
        return label;
    }

    /** People whole, all else to a tenth: sums are made of what is shown. */
    BigDecimal of(YearLoad load) {
        return BigDecimal.valueOf(of.applyAsDouble(load)).setScale(decimals, RoundingMode.HALF_UP);
    }
}
