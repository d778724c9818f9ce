package fr.forment.plan.calculation;

/**
 * What a school asked for in the survey, apart from modules. Several of one kind: any of them will do for slots and
 * formats, each counts for partners.
 *
 * @param value of {@code SLOT}: MERCREDI_MATIN, MERCREDI_APRES_MIDI, SOIR, JOURNEE_DECHARGE; of {@code FORMAT}: VISIO,
 *     ECOLE, REGROUPEMENT, AUTOFORMATION; of {@code PARTNER}: UAI of the other school; of {@code TRAVEL}: minutes at
 *     most
 */
public record Wish(String schoolUai, Kind kind, String value) {

    public enum Kind {
        SLOT,
        FORMAT,
        PARTNER,
        TRAVEL
    }
}
