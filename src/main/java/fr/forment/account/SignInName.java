package fr.forment.account;

import fr.forment.french.Names;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is typed where one signs in, as it is looked up and as it is counted: never one without the other. */
public final class SignInName {

    /** No login and no address is longer. */
    private static final int LONGEST = 200;

    private static final Pattern HALF_CHARACTERS = Pattern.compile("\\p{Cs}");

    private SignInName() {}

    public static String of(String typed) {
        String shortened = typed == null || typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
        return HALF_CHARACTERS.matcher(Names.clean(shortened)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
