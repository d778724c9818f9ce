package fr.forment.grid;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Schools near enough to be trained together, within a circonscription: those of one RPI, else those of one commune, as
 * the plan groups them.
 *
 * @param key what a filter names it by
 * @param label in French
 */
public record Sector(String circonscription, String key, String label) {

    /** Of the school {@code s}. */
    static final String SQL =
            "CASE WHEN s.rpi IS NULL OR s.rpi = '' THEN 'commune:' || s.commune ELSE 'rpi:' || s.rpi END";

    static Sector of(String circonscription, String key, Collection<String> communes) {
        String places = communes.stream().sorted().collect(Collectors.joining(", "));
        return new Sector(circonscription, key, key.startsWith("rpi:") ? "RPI " + places : places);
    }
}
