package fr.forment.grid;

import java.time.OffsetDateTime;

/**
 * A figure changed by hand. {@code actor} is a login; null for the house.
 *
 * @param computed the figure of the computation at that moment
 */
public record GridCorrection(
        long lineId,
        OffsetDateTime at,
        String actor,
        Kind kind,
        int peopleBefore,
        int peopleAfter,
        int computed,
        String reason) {

    /** What was done. */
    public enum Kind {
        CORRECTED("corrigé"),
        UNDONE("correction annulée"),
        /** The computation changed after the correction; somebody looked, and keeps it. */
        KEPT("correction maintenue"),
        /** The school or the module left the grid, and the correction with it. */
        DROPPED("sorti de la grille");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
