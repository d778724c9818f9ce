package fr.forment.territory;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A value that differs by zone and clock, for one statement over the schools of several: dates are counted in school
 * days, and those differ.
 *
 * @param sql to put into the statement
 * @param params its parameters, by name
 */
public record ByZone(String sql, Map<String, Object> params) {

    /**
     * The zone of a row, from the zone of its académie and its code of département; says the same as {@link Zone#of}.
     */
    private static final String ZONE =
            "CASE WHEN %2$s IN ('057', '067', '068') THEN 'ALSACE_MOSELLE' ELSE COALESCE(%1$s, 'PROPRE') END";

    /**
     * @param name different for each value of one statement
     * @param type as SQL writes it: DATE
     * @param academieZone column of the académie's zone
     * @param departementCode column of the code
     */
    public static ByZone of(
            String name, String type, String academieZone, String departementCode, BiFunction<Zone, ZoneId, ?> value) {
        var params = new HashMap<String, Object>();
        String overseas = Clocks.OVERSEAS.entrySet().stream()
                .map(place -> {
                    params.put(name + place.getKey(), value.apply(Zone.PROPRE, place.getValue()));
                    return " WHEN " + departementCode + " = '" + place.getKey() + "' THEN CAST(:" + name
                            + place.getKey() + " AS " + type + ")";
                })
                .collect(Collectors.joining());
        String cases = Arrays.stream(Zone.values())
                .map(zone -> {
                    params.put(name + zone.ordinal(), value.apply(zone, Clocks.ofNoPlace()));
                    return " WHEN '" + zone.name() + "' THEN CAST(:" + name + zone.ordinal() + " AS " + type + ")";
                })
                .collect(Collectors.joining());
        return new ByZone(
                "CASE" + overseas + " ELSE CASE " + zone(academieZone, departementCode) + cases + " END END", params);
    }

    public static String zone(String academieZone, String departementCode) {
        return ZONE.formatted(academieZone, departementCode);
    }
}
