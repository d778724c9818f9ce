package fr.forment.people;

import fr.forment.account.AccountRole;
import java.util.Set;

/**
 * What somebody's account opens.
 *
 * @param roles of the function, given by hand, and lent for today or later: all of them are there for whoever gets in
 * @param opened somebody has a password for it
 */
record Keys(Set<AccountRole> roles, boolean opened) {

    static final Keys NONE = new Keys(Set.of(), false);
}
