package fr.forment.mail;

import java.util.List;

/** What goes with letters and is made as they leave: a room above knows which letter, and what. */
public interface LetterFiles {

    /** Known from the letter alone: asked of every mail that leaves. */
    boolean concerns(QueuedMail mail);

    /** It is a paper of its own, read and kept as such: never one of several in a letter. */
    default boolean areItsOwn(QueuedMail mail) {
        return false;
    }

    /**
     * What left is kept, for it cannot be made again: it says what was true then, and what its reader was told before.
     */
    default boolean areKept() {
        return false;
    }

    /**
     * Of a letter that concerns this room.
     *
     * @param leaves it is written for the wire now; else somebody looks at it, or looks at what went with it
     */
    List<Attachment> of(QueuedMail mail, boolean leaves);
}
