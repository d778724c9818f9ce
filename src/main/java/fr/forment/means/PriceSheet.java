package fr.forment.means;

import fr.forment.engine.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prices and added lines of one version, as they are kept. @param prices in cents; no entry while nobody said */
public record PriceSheet(Map<CostKind, Long> prices, List<OwnCost> own) {

    /** How the page calls the lines that people add. */
    public static final String OWN = "Lignes ajoutées";

    public PriceSheet {
        prices = Map.copyOf(prices);
        own = List.copyOf(own);
    }

    /** What a page shows of it. */
    public Shown shown() {
        Shown shown = Shown.of(OWN, told(own));
        for (CostKind kind : CostKind.values()) {
            shown = shown.with(kind.label(), prices.containsKey(kind) ? Money.of(prices.get(kind)) : null);
        }
        return shown;
    }

    /** « Visio 2 × 12,30 € ; Salle 1 × 80,00 € ». */
    public static String told(List<OwnCost> own) {
        return own.stream()
                .map(line -> line.label() + " " + line.quantity() + " × " + Money.of(line.cents()))
                .collect(Collectors.joining(" ; "));
    }

    /** « Heures de formateur 45,00 € ; Visio 2 × 12,30 € ». */
    String told() {
        List<String> parts = new ArrayList<>();
        for (CostKind kind : CostKind.values()) {
            if (prices.containsKey(kind)) {
                parts.add(kind.label() + " " + Money.of(prices.get(kind)));
            }
        }
        if (!own.isEmpty()) {
            parts.add(told(own));
        }
        return parts.isEmpty() ? "aucun prix" : String.join(" ; ", parts);
    }
}
