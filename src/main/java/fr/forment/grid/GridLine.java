package fr.forment.grid;

import fr.forment.catalogue.Profile;

/**
 * A line of the grid: {@code asked - deductedAsTrained - withoutHours = computed}, and {@code people} is that figure or
 * its correction.
 *
 * @param people to train
 * @param alreadyTrained known to be, whether the school counted them among those asked for or not
 * @param declared as the school said; null when it was not asked
 * @param discovering of them, those who discover the theme, the others begin; null when the school was not asked by
 *     levels
 * @param audience everybody of that profile in the place
 * @param computed before corrections by hand
 * @param correctedFrom the computed figure the correction was made in sight of; null when the line is not corrected
 * @param version counts the changes: a form hands it back, so that nobody overwrites what he has not seen
 */
public record GridLine(
        long id,
        long campaignId,
        String schoolUai,
        String moduleCode,
        Profile profile,
        int people,
        int alreadyTrained,
        Integer declared,
        Integer discovering,
        String wish,
        int audience,
        int asked,
        int withoutHours,
        int computed,
        Integer correctedFrom,
        int version) {

    NeedLine need() {
        return new NeedLine(campaignId, schoolUai, moduleCode, profile, people, alreadyTrained, wish);
    }

    /** Of those asked for. */
    public int deductedAsTrained() {
        return asked - withoutHours - computed;
    }

    public boolean isCorrected() {
        return correctedFrom != null;
    }

    /** The computation gives another figure than the one that was corrected: somebody should look again. */
    public boolean isGroundChanged() {
        return isCorrected() && correctedFrom != computed;
    }
}
