package fr.forment.mail;

import java.util.List;

/**
 * What goes over the wire as one letter: one mail, or several that wait for the same reader in the same moment. Each
 * keeps its row, and all share what becomes of the letter.
 *
 * @param letter the first of them, with the text of all
 */
record Parcel(QueuedMail letter, List<QueuedMail> parts) {

    static Parcel of(QueuedMail alone) {
        return new Parcel(alone, List.of(alone));
    }

    /** @param haveFiles more than one of them changes the reader's appointments */
    static Parcel of(List<QueuedMail> parts, boolean haveFiles) {
        QueuedMail first = parts.get(0);
        return parts.size() == 1 ? of(first) : new Parcel(first.with(GatheredText.of(parts, haveFiles)), parts);
    }
}
