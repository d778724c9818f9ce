package fr.forment.survey;

import fr.forment.french.French;
import fr.forment.french.Typed;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One question of the form.
 *
 * @param block code of the section: "A" to "H", "Team", "Own"; the campaign's owner switches blocks off
 * @param choices code to label, in the order of the form; empty when one writes freely, or when the choices are the
 *     school's own
 * @param required always; a question that appears only after another answer is never required by itself
 * @param most characters of a text
 */
public record Question(
        String block,
        String section,
        String key,
        String label,
        Kind kind,
        Map<String, String> choices,
        boolean required,
        int min,
        int max,
        int most) {

    /** How it is answered. */
    public enum Kind {
        NUMBER,
        TEXT,
        CHOICE,
        CHOICES,
        TICK,
        DATE;

        static Kind of(String component) {
            return switch (component) {
                case "number" -> NUMBER;
                case "radio", "select" -> CHOICE;
                case "checklist", "taglist" -> CHOICES;
                case "checkbox" -> TICK;
                case "datetime" -> DATE;
                default -> TEXT;
            };
        }
    }

    public Question offering(Map<String, String> offered) {
        return new Question(block, section, key, label, kind, offered, required, min, max, most);
    }

    Question worded(String words) {
        return new Question(block, section, key, words, kind, choices, required, min, max, most);
    }

    /** A kept value as people read it. */
    public String shown(String value) {
        return switch (kind) {
            case CHOICE, CHOICES ->
                Arrays.stream(value.split(","))
                        .map(code -> choices.getOrDefault(code, code))
                        .collect(Collectors.joining(" ; "));
            case TICK -> value.equals("true") ? "Oui" : "Non";
            case DATE -> Typed.day(value).map(French::numeric).orElse(value);
            case NUMBER, TEXT -> value;
        };
    }

    /** How it is answered, in words; the choices stand beside. */
    public String manner() {
        return switch (kind) {
            case NUMBER -> "un nombre";
            case TEXT -> "un texte";
            case CHOICE -> "un choix";
            case CHOICES -> "plusieurs choix";
            case TICK -> "une case à cocher";
            case DATE -> "une date";
        };
    }

    /** Where it stands, to begin a sentence about it: "D – ", "L'équipe – "; nothing for a question of the owner's. */
    String place() {
        return block.equals("Team") ? "L'équipe – " : block.length() == 1 ? block + " – " : "";
    }
}
