package fr.forment.plan.calculation;

import fr.forment.catalogue.Profile;

/**
 * People of one school, of one profile, who need a module and have not followed it.
 *
 * @param wish rank among what the school asked for, 1 to 3; 0 when it did not
 */
public record Need(String schoolUai, String moduleCode, Profile profile, int people, int wish) {

    public Need(String schoolUai, String moduleCode, Profile profile, int people) {
        this(schoolUai, moduleCode, profile, people, 0);
    }
}
