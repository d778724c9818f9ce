package fr.forment.means;

import fr.forment.engine.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prices and added lines of one version, as they are kept. @param prices in cents; no entry while nobody said */
public record PriceSheet(Map<CostKind, Long> prices, List<OwnCost> own) {

    public PriceSheet {
        prices = Map.copyOf(prices);
        own = List.copyOf(own);
    }

    /** What a page shows of it. */
    public Shown shown() {
        return Shown.of("Prix et coûts", told());
    }

    /** « Heures de formateur 45,00 € ; Visio 2 × 12,30 € ». */
    String told() {
        List<String> parts = new ArrayList<>();
        for (CostKind kind : CostKind.values()) {
            if (prices.containsKey(kind)) {
                parts.add(kind.label() + " " + Money.of(prices.get(kind)));
            }
        }
        own.forEach(line -> parts.add(line.label() + " " + line.quantity() + " × " + Money.of(line.cents())));
        return parts.isEmpty() ? "aucun prix" : String.join(" ; ", parts);
    }
}
