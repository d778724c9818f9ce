package fr.forment.means;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a version costs at the prices kept with it.
 *
 * @param lines counted from the means; only kinds of which the plan takes something
 * @param own what people added
 */
public record PlanCosts(List<Line> lines, List<OwnCost> own) {

    /** @param cents of one unit; null while nobody said */
    public record Line(CostKind kind, double quantity, Long cents) {

        /** Null without a price. */
        public Long total() {
            return cents == null ? null : Math.round(quantity * cents);
        }
    }

    public static PlanCosts of(PlanMeans means, PriceSheet sheet) {
        return new PlanCosts(
                Arrays.stream(CostKind.values())
                        .map(kind -> new Line(
                                kind, kind.quantity(means), sheet.prices().get(kind)))
                        .filter(line -> line.quantity() > 0)
                        .toList(),
                sheet.own());
    }

    /** In cents; of what has a price. */
    public long total() {
        return lines.stream()
                        .map(Line::total)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum()
                + own.stream().mapToLong(OwnCost::total).sum();
    }

    /** Somebody said a price: there is something to add up. */
    public boolean isPriced() {
        return !own.isEmpty() || lines.stream().anyMatch(line -> line.cents() != null);
    }

    /** Lines that the total leaves out. */
    public long unpriced() {
        return lines.stream().filter(line -> line.cents() == null).count();
    }
}
