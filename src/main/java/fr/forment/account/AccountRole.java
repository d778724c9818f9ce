package fr.forment.account;

/** A role within a perimeter: a school's or circonscription's UAI, a département's code, or "*". */
public record AccountRole(Role role, String perimeter) {

    String group() {
        return Groups.of(role, perimeter);
    }
}
