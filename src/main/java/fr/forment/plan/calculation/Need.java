package fr.forment.plan.calculation;

import fr.forment.catalogue.Profile;

/** People of one school, of one profile, who need a module and have not followed it. */
public record Need(String schoolUai, String moduleCode, Profile profile, int people) {
}
