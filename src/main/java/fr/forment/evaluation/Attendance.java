package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.project.Bilan.Amounts;
import java.util.Optional;

/**
 * What became of the people of some sessions that were held.
 *
 * @param done people: those who stayed to the end, once per session
 * @param marked everybody whose presence was recorded, once per session
 * @param inPart who came and did not stay to the end
 * @param stillToTrain people who did not complete a training there, nor anywhere since
 * @param stillInPart of them, those who came in part
 */
record Attendance(Amounts done, int marked, int inPart, int stillToTrain, int stillInPart) {

    /** Whom the sessions leave to train; empty when nobody. */
    Optional<String> sentence() {
        if (stillToTrain == 0) {
            return Optional.empty();
        }
        if (stillToTrain == 1) {
            return Optional.of("1 personne n'a pas suivi toute sa formation"
                    + (stillInPart == 1 ? " (venue en partie)" : "") + " : elle reste à former.");
        }
        String part =
                stillInPart == 0 ? "" : ", dont " + French.count(stillInPart, "venue en partie", "venues en partie");
        return Optional.of(
                stillToTrain + " personnes n'ont pas suivi toute leur formation" + part + " : elles restent à former.");
    }
}
