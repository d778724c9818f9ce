package fr.forment.mail;

import java.util.List;

/** What goes with letters and is made as they leave: a room above knows which letter, and what. */
public interface LetterFiles {

    /**
     * @param leaves it is written for the wire now; else somebody looks at it, or looks at what went with it
     * @return empty for a letter that is none of this room's
     */
    List<Attachment> of(QueuedMail mail, boolean leaves);
}
