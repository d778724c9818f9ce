package fr.forment.territory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The national identifier of an establishment: seven digits and a key letter, the letter standing at position (number
 * modulo 23) of an alphabet without I, O and Q. The département is never deduced from it: Corse and the overseas
 * territories have prefixes of their own.
 */
public record Uai(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{7}[A-Z]");
    private static final String KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    public Uai {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a UAI: " + value);
        }
    }

    /** Reads what a person or a spreadsheet wrote: spaces, lower case and a lost leading zero are mended. */
    public static Optional<Uai> read(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String candidate = written.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
        if (candidate.length() == 7) {
            candidate = "0" + candidate;
        }
        return isValid(candidate) ? Optional.of(new Uai(candidate)) : Optional.empty();
    }

    /** Of a number that lost its letter, and its leading zero perhaps: the letter follows from the digits. */
    public static Optional<Uai> ofNumber(String digits) {
        String padded = "0".repeat(Math.max(0, 7 - digits.length())) + digits;
        return padded.matches("\\d{7}") && digits.length() >= 6
                ? Optional.of(new Uai(padded + key(padded)))
                : Optional.empty();
    }

    /** True when the shape and the key letter are right. */
    public static boolean isValid(String candidate) {
        return candidate != null && SHAPE.matcher(candidate).matches() && candidate.charAt(7) == key(candidate);
    }

    private static char key(String candidate) {
        return KEYS.charAt(Integer.parseInt(candidate.substring(0, 7)) % KEYS.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
