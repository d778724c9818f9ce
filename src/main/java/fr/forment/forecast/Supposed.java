package fr.forment.forecast;

import fr.forment.engine.Shown;
import fr.forment.french.French;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What stands for one circonscription.
 *
 * @param typed what its team wrote
 * @param seen what was observed, where it says something
 */
public record Supposed(Map<Assumption, Range> typed, Map<Assumption, Range> seen) {

    /** Where a value comes from. */
    public enum Origin {
        TYPED("saisi par l'équipe"),
        SEEN("observé sur douze mois"),
        COUNTED("compté d'après la validité des formations"),
        OWN("valeur de départ de FormENT");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Origin origin(Assumption of) {
        return typed.containsKey(of)
                ? Origin.TYPED
                : !seen.containsKey(of) ? Origin.OWN : of == Assumption.RENEWAL ? Origin.COUNTED : Origin.SEEN;
    }

    public Range range(Assumption of) {
        return typed.getOrDefault(of, seen.getOrDefault(of, of.own()));
    }

    public Map<Assumption, Range> all() {
        Map<Assumption, Range> all = new EnumMap<>(Assumption.class);
        for (Assumption each : Assumption.values()) {
            all.put(each, range(each));
        }
        return all;
    }

    /** What a form shows of it. */
    public Shown shown() {
        Shown shown = Shown.of();
        for (Assumption each : Assumption.values()) {
            shown = shown.with(each.label(), told(each, range(each)));
        }
        return shown;
    }

    /** « 8 – 12 – 18 % » */
    public static String told(Assumption of, Range range) {
        return text(range.low()) + " – " + text(range.central()) + " – " + text(range.high())
                + (of.isShare() ? " %" : "");
    }

    /** As people write it: « 12,5 ». */
    public static String text(BigDecimal value) {
        return French.number(value.stripTrailingZeros());
    }
}
