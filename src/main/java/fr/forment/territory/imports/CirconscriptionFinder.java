package fr.forment.territory.imports;

import fr.forment.french.Names;
import fr.forment.territory.AnnuaireFile;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the circonscription of a school: by its UAI when the directory gives one (since 2024), else by its name within
 * the département. Remembers which ones were needed.
 */
final class CirconscriptionFinder {

    private final Map<String, AnnuaireFile.Named> byUai;
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, AnnuaireFile.Named> used = new TreeMap<>();

    /**
     * @param known those of the database
     * @param read those of the file, which win
     */
    CirconscriptionFinder(Map<String, AnnuaireFile.Named> known, Map<String, AnnuaireFile.Named> read) {
        byUai = new HashMap<>(known);
        byUai.putAll(read);
        byUai.forEach((uai, named) -> byName.put(key(named.of(), named.name()), uai));
    }

    /** Null when the directory does not tell it, or tells one that nobody describes. */
    String find(School school, String name) {
        String uai = byUai.containsKey(school.circonscriptionUai())
                ? school.circonscriptionUai()
                : byName.get(key(school.departementCode(), name));
        if (uai != null) {
            used.put(uai, byUai.get(uai));
        }
        return uai;
    }

    /** By UAI, those that at least one school has. */
    Map<String, AnnuaireFile.Named> used() {
        return used;
    }

    private static String key(String departement, String name) {
        return departement + " " + Names.fold(Circonscription.shorten(name));
    }
}
