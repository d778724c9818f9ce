package fr.forment.account;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The state of an account that a session began with. Compared with the present one at each request, so that a session
 * follows what is decided about its owner, whichever machine serves it.
 *
 * @param version changes with roles, names and everything else
 * @param secret changes with the password and with the closing: the session is over
 * @param day rights lent for some days change with it
 */
public record AccountStamp(int version, int secret, LocalDate day) implements Serializable {

    public boolean outlives(AccountStamp former) {
        return secret == former.secret;
    }
}
