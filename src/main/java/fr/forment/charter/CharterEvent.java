package fr.forment.charter;

import fr.forment.journal.JournalCode;

/** What happens to the rules of a circonscription. */
enum CharterEvent implements JournalCode {
    PUBLISHED,
    COUNTED;

    @Override
    public String kind() {
        return "charter";
    }
}
