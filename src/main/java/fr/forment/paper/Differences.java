package fr.forment.paper;

import fr.forment.french.French;
import fr.forment.plan.PlanDifference;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import java.util.List;
import java.util.stream.Stream;

/** What changed since the version before, one line a session. */
final class Differences {

    private Differences() {}

    static List<String> told(PlanDifference difference, PlanNames.Of names) {
        return Stream.of(
                        difference.added().stream()
                                .map(session -> "Session n° " + session.line() + " ajoutée : " + whole(session, names)),
                        difference.removed().stream()
                                .map(session ->
                                        "Session n° " + session.line() + " supprimée : " + whole(session, names)),
                        difference.changed().stream()
                                .map(change -> "Session n° " + change.after().line() + " modifiée ("
                                        + String.join(", ", change.what()) + ") : " + whole(change.before(), names)
                                        + " → " + when(change.after(), names)))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String whole(PlannedSession session, PlanNames.Of names) {
        return names.module(session.moduleCode()) + ", " + when(session, names);
    }

    private static String when(PlannedSession session, PlanNames.Of names) {
        return French.weekday(session.day()) + " " + French.numeric(session.day()) + ", "
                + French.hours(session.start(), session.end()) + ", " + names.place(session.place()) + ", formateur : "
                + names.trainer(session.trainerAgentId()) + ", " + French.count(session.capacity(), "place");
    }
}
