package fr.forment.mail;

/**
 * How the conversation about one mail ended.
 *
 * @param words the server's own, cleaned and cut; or ours, in French, when it said nothing
 */
record ServerAnswer(Fate fate, String words) {

    enum Fate {
        SENT,
        /** For this mail, for good. */
        REFUSED,
        /** For this mail, for now. */
        TRY_LATER,
        /** All of it was given, and nothing was said. */
        UNKNOWN,
        /** It broke off before the end of the mail was given: it can be given again, at once. */
        BROKEN,
        /** Refused before a recipient was named: no mail would fare better. */
        SHUT
    }
}
