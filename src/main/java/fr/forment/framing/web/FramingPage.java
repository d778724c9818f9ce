package fr.forment.framing.web;

import fr.forment.account.Signatures;
import fr.forment.framing.FramingDecision;
import fr.forment.framing.FramingDecisions;
import fr.forment.framing.FramingFigures;
import fr.forment.framing.FramingQuestion;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of the framing's questions shows. */
@Component
@RequiredArgsConstructor
class FramingPage {

    private final FramingDecisions decisions;
    private final FramingFigures figures;
    private final FramingRights rights;
    private final Signatures signatures;

    /** As it stands in the fields of a question; texts, for they may be wrong. */
    record Form(String text, String owner, String dueOn, String figure) {}

    /**
     * @param decision null without an answer
     * @param counted what the house counts; null without anything
     * @param problem why what was typed is refused; null
     */
    record Row(
            FramingQuestion question, FramingDecision decision, String by, String counted, Form form, String problem) {

        public int version() {
            return decision == null ? 0 : decision.version();
        }

        public boolean isProposed() {
            return decision != null && !decision.isDecided();
        }

        /** What the button of the decision sends. */
        public String seen() {
            return question.name() + ":" + version();
        }
    }

    String show(Project project, Model model) {
        return show(project, null, null, null, model);
    }

    /** With what was typed to one question, and why it is refused. */
    String show(Project project, FramingQuestion refused, Form typed, String problem, Model model) {
        Map<FramingQuestion, FramingDecision> known = decisions.of(project.id());
        Map<FramingQuestion, String> counted = figures.of(project);
        Map<String, String> names = signatures.readAll(known.values().stream()
                .filter(FramingDecision::isDecided)
                .map(FramingDecision::decidedBy)
                .toList());
        List<Row> rows = Arrays.stream(FramingQuestion.values())
                .map(question -> row(
                        question,
                        known.get(question),
                        counted.get(question),
                        names,
                        question == refused ? typed : null,
                        question == refused ? problem : null))
                .toList();
        model.addAttribute("project", project);
        model.addAttribute("rows", rows);
        model.addAttribute("proposed", rows.stream().filter(Row::isProposed).toList());
        model.addAttribute(
                "decidedCount",
                rows.stream()
                        .filter(row -> row.decision() != null && row.decision().isDecided())
                        .count());
        model.addAttribute("answers", rights.answers(project) && !isGivenUp(project));
        model.addAttribute("decides", rights.decides(project) && !isGivenUp(project));
        return "framing/framing";
    }

    private static boolean isGivenUp(Project project) {
        return project.state() == ProjectState.ABANDONNE;
    }

    private static Row row(
            FramingQuestion question,
            FramingDecision decision,
            String counted,
            Map<String, String> names,
            Form typed,
            String problem) {
        Form kept = decision == null
                ? new Form(null, null, null, null)
                : new Form(decision.text(), decision.owner(), decision.dueOn().toString(), decision.figure());
        return new Row(
                question,
                decision,
                decision == null || !decision.isDecided() ? null : names.get(decision.decidedBy()),
                counted,
                typed == null ? kept : typed,
                problem);
    }
}
