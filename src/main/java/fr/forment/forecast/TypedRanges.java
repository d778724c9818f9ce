package fr.forment.forecast;

import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The form as people filled it in: « 12,5 % », « 0.5 », « 15 ». */
public record TypedRanges(Map<String, String> fields) {

    /** Longer ones are not repeated in the refusal. */
    private static final int SHOWN = 40;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:[.,]\\d)?");

    public static String name(Assumption of, Scenario scenario) {
        return of.name() + "." + scenario.name();
    }

    /** What stands in a field: as it was typed, else what is in force. */
    public String shown(Assumption of, Scenario scenario, Range standing) {
        String typed = fields.get(name(of, scenario));
        return typed != null ? typed : Supposed.text(standing.of(scenario)) + (of.isShare() ? " %" : "");
    }

    /** @throws Refusal naming the field that cannot be read, and how to write it */
    public Map<Assumption, Range> read() {
        Map<Assumption, Range> read = new EnumMap<>(Assumption.class);
        for (Assumption each : Assumption.values()) {
            Range range = new Range(
                    number(each, Scenario.LOW, "basse"),
                    number(each, Scenario.CENTRAL, "centrale"),
                    number(each, Scenario.HIGH, "haute"));
            refuseUnlessOrdered(each, range);
            read.put(each, range);
        }
        return read;
    }

    private static void refuseUnlessOrdered(Assumption of, Range range) {
        int first = range.low().compareTo(range.central());
        int second = range.central().compareTo(range.high());
        boolean ordered = of.isFalling() ? first >= 0 && second >= 0 : first <= 0 && second <= 0;
        if (!ordered) {
            throw new Refusal("« " + of.label() + " » : "
                    + (of.isFalling()
                            ? "le grand groupe fait la charge basse, les trois valeurs vont en diminuant."
                            : "les trois valeurs vont de la plus basse à la plus haute."));
        }
    }

    /**
     * What this person changed, seen from the page that was shown: where somebody else wrote meanwhile, the rest shows
     * what stands now, so that sending again undoes nothing.
     */
    public TypedRanges changedFrom(String shown) {
        Map<Assumption, Range> read;
        try {
            read = read();
        } catch (Refusal unreadable) {
            return this;
        }
        Map<String, String> before = Shown.read(shown).words();
        Map<String, String> changed = new HashMap<>(fields);
        read.forEach((each, range) -> {
            if (Supposed.told(each, range).equals(before.get(each.label()))) {
                for (Scenario scenario : Scenario.values()) {
                    changed.remove(name(each, scenario));
                }
            }
        });
        return new TypedRanges(changed);
    }

    private BigDecimal number(Assumption of, Scenario scenario, String called) {
        String typed = Typed.text(fields.getOrDefault(name(of, scenario), ""));
        String plain = typed.replace('\u00a0', ' ').replace('\u202f', ' ');
        String number = (plain.endsWith("%") ? plain.substring(0, plain.length() - 1) : plain).strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new Refusal("« " + of.label() + " », valeur " + called + " : "
                    + (typed.isEmpty()
                            ? "il manque un nombre"
                            : typed.length() > SHOWN
                                    ? "ce texte n'est pas un nombre"
                                    : "« " + typed + " » n'est pas un nombre")
                    + ". Écrivez par exemple "
                    + (of.isShare() ? "12,5 %." : "1,5."));
        }
        BigDecimal value = new BigDecimal(number.replace(',', '.'));
        if (value.compareTo(of.most()) > 0 || of == Assumption.GROUP && value.compareTo(BigDecimal.ONE) < 0) {
            throw new Refusal("« " + of.label() + " », valeur " + called + " : écrivez un nombre de "
                    + (of == Assumption.GROUP ? "1" : "0") + " à " + of.most().toPlainString()
                    + (of.isShare() ? " %." : "."));
        }
        return value;
    }
}
