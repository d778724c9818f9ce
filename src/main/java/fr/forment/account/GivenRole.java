package fr.forment.account;

import java.time.OffsetDateTime;

/** A role given by hand. {@code givenBy} is a login, or "FormENT". */
public record GivenRole(Role role, String perimeter, String givenBy, OffsetDateTime givenAt, String motive) {

    AccountRole accountRole() {
        return new AccountRole(role, perimeter);
    }
}
