package fr.forment.plan.words;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanOpinions;
import fr.forment.plan.Plans;
import fr.forment.plan.Verdict;
import fr.forment.project.Milestone;
import fr.forment.project.ProjectEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What was said of a plan as a whole: why it was asked for, sent back, rejected and made anew, and what the team
 * answered. Whoever decides on a version reads what it answers.
 */
@Component
@RequiredArgsConstructor
public class AskedOfPlan {

    /** How the history of a version calls what it was asked for, and its correction. */
    public static final String AMENDMENT = "Avenant demandé";

    public static final String REVISED = "Révision terminée";

    /** @param what in French, such as « Révision terminée » */
    public record Said(String what, Instant at, String byWhom, String text) {}

    private static final Set<String> TOLD = Set.of(AMENDMENT, REVISED);

    private final Plans plans;
    private final PlanOpinions opinions;
    private final Journal journal;

    /** Oldest first; none without words. */
    public List<Said> of(Plan plan) {
        List<PlanOpinions.Decision> decisions = opinions.decisions(plan.rootId());
        Stream<Said> decided = decisions.stream()
                .map(decision -> new Said(
                        decision.verdict().label(), decision.at().toInstant(), decision.byWhom(), decision.remarks()));
        Stream<JournalEntry> told = plans.history(plan.rootId()).stream().filter(entry -> TOLD.contains(entry.what()));
        boolean again = decisions.stream().anyMatch(decision -> decision.verdict() == Verdict.REJETER);
        Stream<JournalEntry> redone = plan.isAmendment() || !again
                ? Stream.of()
                : journal.ofAll(ProjectEvent.JOURNAL, List.of(plan.projectId())).stream()
                        .filter(entry -> entry.what().equals(Milestone.PLAN_TO_REDO.name()));
        return Stream.of(
                        decided,
                        told.map(entry -> said(entry, entry.what())),
                        redone.map(entry -> said(entry, Milestone.PLAN_TO_REDO.label())))
                .flatMap(each -> each)
                .filter(said -> said.text() != null && !said.text().isBlank())
                .sorted(Comparator.comparing(Said::at))
                .toList();
    }

    private static Said said(JournalEntry entry, String what) {
        return new Said(what, entry.at(), entry.byWhom(), entry.why());
    }
}
