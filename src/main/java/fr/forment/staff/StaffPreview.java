package fr.forment.staff;

import java.util.List;

import fr.forment.staff.file.StaffLine;
import fr.forment.territory.ImportProblem;

/** What importing a staff file would do, line by line. Nothing is written yet. */
public record StaffPreview(List<Row> rows, List<ImportProblem> problems) {

    /** What becomes of the person of a line. */
    public enum Outcome {
        NEW("nouvelle personne"), BACK("de retour"), CHANGED("modifiée"), SAME("inchangée");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param changes French, empty unless something known changes; {@code agentId} null for a new person */
    public record Row(long line, String name, String function, String uai, Outcome outcome, List<String> changes, Long agentId,
            StaffLine content) {
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    public boolean isFlawless() {
        return problems.isEmpty();
    }

    /** Differs as soon as accepting would not do what was shown. */
    public String fingerprint() {
        return Integer.toHexString((rows + "/" + problems).hashCode());
    }
}
