package fr.forment.forecast;

import fr.forment.french.French;
import java.math.BigDecimal;
import java.util.Collection;

/** From the least to the most of the three loads; with more newcomers fewer stay to be trained anew. */
public record Band(BigDecimal low, BigDecimal central, BigDecimal high) {

    public static final Band NONE = new Band(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static Band of(BigDecimal low, BigDecimal central, BigDecimal high) {
        return new Band(low.min(central).min(high), central, low.max(central).max(high));
    }

    /** Lows with lows and highs with highs: wider than what will be, for not all go wrong at once. */
    public static Band sum(Collection<Band> some) {
        return some.stream()
                .reduce(
                        NONE,
                        (one, other) -> new Band(
                                one.low.add(other.low), one.central.add(other.central), one.high.add(other.high)));
    }

    public static String told(BigDecimal value) {
        return French.number(value.stripTrailingZeros());
    }

    public String lowTold() {
        return told(low);
    }

    public String centralTold() {
        return told(central);
    }

    public String highTold() {
        return told(high);
    }
}
