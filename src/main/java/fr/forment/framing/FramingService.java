package fr.forment.framing;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.project.Milestone;
import fr.forment.project.Project;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team answers the questions of the framing, the IEN decides; an answer that changes is to be decided again. */
@Service
@Transactional
@RequiredArgsConstructor
public class FramingService {

    private final FramingDecisions decisions;
    private final FramingFigures figures;
    private final Projects projects;
    private final Journal journal;
    private final Clock clock;

    /**
     * @param seen version of the answer the person saw, 0 where there was none
     * @param decided by the IEN, in the same go
     * @throws Refusal when somebody else wrote meanwhile, or the project was given up
     */
    public void answer(long projectId, FramingQuestion question, int seen, FramingAnswer typed, boolean decided) {
        Project project = open(projectId);
        FramingDecision before = decisions.of(projectId).get(question);
        if (before == null ? seen != 0 : seen != before.version()) {
            throw new Refusal(
                    "Une autre réponse à cette question vient d'être enregistrée : elle est écrite ci-dessous. La vôtre est gardée dans le formulaire ; comparez-les, puis enregistrez de nouveau.");
        }
        write(
                project,
                before,
                new FramingDecision(
                        question, seen + 1, typed.text(), typed.owner(), typed.dueOn(), typed.figure(), null, null),
                decided);
    }

    /**
     * Decides on answers as they were read; one that changed since is left as it is.
     *
     * @param seen the version read, by question
     * @return how many are decided now
     */
    public int decide(long projectId, Map<FramingQuestion, Integer> seen) {
        Project project = open(projectId);
        Map<FramingQuestion, FramingDecision> known = decisions.of(projectId);
        int count = 0;
        for (Map.Entry<FramingQuestion, Integer> each : seen.entrySet()) {
            FramingDecision proposed = known.get(each.getKey());
            if (proposed != null && !proposed.isDecided() && proposed.version() == each.getValue()) {
                write(project, proposed, proposed, true);
                count++;
            }
        }
        return count;
    }

    private void write(Project project, FramingDecision before, FramingDecision answer, boolean decided) {
        FramingDecision kept = decided
                ? new FramingDecision(
                        answer.question(),
                        answer.version(),
                        answer.text(),
                        answer.owner(),
                        answer.dueOn(),
                        answer.figure() == null ? figures.of(project).get(answer.question()) : answer.figure(),
                        journal.author(),
                        LocalDate.now(clock))
                : answer;
        decisions.save(project.id(), kept);
        journal.add(JournalEntry.of(ProjectEvent.JOURNAL, project.id())
                .what((decided ? Milestone.FRAMING_DECIDED : Milestone.FRAMING_ANSWERED).name())
                .change(before == null ? null : before.text(), kept.text())
                .because(kept.question().label() + " : " + kept.text() + " (" + kept.owner() + ", "
                        + French.numeric(kept.dueOn()) + ")"));
    }

    private Project open(long projectId) {
        decisions.lock(projectId);
        Project project = projects.find(projectId).orElseThrow();
        if (project.state() == ProjectState.ABANDONNE) {
            throw new Refusal("Ce projet est abandonné : ses réponses restent lisibles, et ne changent plus.");
        }
        return project;
    }
}
