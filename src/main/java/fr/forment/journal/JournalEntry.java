package fr.forment.journal;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * One line. Parts, codes and texts may be null.
 *
 * @param id in order of time; 0 and {@code at} null until it is written
 * @param part of the subject, where it is not about the whole
 * @param byWhom signature of who acted; until it is written, null for who is acting now
 */
public record JournalEntry(
        long id,
        String kind,
        String subject,
        String part,
        Instant at,
        String byWhom,
        String what,
        String before,
        String after,
        String why) {

    public static JournalEntry of(String kind, Object subject) {
        return new JournalEntry(0, kind, subject.toString(), null, null, null, null, null, null, null);
    }

    public static JournalEntry of(Object subject, JournalCode what, String why, String before, String after) {
        return of(what.kind(), subject).what(what.name()).change(before, after).because(why);
    }

    /** The same, told of something else too. */
    public JournalEntry about(String kind, Object subject) {
        return new JournalEntry(id, kind, subject.toString(), part, at, byWhom, what, before, after, why);
    }

    public JournalEntry part(Object part) {
        return new JournalEntry(id, kind, subject, text(part), at, byWhom, what, before, after, why);
    }

    public JournalEntry by(String whom) {
        return new JournalEntry(id, kind, subject, part, at, whom, what, before, after, why);
    }

    public JournalEntry what(String what) {
        return new JournalEntry(id, kind, subject, part, at, byWhom, what, before, after, why);
    }

    /** From one state or text to another: of an enum the code. */
    public JournalEntry change(Object before, Object after) {
        return new JournalEntry(id, kind, subject, part, at, byWhom, what, text(before), text(after), why);
    }

    /** Nothing where nothing was said. */
    public JournalEntry because(String why) {
        String said = why == null || why.isBlank() ? null : why.strip();
        return new JournalEntry(id, kind, subject, part, at, byWhom, what, before, after, said);
    }

    /** As people read it. */
    public JournalEntry told(UnaryOperator<String> texts) {
        return change(texts.apply(before), texts.apply(after)).because(texts.apply(why));
    }

    private static String text(Object any) {
        return any instanceof Enum<?> code ? code.name() : any == null ? null : any.toString();
    }
}
