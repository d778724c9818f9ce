package fr.forment.access.web;

import fr.forment.french.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/**
 * One value that cannot be read.
 *
 * @param typed as it was sent
 * @param wanted how to write it, in French
 * @param isTyped false for a choice: there is nothing to write
 */
record UnreadValue(String name, String typed, String wanted, boolean isTyped) {

    private static final String WHOLE = "Écrivez un nombre entier en chiffres, par exemple 12.";
    private static final Map<Class<?>, String> WANTED = Map.of(
            int.class,
            WHOLE,
            Integer.class,
            WHOLE,
            LocalDate.class,
            "Écrivez une date du calendrier, jour/mois/année, par exemple 24/11/2026.",
            LocalTime.class,
            "Écrivez une heure, par exemple 14 h 30.",
            LocalDateTime.class,
            "Écrivez une date et une heure, par exemple 2026-11-24T14:30.");

    static UnreadValue of(String name, Class<?> type, HttpServletRequest request) {
        String wanted = type == null ? null : WANTED.get(type);
        String typed = request.getParameter(name);
        return new UnreadValue(
                name,
                typed == null ? "" : typed,
                wanted == null
                        ? "Ce choix n'existe pas, ou n'existe plus : revenez à la page précédente et choisissez de nouveau."
                        : wanted,
                wanted != null);
    }

    /** Longer ones are not repeated in words; the field holds them. */
    public String shown() {
        return Typed.text(typed).isEmpty()
                ? "Il manque une valeur."
                : typed.length() > 60
                        ? "Cette valeur n'a pas pu être lue."
                        : Typed.quoted(typed) + " n'a pas pu être lu.";
    }
}
