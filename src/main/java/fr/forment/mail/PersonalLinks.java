package fr.forment.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links that act for whoever holds them. Their secret is for the reader of the letter alone: who looks at letters of
 * others sees where such a link leads, and not what opens it.
 */
final class PersonalLinks {

    static final String MASK = "…";

    private static final Pattern ADDRESS = Pattern.compile("(https?://[^/\\s\"'<>]+)([^\\s\"'<>]*)");
    /** Twenty characters and more: no word of an address of ours, no number of a thing is as long. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{20,}");

    private PersonalLinks() {}

    static boolean areMaskedIn(String text) {
        return ADDRESS.matcher(text).results().anyMatch(link -> link.group(2).contains(MASK));
    }

    /** @param text plain or HTML */
    static String masked(String text) {
        return text == null
                ? null
                : ADDRESS.matcher(text)
                        .replaceAll(link -> Matcher.quoteReplacement(
                                link.group(1) + SECRET.matcher(link.group(2)).replaceAll(MASK)));
    }
}
