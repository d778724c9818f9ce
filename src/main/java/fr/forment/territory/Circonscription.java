package fr.forment.territory;

import fr.forment.french.Names;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** The district an IEN leads; key: its UAI. */
public record Circonscription(
        String uai, String name, String shortName, String departementCode, String academie, Zone zone) {

    private static final Pattern PREAMBLE = Pattern.compile(
            "^circonscription(\\s+d.inspection)?(\\s+du\\s+1er\\s+degr[ée])?\\s+(d[’']|(de|du|des)\\s+)?",
            Pattern.CASE_INSENSITIVE);

    /** Hours said here are hours of this clock. */
    public ZoneId clock() {
        return Clocks.of(departementCode);
    }

    /** Under a letter. No preposition: « de », « du », « d' » or « de l' », no rule tells which a place takes. */
    public String signature() {
        return "Circonscription : " + shortName + " (FormENT)";
    }

    /** « Circonscription d'inspection du 1er degré de Bruz » becomes « Bruz ». */
    public static String shorten(String name) {
        String shortened = PREAMBLE.matcher(Names.clean(name)).replaceFirst("");
        return shortened.isEmpty() ? Names.clean(name) : shortened;
    }
}
