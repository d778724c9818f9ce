package fr.forment.release;

import fr.forment.french.Refusal;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that people type and others click. */
public final class Links {

    /** Of an address, as the columns of the database. */
    static final int LONGEST = 300;

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern WEB =
            Pattern.compile("(https?)://([^/?#]*@)?([^/?#:]*)(:\\d*)?([/?#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]");

    /** What RFC 3986 lets stand in a path, a question or a fragment. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{Nd}.-]+");

    private Links() {}

    /** A page of the web, nothing that a browser would run. */
    public static boolean isWeb(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether it is meant as an address, of the web or not. */
    static boolean hasScheme(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * An address as links want it: letters with accents and other signs are written in ASCII, as a browser does.
     *
     * @param whose « du support »
     * @param field of the form
     * @throws Refusal saying what is wrong
     */
    static String typed(String text, String whose, String field) {
        if (!text.regionMatches(true, 0, "https://", 0, 8) && !text.regionMatches(true, 0, "http://", 0, 7)) {
            throw new Refusal(
                    "L'adresse " + whose
                            + " commence par https:// ou http://."
                            + (hasScheme(text) ? " Pour un endroit, écrivez-le sans deux-points au début." : ""),
                    field);
        }
        if (SPACE.matcher(text).find()) {
            throw new Refusal(
                    "L'adresse " + whose
                            + " contient un espace : retirez-le, ou copiez l'adresse depuis la barre du navigateur.",
                    field);
        }
        Matcher parts = WEB.matcher(text);
        String host = parts.matches() ? ascii(parts.group(3)) : "";
        String address = host.isEmpty()
                ? ""
                : parts.group(1).toLowerCase(Locale.ROOT) + "://" + encoded(or(parts.group(2))) + host
                        + or(parts.group(4)) + encoded(or(parts.group(5)));
        if (!isWeb(address)) {
            throw new Refusal(
                    "Dans l'adresse " + whose
                            + ", le nom du site n'est pas lisible : vérifiez-le, par exemple https://exemple.fr/guide.",
                    field);
        }
        if (address.length() > LONGEST) {
            throw new Refusal(
                    "L'adresse " + whose + " est trop longue (" + LONGEST
                            + " caractères au plus, une lettre accentuée en prend six) : utilisez un lien de partage, plus court.",
                    field);
        }
        return address;
    }

    /** Of an address of the web, as people read it; of letters of another script, which may look alike, in ASCII. */
    static String host(String address) {
        String host = URI.create(address).getHost();
        String read = IDN.toUnicode(host);
        return LATIN.matcher(read).matches() ? read : host;
    }

    /** Empty when it is no name of a site. */
    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** What is encoded already stays so. */
    private static String encoded(String part) {
        StringBuilder safe = new StringBuilder();
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        boolean inFragment = false;
        for (int i = 0; i < bytes.length; i++) {
            char sign = (char) (bytes[i] & 0xff);
            boolean fragment = sign == '#' && !inFragment;
            inFragment |= fragment;
            boolean escape = sign == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            boolean letter = sign < 128 && Character.isLetterOrDigit(sign);
            if (letter || fragment || escape || PLAIN.indexOf(sign) >= 0) {
                safe.append(sign);
            } else {
                safe.append(String.format(Locale.ROOT, "%%%02X", (int) sign));
            }
        }
        return safe.toString();
    }

    private static boolean isHex(byte sign) {
        return Character.digit(sign, 16) >= 0;
    }

    private static String or(String part) {
        return part == null ? "" : part;
    }
}
