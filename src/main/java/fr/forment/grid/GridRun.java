package fr.forment.grid;

import fr.forment.french.French;

/**
 * A computation of a grid under way.
 *
 * @param upTo UAI of the last school counted; "" before the first
 * @param closing the one that settles the grid; else somebody asked for it
 * @param askedBy as histories keep it; null for the house
 * @param added lines so far; {@code changed} and {@code gone} likewise
 */
record GridRun(long campaignId, String upTo, boolean closing, String askedBy, int added, int changed, int gone) {

    static GridRun of(long campaignId, boolean closing, String askedBy) {
        return new GridRun(campaignId, "", closing, askedBy, 0, 0, 0);
    }

    GridRun and(GridChanges more) {
        return new GridRun(
                campaignId,
                upTo,
                closing,
                askedBy,
                added + more.added().size(),
                changed + more.changed().size(),
                gone + more.gone().size());
    }

    GridRun upTo(String uai) {
        return new GridRun(campaignId, uai, closing, askedBy, added, changed, gone);
    }

    String inFrench() {
        return French.count(added, "ligne nouvelle") + ", " + French.count(changed, "changée") + ", "
                + French.count(gone, "retirée");
    }
}
