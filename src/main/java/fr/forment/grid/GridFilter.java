package fr.forment.grid;

import fr.forment.french.Typed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which part of a grid is looked at; the screen, the exports and the printed page take the same. Empty text where all
 * are meant.
 *
 * @param circonscription UAI
 * @param sector see {@link Sector}
 * @param module code
 * @param only "a-verifier": schools where something does not fit; "estimees": those that did not answer
 */
public record GridFilter(String circonscription, String sector, String module, String only) {

    public static final GridFilter ALL = new GridFilter("", "", "", "");
    public static final String TO_CHECK = "a-verifier";
    public static final String ESTIMATED = "estimees";

    /** Blank and absent mean the same. */
    public static GridFilter of(String circonscription, String sector, String module, String only) {
        return new GridFilter(Typed.text(circonscription), Typed.text(sector), Typed.text(module), Typed.text(only));
    }

    public GridFilter withModule(String code) {
        return new GridFilter(circonscription, sector, code, only);
    }

    public GridFilter withCirconscription(String uai) {
        return new GridFilter(uai, sector, module, only);
    }

    public boolean isEverything() {
        return equals(ALL);
    }

    /** Schools alone: people of the circonscription belong to no sector, and nobody asked them. */
    private boolean isOfSchools() {
        return !sector.isEmpty() || !only.isEmpty();
    }

    /** The parameters of a link, those that are set. */
    public Map<String, String> parameters() {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, "circonscription", circonscription);
        put(set, "secteur", sector);
        put(set, "module", module);
        put(set, "voir", only);
        return set;
    }

    /** What a school must fulfil: {@code s} is the school, {@code n} its row in the grid. */
    String schoolCondition() {
        return (circonscription.isEmpty() ? "" : " AND s.circonscription_uai = :circonscription")
                + (sector.isEmpty() ? "" : " AND " + Sector.SQL + " = :sector")
                + (only.equals(TO_CHECK)
                        ? " AND n.to_check = TRUE"
                        : only.equals(ESTIMATED) ? " AND n.estimated = TRUE" : "");
    }

    /** What a line {@code l} must fulfil, whose school and row there may be none. */
    String lineCondition() {
        return (module.isEmpty() ? "" : " AND l.module_code = :module")
                + (isOfSchools()
                        ? schoolCondition()
                        : circonscription.isEmpty()
                                ? ""
                                : " AND COALESCE(s.circonscription_uai, l.school_uai) = :circonscription");
    }

    /** Values for both conditions; a statement takes those it names. */
    Map<String, Object> values() {
        return Map.of("circonscription", circonscription, "sector", sector, "module", module);
    }

    private static void put(Map<String, String> set, String name, String value) {
        if (!value.isEmpty()) {
            set.put(name, value);
        }
    }
}
