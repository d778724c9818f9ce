package fr.forment.territory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A département with its académie and the school calendar that applies there; code of three characters ("035"). */
public record Departement(String code, String name, String academie, Zone zone) {

    private static final Pattern CODE = Pattern.compile("\\d{3}|02[AB]");

    /** Reads a code whose leading zeros were lost: "35" and "2a" become "035" and "02A". */
    public static Optional<String> readCode(String written) {
        String value = written.strip().toUpperCase(Locale.ROOT);
        String code = value.isEmpty() ? "" : "0".repeat(Math.max(0, 3 - value.length())) + value;
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
