package fr.forment.campaign;

import java.util.List;
import java.util.Set;

/**
 * Which schools a campaign asks.
 *
 * @param refs ids or UAI, as the kind says; schools are worked out from them when the campaign is prepared and once
 *     more when it opens
 */
public record Perimeter(Kind kind, List<String> refs) {

    /** Whatever the order in which it was written. */
    boolean isSame(Perimeter other) {
        return kind == other.kind && Set.copyOf(refs).equals(Set.copyOf(other.refs));
    }

    /** What the references name. */
    public enum Kind {
        PROJET("Les écoles du projet"),
        CIRCONSCRIPTION("Une ou plusieurs circonscriptions"),
        VAGUE("Une vague"),
        ECOLE("Une liste d'écoles");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
