package fr.forment.people;

import fr.forment.french.Names;
import java.util.Locale;
import java.util.regex.Pattern;

/** Professional addresses as people type them. */
public final class Emails {

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")++");

    private Emails() {}

    /** Lower case; null when there is none. */
    public static String clean(String text) {
        String clean = Names.clean(text).toLowerCase(Locale.ROOT);
        return clean.isEmpty() ? null : clean;
    }

    /** One plain address; no list, no display name, nothing that could add a header to a mail. */
    public static boolean isValid(String text) {
        return text.length() <= 254 && PLAIN.matcher(text).matches();
    }
}
