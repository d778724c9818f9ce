package fr.forment.evaluation;

import fr.forment.journal.JournalCode;

/** What is decided on what people wrote, by project. Their words are never in the history, nor which text it was. */
enum EvaluationEvent implements JournalCode {
    WORDS_SHOWN,
    WORDS_HIDDEN;

    /** What the journal calls a new version of a questionnaire; the subject is the circonscription. */
    static final String QUESTIONNAIRE = "questionnaire";

    @Override
    public String kind() {
        return "evaluation";
    }
}
