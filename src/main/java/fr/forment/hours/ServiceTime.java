package fr.forment.hours;

import fr.forment.account.AgentFunction;

/**
 * The working times of teachers, as the tables of the circonscriptions tell them apart; each may owe hours of its own.
 */
public enum ServiceTime {
    TEMPS_PLEIN("Temps plein", 100),
    QUATRE_VINGTS("80 %", 80),
    TROIS_QUARTS("75 %", 75),
    MI_TEMPS("Mi-temps (50 %)", 50),
    STAGIAIRE_MI_TEMPS("Stagiaire (PES) à mi-temps", 50);

    private final String label;
    private final int percent;

    ServiceTime(String label, int percent) {
        this.label = label;
        this.percent = percent;
    }

    /** The line of the table; for other working times the full time, of which they owe their part. */
    static ServiceTime of(AgentFunction function, int quotity) {
        return switch (quotity) {
            case 80 -> QUATRE_VINGTS;
            case 75 -> TROIS_QUARTS;
            case 50 -> function == AgentFunction.PES ? STAGIAIRE_MI_TEMPS : MI_TEMPS;
            default -> TEMPS_PLEIN;
        };
    }

    public String label() {
        return label;
    }

    int percent() {
        return percent;
    }
}
