package fr.forment.french;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a form in Tasklist lets people choose among, as its {@code valuesExpression} takes it apart: « 12=Salle des
 * fêtes, Redon;13=Mairie, Bruz ». Whole entries only, the first of those that fit the 4,000 characters of a variable:
 * one more fails the step, and a process stands still for a long list.
 */
public final class FormChoices {

    /** Characters: what the engine keeps of a text. */
    private static final int LONGEST = 4000;

    private static final Pattern SIGNS = Pattern.compile("[;=]");

    private FormChoices() {}

    /** @param value sent back by the form @param label read by people; both may not be told apart by « ; » and « = » */
    public static <T> String of(Collection<T> all, Function<T, ?> value, Function<T, String> label) {
        StringBuilder choices = new StringBuilder();
        for (T each : all) {
            String entry = (choices.isEmpty() ? "" : ";") + value.apply(each) + "="
                    + SIGNS.matcher(Objects.toString(label.apply(each), "")).replaceAll(" ");
            if (choices.length() + entry.length() > LONGEST) {
                return choices.toString();
            }
            choices.append(entry);
        }
        return choices.toString();
    }

    /** The same of values and their labels, in order. */
    public static String of(Map<String, String> labels) {
        return of(labels.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
    }
}
