package fr.forment.plan.words;

import fr.forment.engine.Decisions;
import fr.forment.french.French;
import fr.forment.journal.JournalEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What may change in a session of the plan in force without a new approval: the table {@code planTolerance}. Each such
 * change stands in the history of the plan, with its line.
 */
@Component
@RequiredArgsConstructor
public class Tolerance {

    /** How the history calls a change that stays within the table, and one that the IEN made beyond it. */
    public static final String WITHIN = "Changement dans la tolérance";

    public static final String BY_DECISION = "Changement hors tolérance, décidé par l'IEN";
    public static final String DATE_SOUGHT = "Changement hors tolérance, date à refixer";

    /** Of what was said on the day itself, or later: who gave a half-day. */
    public static final String HAPPENED = "Changement hors tolérance, constaté le jour même";

    /** What of a session changes. The names are those of the table. */
    public enum Move {
        DATE,
        FORMATEUR,
        LIEU
    }

    /** @param schoolDays at most, of a date; @param most sessions of a plan */
    public record Bound(int schoolDays, int most) {}

    private final Decisions decisions;
    /** A table changes with a deployment, hence with a start. */
    private final Map<Move, Bound> known = new ConcurrentHashMap<>();

    public Bound of(Move move) {
        return known.computeIfAbsent(
                move, asked -> decisions.decide("planTolerance", Map.of("move", asked.name())).stream()
                        .findFirst()
                        .map(row -> new Bound(number(row, "schoolDays"), number(row, "most")))
                        .orElseThrow(() -> new IllegalStateException("planTolerance has no row " + asked)));
    }

    /** The table in words, for whoever approves it along with the plan. */
    public List<String> sentences() {
        return Arrays.stream(Move.values())
                .map(move -> sentence(move, of(move)))
                .toList();
    }

    /** Lines of a history that tell of such a change. */
    public static boolean isTold(JournalEntry entry) {
        return List.of(WITHIN, BY_DECISION, DATE_SOUGHT, HAPPENED).contains(entry.what());
    }

    private static String sentence(Move move, Bound bound) {
        String what =
                switch (move) {
                    case DATE ->
                        "date déplacée de "
                                + French.count(bound.schoolDays(), "jour de classe", "jours de classe")
                                + " au plus, sans passer l'ouverture de la vague";
                    case FORMATEUR ->
                        "formateur remplacé, même pour une seule demi-journée, par une personne de la même fonction";
                    case LIEU -> "autre salle dans la même commune";
                };
        return what + " (" + French.count(bound.most(), "session", "sessions") + " du plan au plus)";
    }

    private static int number(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).intValue();
    }
}
