package fr.forment.territory;

import java.util.Set;

/**
 * The school calendar that applies to a place. A, B and C are the zones of metropolitan académies. The départements of
 * Alsace-Moselle keep the calendar of zone B and two public holidays of their own. Corse and the overseas académies
 * each publish their own calendar: an administrator imports it under {@link #PROPRE}.
 */
public enum Zone {
    A("Zone A"),
    B("Zone B"),
    C("Zone C"),
    ALSACE_MOSELLE("Zone B, Alsace-Moselle"),
    PROPRE("Calendrier propre à l’académie");

    private static final Set<String> ALSACE_MOSELLE_DEPARTEMENTS = Set.of("057", "067", "068");

    private final String label;

    Zone(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }

    /** The zone whose holiday table applies. */
    public Zone ofHolidays() {
        return this == ALSACE_MOSELLE ? B : this;
    }

    /**
     * @param ofAcademie A, B or C; null for an académie outside the three zones
     * @param departementCode three characters
     */
    static Zone of(String ofAcademie, String departementCode) {
        if (ALSACE_MOSELLE_DEPARTEMENTS.contains(departementCode)) {
            return ALSACE_MOSELLE;
        }
        return ofAcademie == null ? PROPRE : valueOf(ofAcademie);
    }
}
