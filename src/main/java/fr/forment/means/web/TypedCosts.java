package fr.forment.means.web;

import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.means.CostKind;
import fr.forment.means.Money;
import fr.forment.means.OwnCost;
import fr.forment.means.PlanCosts;
import fr.forment.means.PriceSheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * Prices as they stand in the fields of the page: what a refusal must not lose.
 *
 * @param prices of the kinds the page shows, as typed
 * @param own lines that people add
 */
record TypedCosts(Map<CostKind, String> prices, List<Line> own) {

    private static final int SPARE = 3;

    record Line(String label, String quantity, String price) {

        private boolean isEmpty() {
            return label.isEmpty() && quantity.isEmpty() && price.isEmpty();
        }
    }

    /** As they are kept. */
    static TypedCosts of(PlanCosts costs) {
        Map<CostKind, String> prices = new EnumMap<>(CostKind.class);
        costs.lines().forEach(line -> prices.put(line.kind(), Money.plain(line.cents())));
        return new TypedCosts(prices, lines(costs.own()));
    }

    static TypedCosts of(MultiValueMap<String, String> sent) {
        Map<CostKind, String> prices = new EnumMap<>(CostKind.class);
        for (CostKind kind : CostKind.values()) {
            if (sent.containsKey(kind.name())) {
                prices.put(kind, Typed.text(sent.getFirst(kind.name())));
            }
        }
        List<Line> own = new ArrayList<>();
        for (int n = 0; n < sent.getOrDefault("intitule", List.of()).size(); n++) {
            own.add(new Line(at(sent, "intitule", n), at(sent, "quantite", n), at(sent, "prix", n)));
        }
        own.removeIf(Line::isEmpty);
        return new TypedCosts(prices, own);
    }

    /** The same, with what now stands wherever the page is as it was shown. */
    TypedCosts over(Shown seen, PriceSheet now) {
        Map<CostKind, String> merged = new EnumMap<>(CostKind.class);
        prices.forEach((kind, typed) -> merged.put(
                kind,
                seen.says(kind.label(), told(typed, kind))
                        ? Money.plain(now.prices().get(kind))
                        : typed));
        return new TypedCosts(merged, seen.says(PriceSheet.OWN, toldOwn()) ? lines(now.own()) : own);
    }

    /** As pages show it; as typed where it cannot be read. */
    private static String told(String typed, CostKind kind) {
        try {
            Long cents = Money.cents(typed, kind.label());
            return cents == null ? null : Money.of(cents);
        } catch (Refusal unreadable) {
            return typed;
        }
    }

    private String toldOwn() {
        try {
            return PriceSheet.told(readOwn());
        } catch (Refusal unreadable) {
            return own.toString();
        }
    }

    private static List<Line> lines(List<OwnCost> own) {
        return own.stream()
                .map(line -> new Line(line.label(), String.valueOf(line.quantity()), Money.plain(line.cents())))
                .toList();
    }

    private static String at(MultiValueMap<String, String> sent, String name, int n) {
        List<String> values = sent.getOrDefault(name, List.of());
        return n < values.size() ? Typed.text(values.get(n)) : "";
    }

    /** With room for more. */
    public List<Line> rows() {
        List<Line> rows = new ArrayList<>(own);
        for (int n = 0; n < SPARE; n++) {
            rows.add(new Line("", "", ""));
        }
        return rows;
    }

    public String price(CostKind kind) {
        return prices.getOrDefault(kind, "");
    }

    /** @param kept prices of kinds that the page does not show stay as they are */
    Map<CostKind, Long> over(Map<CostKind, Long> kept) {
        Map<CostKind, Long> read = new EnumMap<>(CostKind.class);
        read.putAll(kept);
        prices.forEach((kind, typed) -> {
            Long cents = Money.cents(typed, kind.label());
            if (cents == null) {
                read.remove(kind);
            } else {
                read.put(kind, cents);
            }
        });
        return read;
    }

    List<OwnCost> readOwn() {
        return own.stream()
                .map(line -> {
                    String name = line.label().isEmpty() ? "Ligne sans intitulé" : "« " + line.label() + " »";
                    Long cents = Money.cents(line.price(), name);
                    if (cents == null) {
                        throw new Refusal(name + " : indiquez le prix d'une unité.");
                    }
                    return new OwnCost(
                            line.label(),
                            Typed.number(line.quantity())
                                    .orElseThrow(() -> new Refusal(name + " : la quantité est un nombre entier.")),
                            cents);
                })
                .toList();
    }
}
