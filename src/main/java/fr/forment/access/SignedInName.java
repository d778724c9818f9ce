package fr.forment.access;

import fr.forment.account.AccountStamp;
import java.io.Serializable;
import java.security.Principal;

/**
 * Who a session belongs to. The name of the principal is the opaque login; the full name is only shown. The stamp says
 * what the account was like when the session learnt its rights, see {@link AccountFollower}.
 */
public record SignedInName(String login, String fullName, AccountStamp stamp) implements Principal, Serializable {

    @Override
    public String getName() {
        return login;
    }
}
