package fr.forment.plan;

import fr.forment.catalogue.Profile;
import java.time.LocalDate;

/**
 * People a version serves without a session: they follow a module alone before a day, or are only counted.
 *
 * @param schoolUai or the circonscription's, for its own people
 * @param vagueRank null for the circonscription's own people
 * @param dueOn last day to follow it; null for a public that is only counted
 */
public record PlanAside(
        String schoolUai, String moduleCode, Profile profile, Integer vagueRank, int people, LocalDate dueOn) {

    public boolean isFollowedAlone() {
        return dueOn != null;
    }
}
