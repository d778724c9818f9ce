package fr.forment.mail;

/** What a person does with mails by hand: from which states, what changes, and how the history says it. */
public enum DeskAction {

    /** A letter taken back with its reason does not come back: it would call people to a session that is cancelled. */
    RENVOYER(
            "remis dans la file",
            "(state IN ('FAILED', 'UNKNOWN', 'MISSED', 'UNREACHABLE') OR state = 'DROPPED' AND (not_after IS NULL OR not_after > :now)) AND wiped_at IS NULL",
            "state = 'QUEUED', attempts = 0, not_after = NULL, problem = NULL"),
    GARDER("gardé", "state = 'QUEUED'", "state = 'HELD', chase_at = :chase"),
    /** What has lost its use meanwhile stays. */
    LIBERER(
            "libéré",
            "state = 'HELD' AND (not_after IS NULL OR not_after >= :now)",
            "state = 'QUEUED', chase_at = NULL, problem = NULL, not_before = CASE WHEN not_before < :now THEN :now ELSE not_before END"),
    ECARTER("écarté", "state IN ('QUEUED', 'HELD', 'FAILED', 'UNKNOWN', 'MISSED', 'UNREACHABLE')", "state = 'DROPPED'");

    private final String done;
    private final String from;
    private final String change;

    DeskAction(String done, String from, String change) {
        this.done = done;
        this.from = from;
        this.change = change;
    }

    /** What the mail has become: « remis dans la file ». */
    public String done() {
        return done;
    }

    String from() {
        return from;
    }

    String change() {
        return change;
    }
}
