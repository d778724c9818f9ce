package fr.forment.territory;

import java.util.Set;

/**
 * How far the files of a person reach.
 *
 * @param everywhere the administrator's, and the application's own
 * @param departements codes
 * @param circonscriptions UAIs
 */
public record ImportReach(boolean everywhere, Set<String> departements, Set<String> circonscriptions) {

    public static final ImportReach EVERYWHERE = new ImportReach(true, Set.of(), Set.of());

    public ImportReach {
        departements = Set.copyOf(departements);
        circonscriptions = Set.copyOf(circonscriptions);
    }

    public boolean coversDepartement(String code) {
        return everywhere || departements.contains(code);
    }

    /** A school as it is known. */
    public boolean covers(School school) {
        return coversDepartement(school.departementCode())
                || school.circonscriptionUai() != null && circonscriptions.contains(school.circonscriptionUai());
    }
}
