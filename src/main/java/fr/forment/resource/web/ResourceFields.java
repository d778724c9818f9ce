package fr.forment.resource.web;

import fr.forment.files.CsvDates;
import fr.forment.french.Refusal;
import java.time.LocalDate;

/** Fields of these forms as people type them; an empty one is null. */
final class ResourceFields {

    private ResourceFields() {}

    static LocalDate day(String typed, String field) {
        return typed.isBlank()
                ? null
                : CsvDates.read(typed.strip())
                        .orElseThrow(() ->
                                new Refusal("Cette date ne se lit pas : écrivez-la par exemple 14/01/2027.", field));
    }

    static Integer number(String typed, String what, String field) {
        String text = typed.replaceAll("[\\s\\p{Z}]", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,6}")) {
            throw new Refusal(what + " s'écrit en chiffres, par exemple 20.", field);
        }
        return Integer.valueOf(text);
    }

    static Double degrees(String typed, String field) {
        String text = typed.strip().replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,12})?")) {
            throw new Refusal("Une coordonnée s'écrit en degrés, par exemple 47,6514.", field);
        }
        return Double.valueOf(text);
    }

    /** Null where nothing was chosen. */
    static String chosen(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
