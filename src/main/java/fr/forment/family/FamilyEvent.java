package fr.forment.family;

import fr.forment.journal.JournalCode;

/** What happens around the families of a school, whose UAI is the subject. Their words are never in the history. */
enum FamilyEvent implements JournalCode {
    MEETING_ANNOUNCED,
    MEETING_CHANGED,
    MEETING_REMOVED,
    WORDS_SHOWN,
    WORDS_HIDDEN;

    @Override
    public String kind() {
        return "family";
    }
}
