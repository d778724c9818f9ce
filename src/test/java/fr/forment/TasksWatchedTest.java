package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nobody waits for a task without somebody hearing of it: each user task of each model is reminded, and then either
 * somebody else hears of it or the case goes on without it. What does neither stands here with its reason.
 */
class TasksWatchedTest {

    /** Reminded elsewhere, or asked so late that a reminder would come after its own end. */
    private static final Map<String, String> REMINDED_ELSEWHERE = Map.of(
            "needsSurvey:answer",
            "the campaign reminds all silent schools at once (remindFirst, remindLast), entrusts them to others, escalates");

    private static final Map<String, String> ENDED_ELSEWHERE =
            Map.of("needsSurvey:answer", "the campaign closes surveys that are not answered");

    /** The policy sends the letter of that rank to somebody above. */
    private static final Set<String> TO_SOMEBODY_ABOVE = Set.of(
            "trainingSession:remindMarks3",
            "entRelease:remindQualification2",
            "entRelease:remindReview2",
            "trainingPlan:openToDelegate",
            "technicalReadiness:escalateReadiness",
            "trainingSession:escalateDate");

    @Test
    void everyTaskIsReminded() throws IOException {
        assertThat(missing(watch -> !watch.cancels() && watch.step().startsWith("remind"), REMINDED_ELSEWHERE.keySet()))
                .as("tasks that lie without a word to whoever has them")
                .isEmpty();
    }

    @Test
    void everyTaskThatLiesIsHeardOfAboveOrEndsByItself() throws IOException {
        assertThat(missing(
                        watch -> watch.cancels()
                                || watch.step().startsWith("escalate")
                                || TO_SOMEBODY_ABOVE.contains(watch.model() + ":" + watch.step()),
                        ENDED_ELSEWHERE.keySet()))
                .as("tasks that may lie for ever without anybody else hearing of it")
                .isEmpty();
    }

    @Test
    void theShortListsNameTasksThatAre() throws IOException {
        Set<String> tasks = models().stream()
                .flatMap(model -> model.userTasks().stream().map(task -> id(model) + ":" + task.id()))
                .collect(Collectors.toSet());
        assertThat(tasks).containsAll(REMINDED_ELSEWHERE.keySet()).containsAll(ENDED_ELSEWHERE.keySet());
        Set<String> steps = models().stream()
                .flatMap(model -> model.serviceTasks().keySet().stream().map(step -> id(model) + ":" + step))
                .collect(Collectors.toSet());
        assertThat(steps).containsAll(TO_SOMEBODY_ABOVE);
    }

    private static Set<String> missing(Predicate<Model.Watch> wanted, Set<String> but) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Model model : models()) {
            model.userTasks().stream()
                    .map(Model.UserTask::id)
                    .filter(task -> model.watches(task).stream().noneMatch(wanted))
                    .map(task -> id(model) + ":" + task)
                    .forEach(missing::add);
        }
        missing.removeAll(but);
        return missing;
    }

    private static String id(Model model) {
        return model.process().getAttribute("id");
    }

    private static List<Model> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(Model::new)
                    .toList();
        }
    }
}
