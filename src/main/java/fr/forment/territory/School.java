package fr.forment.territory;

import java.time.LocalDate;

/**
 * A public primary school as the national directory describes it. Its key is the UAI, never its name:
 * hundreds of schools share the same one.
 *
 * @param circonscriptionUai null for the few schools the directory leaves without one
 * @param classes null until a headcount has been imported or declared
 * @param pupils null until known
 * @param headcountYear calendar year in which the school year of the two figures began; null if unknown
 * @param rpi code of the scattered RPI (schools of several communes sharing their classes); null if none
 */
public record School(String uai, String name, String address, String postalCode, String communeCode, String commune,
                     String departementCode, String circonscriptionUai, SchoolKind kind, boolean isPublic,
                     SchoolState state, SchoolRhythm rhythm, Integer classes, Integer pupils, Integer headcountYear,
                     String rpi, PriorityEducation priority, boolean ulis, Double latitude, Double longitude,
                     LocalDate openedOn) {

    /** Name and commune: the name alone does not tell one school from another. */
    public String displayName() {
        return name + " (" + commune + ")";
    }

    public boolean isOpen() {
        return state == SchoolState.OUVERT;
    }

    /** What a search looks into. */
    String searchText() {
        return Names.fold(name + " " + commune + " " + uai + " " + (postalCode == null ? "" : postalCode));
    }
}
