package fr.forment.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Names of the groups that user tasks are offered to. Models write them too: never renamed. */
public final class Groups {

    private Groups() {}

    /** Everybody of a role, whatever the perimeter: "directeur". For filters, not for candidates. */
    public static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Of a group of those who hold a role for a perimeter, that role; empty for any other group. */
    public static Optional<Role> role(String group) {
        return Arrays.stream(Role.values())
                .filter(role -> group.startsWith(of(role) + "."))
                .findFirst();
    }

    /** Of such a group, the perimeter: "0350122T". */
    public static String perimeter(String group) {
        return group.substring(group.indexOf('.') + 1);
    }

    /** Those who hold the role for this perimeter: "directeur.0350122T". */
    public static String of(Role role, String perimeter) {
        return of(role) + "." + perimeter;
    }
}
