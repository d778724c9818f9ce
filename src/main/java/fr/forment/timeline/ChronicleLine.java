package fr.forment.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line. Texts may be null.
 *
 * @param source which of the sources of the timeline it comes from; with {@code id} the order of lines of one moment
 * @param what a code of the room, or words
 * @param part what of the thing it is about: a vague, a school, a person
 * @param byWhom signature as the journal keeps it, or the name once it is read
 */
public record ChronicleLine(
        Instant at,
        String source,
        String id,
        String kind,
        String what,
        String part,
        String byWhom,
        String before,
        String after,
        String why) {

    /** Looked at one by one: a pattern of whole links takes the square of a text's length, or the whole stack. */
    private static final Pattern WORD = Pattern.compile("\\S++");

    /** A name, with a port or without, or four numbers: « M./Mme », « 14:30/15:30 » and « 12.5/20 » are none. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[\\w-]\\.[a-z][\\w-]*+(?::\\d{2,5})?|[a-z][\\w-]*+:\\d{2,5}|\\d(?:\\.\\d{1,3}){3}(?::\\d{2,5})?)$");

    private static final int LONGEST_HOST = 260;

    /** An address of FormENT without its beginning, such as {@code /evaluation/…}. */
    private static final Pattern OWN_PATH = Pattern.compile("^[(«\"']?/\\w");

    private static final Set<String> HIDDEN = Set.of("://", "www.", "localhost/", "localhost:");

    /** Where a page goes on after this line. */
    String key() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + source + "_" + id;
    }

    public String kindLabel() {
        return ChronicleKind.valueOf(kind).label();
    }

    ChronicleLine named(String name) {
        return new ChronicleLine(at, source, id, kind, what, part, name, before, after, why);
    }

    /** @param label what its code is called; null: the code is words */
    ChronicleLine called(String label) {
        return label == null ? this : new ChronicleLine(at, source, id, kind, label, part, byWhom, before, after, why);
    }

    /** Texts as people read them. A link may open something: none is shown. */
    ChronicleLine told(UnaryOperator<String> texts) {
        UnaryOperator<String> plain = text -> {
            String read = texts.apply(text);
            return read == null
                    ? null
                    : WORD.matcher(read).replaceAll(word -> Matcher.quoteReplacement(masked(word.group())));
        };
        return new ChronicleLine(
                at,
                source,
                id,
                kind,
                plain.apply(what),
                plain.apply(part),
                byWhom,
                plain.apply(before),
                plain.apply(after),
                plain.apply(why));
    }

    private static String masked(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        int path = small.indexOf('/');
        boolean opensSomething = HIDDEN.stream().anyMatch(small::contains)
                || path > 0
                        && path <= LONGEST_HOST
                        && HOST.matcher(small.substring(0, path)).find()
                || OWN_PATH.matcher(small).find();
        return opensSomething ? "(lien masqué)" : word;
    }

    /** All that is shown, to look for words in. */
    String words() {
        return String.join(
                " ", shown(what), shown(part), shown(byWhom), shown(before), shown(after), shown(why), kindLabel());
    }

    private static String shown(String text) {
        return text == null ? "" : text;
    }
}
