package fr.forment.grid;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import java.util.Set;

/**
 * What the grid needs to know of a module.
 *
 * @param minutes what it takes of a person's hours
 * @param beforeOpening for whom it conditions the opening of a school: nobody of them is left out for want of hours
 */
record GridModule(String code, int minutes, Set<Profile> profiles, Set<Profile> beforeOpening) {

    static GridModule of(TrainingModule module) {
        return new GridModule(
                module.code(), module.durationMinutes(), module.profiles(), module.profilesBeforeOpening());
    }
}
