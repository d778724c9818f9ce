package fr.forment.french;

import java.util.regex.Pattern;

/** What people send, made fit to be kept: by the engine, by a page, by a feature. */
public final class TypedText {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    private TypedText() {}

    /**
     * Without the characters nobody types, NUL above all, at which PostgreSQL fails. Line breaks and tabs stay; null
     * stays null.
     */
    public static String clean(String typed) {
        return typed == null ? null : CONTROLS.matcher(typed).replaceAll("");
    }
}
