package fr.forment.needs;

import fr.forment.catalogue.Profile;

/**
 * A line of the grid with what its page shows besides.
 *
 * @param declared as the school said; null when it was not asked
 * @param corrections how often the figure was changed by hand
 */
public record GridLine(long id, long campaignId, String schoolUai, String moduleCode, Profile profile, int people, int alreadyTrained,
        Integer declared, String wish, int corrections) {

    NeedLine need() {
        return new NeedLine(campaignId, schoolUai, moduleCode, profile, people, alreadyTrained, wish);
    }
}
