package fr.forment.evaluation;

import fr.forment.journal.JournalCode;

/** What is decided on what people wrote, by project. Their words are never in the history, nor which text it was. */
enum EvaluationEvent implements JournalCode {
    WORDS_SHOWN,
    WORDS_HIDDEN;

    @Override
    public String kind() {
        return "evaluation";
    }
}
