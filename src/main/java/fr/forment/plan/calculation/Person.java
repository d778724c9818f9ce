package fr.forment.plan.calculation;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who trains or is trained.
 *
 * @param schoolUai null outside schools
 * @param minutesLeft of the hours for the ENT; without meaning for who owes none
 * @param trained codes of the modules followed already, or to be in a session of another project
 */
public record Person(long id, AgentFunction function, String schoolUai, int minutesLeft, Set<String> trained) {

    /**
     * As which public the person counts in a module, as the grid counts it: a director as director where the module is
     * meant for directors, as a teacher elsewhere. Empty for people of the circonscription, and where the module is not
     * for them.
     */
    public Optional<Profile> profileIn(ModuleFacts module) {
        List<Profile> possible =
                switch (function) {
                    case DIRECTEUR -> List.of(Profile.DIRECTEUR, Profile.ENSEIGNANT);
                    case ADJOINT, TR, CONTRACTUEL, PES ->
                        List.of(Profile.ENSEIGNANT, Profile.ADMINISTRATEUR, Profile.PERSONNE_RESSOURCE);
                    case AESH, COMMUNAL -> List.of(Profile.NON_ENSEIGNANT);
                    default -> List.of();
                };
        return possible.stream().filter(module.profiles()::contains).findFirst();
    }

    /** The same with other hours. */
    public Person withMinutesLeft(int minutes) {
        return new Person(id, function, schoolUai, minutes, trained);
    }

    public boolean isOfCirconscription() {
        return schoolUai == null;
    }
}
