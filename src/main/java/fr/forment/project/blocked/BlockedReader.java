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

    /** It waits on the reader, and on nobody else. */
    boolean isMe(Holder holder) {
        return holder != Holder.DIRECTION && holder.roles().size() == 1 && acts(holder);
    }

    boolean acts(Holder holder) {
        return holder.roles().stream().anyMatch(roles::contains);
    }
}
