package fr.forment.computation.web;

import fr.forment.account.Signatures;
import fr.forment.computation.PlanRun;
import fr.forment.computation.PlanRuns;
import fr.forment.computation.RunReading;
import fr.forment.computation.RunState;
import fr.forment.french.French;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.PlanDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of a search shows, whole or only the part that moves. */
@Component
@RequiredArgsConstructor
class RunPage {

    private final PlanRuns runs;
    private final RunReading reading;
    private final Plans plans;
    private final PlanNames names;
    private final PlanRights rights;
    private final Signatures signatures;

    void put(Plan plan, PlanRun run, Model model) {
        model.addAttribute("run", run);
        model.addAttribute("wait", run.state() == RunState.EN_ATTENTE ? waits(run) : null);
        model.addAttribute("limit", reading.limit());
        model.addAttribute("askedBy", signatures.read(run.askedBy()));
        model.addAttribute("asItWas", run.sessions() == null || reading.isAsItWas(run));
        if (run.hasPlan()) {
            List<PlannedSession> now = reading.standing(run);
            List<PlannedSession> found = reading.sessions(run);
            PlanDifference difference = PlanDifference.between(now, found);
            List<ScoreTable.Row> rows =
                    ScoreTable.of(found, now, reading.worth(run), reading.before(run), reading.weights(run));
            model.addAttribute(
                    "rows", rows.stream().filter(row -> !row.isEmpty()).toList());
            model.addAttribute(
                    "empty",
                    rows.stream()
                            .filter(ScoreTable.Row::isEmpty)
                            .map(row -> French.inSentence(row.title()))
                            .toList());
            model.addAttribute("difference", difference);
            model.addAttribute("moved", moved(difference));
            model.addAttribute(
                    "names",
                    names.of(Stream.concat(found.stream(), now.stream()).toList(), List.of(), List.of())
                            .naming(rights.named(plan)));
        }
    }

    private String waits(PlanRun run) {
        int before = runs.before(run);
        return before == 0
                ? "En attente : c'est le prochain calcul."
                : "En attente : " + French.count(before, "calcul") + " avant le vôtre.";
    }

    /** « 12 sessions changent : 8 changent de date, 5 de lieu ; 2 sont nouvelles ». */
    private static String moved(PlanDifference difference) {
        List<String> said = new ArrayList<>();
        if (!difference.changed().isEmpty()) {
            Map<String, Long> what = new LinkedHashMap<>();
            difference.changed().forEach(change -> change.what().forEach(name -> what.merge(name, 1L, Long::sum)));
            said.add(French.count(difference.changed().size(), "session change", "sessions changent") + " ("
                    + String.join(
                            ", ",
                            what.entrySet().stream()
                                    .map(each -> each.getKey() + " : " + each.getValue())
                                    .toList())
                    + ")");
        }
        if (!difference.added().isEmpty()) {
            said.add(French.count(difference.added().size(), "est nouvelle", "sont nouvelles"));
        }
        if (!difference.removed().isEmpty()) {
            said.add(French.count(difference.removed().size(), "disparaît", "disparaissent"));
        }
        return String.join(", ", said);
    }
}
