package fr.forment.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.ToDoubleFunction;

/** What is told of a year. */
public enum Measure {
    PEOPLE("Personnes à former", YearLoad::people),
    TRAINER_DAYS("Jours de formateur", YearLoad::trainerDays),
    REPLACED("Demi-journées à remplacer", YearLoad::replaced),
    ROOMS("Demi-journées de salle", YearLoad::sessions);

    private final String label;
    private final ToDoubleFunction<YearLoad> of;

    Measure(String label, ToDoubleFunction<YearLoad> of) {
        this.label = label;
        this.of = of;
    }

    public String label() {
        return label;
    }

    /** To a tenth: sums are made of what is shown. */
    BigDecimal of(YearLoad load) {
        return BigDecimal.valueOf(of.applyAsDouble(load)).setScale(1, RoundingMode.HALF_UP);
    }
}
