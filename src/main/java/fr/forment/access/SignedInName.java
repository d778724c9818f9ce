package fr.forment.access;

import java.io.Serializable;
import java.security.Principal;

/** Who a session belongs to. The name of the principal is the opaque login; the full name is only shown. */
public record SignedInName(String login, String fullName) implements Principal, Serializable {

    @Override
    public String getName() {
        return login;
    }
}
