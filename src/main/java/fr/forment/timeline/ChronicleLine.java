package fr.forment.timeline;

import fr.forment.french.TypedLinks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

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
        UnaryOperator<String> plain = text -> TypedLinks.masked(texts.apply(text));
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

    /** All that is shown, to look for words in. */
    String words() {
        return String.join(
                " ", shown(what), shown(part), shown(byWhom), shown(before), shown(after), shown(why), kindLabel());
    }

    private static String shown(String text) {
        return text == null ? "" : text;
    }
}
