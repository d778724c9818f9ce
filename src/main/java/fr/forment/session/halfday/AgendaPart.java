package fr.forment.session.halfday;

import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.util.Comparator;
import java.util.List;

/**
 * What a session is in the reader's agenda: his own, perhaps his own, no more his own, or only one he follows.
 *
 * @param dated false while a person is asked for another date
 * @param sequence rises with every change of the session and of the reader's part in it
 * @param giver the reader, who gives some of its half-days and is nowhere at the others; null for everybody else
 */
public record AgendaPart(Kind kind, boolean dated, int sequence, Long giver) {

    /** The words are those of the button that gives the file. */
    public enum Kind {
        OWN("Ajouter à mon agenda", "CONFIRMED"),
        WAITING("Ajouter à mon agenda, à confirmer (liste d'attente)", "TENTATIVE"),
        LEFT("Retirer de mon agenda", "CANCELLED"),
        WATCHED("Fichier d'agenda, pour information", "CONFIRMED");

        private final String label;
        private final String status;

        Kind(String label, String status) {
            this.label = label;
            this.status = status;
        }
    }

    /**
     * @param giver the reader where he gives a part of it, else null
     * @param own everything the reader is or was in this session
     */
    public static AgendaPart of(TrainingSession session, Long giver, List<Enrolment> own) {
        boolean off = session.state() == SessionState.ANNULEE || session.state() == SessionState.NON_REALISEE;
        int sequence = session.sequence()
                + (off ? 1 : 0)
                + own.stream().mapToInt(row -> row.revision() + 1).sum();
        return new AgendaPart(
                off ? Kind.LEFT : kind(giver != null, own),
                session.state() != SessionState.DATE_A_FIXER,
                sequence,
                off ? null : giver);
    }

    private static Kind kind(boolean trains, List<Enrolment> own) {
        if (trains) {
            return Kind.OWN;
        }
        return own.stream()
                .max(Comparator.comparing(Enrolment::id))
                .map(last -> last.state() == EnrolmentState.LISTE_ATTENTE
                        ? Kind.WAITING
                        : last.state().isActive() ? Kind.OWN : Kind.LEFT)
                .orElse(Kind.WATCHED);
    }

    /** Of a place that is proposed, and not taken yet. */
    public static AgendaPart offered(TrainingSession session) {
        return new AgendaPart(Kind.WAITING, true, session.sequence(), null);
    }

    /** For who has no part in it any more. */
    public AgendaPart left() {
        return new AgendaPart(Kind.LEFT, dated, sequence + 1, null);
    }

    boolean holds(HalfDay half, TrainingSession session) {
        return giver == null || half.isGivenBy(giver, session);
    }

    public boolean isCancelled() {
        return kind == Kind.LEFT;
    }

    public String status() {
        return dated || isCancelled() ? kind.status : "TENTATIVE";
    }

    public String label() {
        return kind.label + (dated || isCancelled() ? "" : ", date à confirmer");
    }
}
