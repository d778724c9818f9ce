package fr.forment.territory;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/** The clock of a département: what "14 h" means there. Metropolitan time where no place is known. */
public final class Clocks {

    private static final ZoneId METROPOLE = ZoneId.of("Europe/Paris");
    static final Map<String, ZoneId> OVERSEAS = Map.ofEntries(
            Map.entry("971", ZoneId.of("America/Guadeloupe")),
            Map.entry("972", ZoneId.of("America/Martinique")),
            Map.entry("973", ZoneId.of("America/Cayenne")),
            Map.entry("974", ZoneId.of("Indian/Reunion")),
            Map.entry("975", ZoneId.of("America/Miquelon")),
            Map.entry("976", ZoneId.of("Indian/Mayotte")),
            Map.entry("977", ZoneId.of("America/St_Barthelemy")),
            Map.entry("978", ZoneId.of("America/Marigot")),
            Map.entry("986", ZoneId.of("Pacific/Wallis")),
            Map.entry("987", ZoneId.of("Pacific/Tahiti")),
            Map.entry("988", ZoneId.of("Pacific/Noumea")));

    private Clocks() {}

    /** @param departementCode three characters; null where no place is known */
    public static ZoneId of(String departementCode) {
        return departementCode == null ? METROPOLE : OVERSEAS.getOrDefault(departementCode, METROPOLE);
    }

    /** Codes of those whose clock is not the metropolitan one, in their order. */
    public static Collection<String> departements() {
        return new TreeSet<>(OVERSEAS.keySet());
    }

    /** Where no place is known. */
    public static ZoneId ofNoPlace() {
        return METROPOLE;
    }
}
