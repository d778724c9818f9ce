package fr.forment.grid;

import fr.forment.catalogue.Profile;

/**
 * People of one profile to train in a module, in a school or, for its own people, in the circonscription.
 *
 * @param schoolUai UAI of the school; of the circonscription for its IEN, CPC, E-RUN and the like
 * @param people still to train, after corrections by hand; parents are counted one per pupil
 * @param alreadyTrained left out of {@code people}
 * @param wish rank among the school's priorities: "1", "2", "3", or "" when it is none
 */
public record NeedLine(
        long campaignId,
        String schoolUai,
        String moduleCode,
        Profile profile,
        int people,
        int alreadyTrained,
        String wish) {}
