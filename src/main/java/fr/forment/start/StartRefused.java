package fr.forment.start;

/** Why FormENT does not start: one French sentence that names the variable to mend, and never a secret. */
class StartRefused extends RuntimeException {

    StartRefused(String sentence) {
        super(sentence);
    }
}
