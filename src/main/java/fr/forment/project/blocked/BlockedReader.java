package fr.forment.project.blocked;

import fr.forment.account.Role;
import java.util.Set;

/**
 * Who reads what blocks a vague.
 *
 * @param names sees people
 * @param enrols takes part in enrolling people
 * @param roles held for the circonscription or its département
 */
public record BlockedReader(boolean names, boolean enrols, Set<Role> roles) {

    boolean acts(Holder holder) {
        return holder.roles().stream().anyMatch(roles::contains);
    }
}
