package fr.forment.territory;

import fr.forment.french.French;
import fr.forment.french.Names;
import java.time.LocalDate;

/**
 * A public primary school as the national directory describes it. Its key is the UAI, never its name: hundreds of
 * schools share the same one.
 *
 * @param circonscriptionUai null for the few schools the directory leaves without one
 * @param classes null until a headcount has been imported or declared
 * @param pupils null until known
 * @param headcountYear calendar year in which the school year of the two figures began; null if unknown
 * @param rpi code of the scattered RPI (schools of several communes sharing their classes); null if none
 */
public record School(
        String uai,
        String name,
        String address,
        String postalCode,
        String communeCode,
        String commune,
        String departementCode,
        String circonscriptionUai,
        SchoolKind kind,
        boolean isPublic,
        SchoolState state,
        SchoolRhythm rhythm,
        Integer classes,
        Integer pupils,
        Integer headcountYear,
        String rpi,
        PriorityEducation priority,
        boolean ulis,
        Double latitude,
        Double longitude,
        LocalDate openedOn) {

    /**
     * The directory writes some names in small letters from the first: in a sentence of ours they begin as names do.
     */
    public School {
        name = French.capital(name);
    }

    /** Name and commune: the name alone does not tell one school from another. */
    public String displayName() {
        return name + " (" + commune + ")";
    }

    /**
     * Where it stands: « École Jules Ferry, 3 rue des Lilas, 35170 Bruz »; as {@link #displayName} while the street is
     * not known.
     */
    public String whereabouts() {
        return address == null || address.isBlank()
                ? displayName()
                : name + ", " + address + ", " + (postalCode == null ? commune : postalCode + " " + commune);
    }

    public boolean isOpen() {
        return state == SchoolState.OUVERT;
    }

    /** What the directory says now, with what it does not know: the week, and a headcount from a better source. */
    public School updatedFrom(School directory) {
        boolean keepPupils = headcountYear != null || directory.pupils == null;
        return new School(
                uai,
                directory.name,
                directory.address,
                directory.postalCode,
                directory.communeCode,
                directory.commune,
                directory.departementCode,
                directory.circonscriptionUai,
                directory.kind,
                directory.isPublic,
                directory.state,
                rhythm,
                classes,
                keepPupils ? pupils : directory.pupils,
                headcountYear,
                directory.rpi,
                directory.priority,
                directory.ulis,
                directory.latitude,
                directory.longitude,
                directory.openedOn);
    }

    public School withCirconscription(String newUai) {
        return with(newUai, state, classes, pupils, headcountYear);
    }

    public School withState(SchoolState newState) {
        return with(circonscriptionUai, newState, classes, pupils, headcountYear);
    }

    public School withHeadcount(int year, int newClasses, int newPupils) {
        return with(circonscriptionUai, state, newClasses, newPupils, year);
    }

    private School with(
            String circonscription, SchoolState newState, Integer newClasses, Integer newPupils, Integer year) {
        return new School(
                uai,
                name,
                address,
                postalCode,
                communeCode,
                commune,
                departementCode,
                circonscription,
                kind,
                isPublic,
                newState,
                rhythm,
                newClasses,
                newPupils,
                year,
                rpi,
                priority,
                ulis,
                latitude,
                longitude,
                openedOn);
    }

    /** What a search looks into. */
    String searchText() {
        return Names.fold(name + " " + commune + " " + uai + " " + (postalCode == null ? "" : postalCode));
    }
}
