package fr.forment.account;

import java.util.Locale;

/** Names of the groups that user tasks are offered to. Models write them too: never renamed. */
public final class Groups {

    private Groups() {}

    /** Everybody of a role, whatever the perimeter: "directeur". For filters, not for candidates. */
    public static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Those who hold the role for this perimeter: "directeur.0350122T". */
    public static String of(Role role, String perimeter) {
        return of(role) + "." + perimeter;
    }
}
