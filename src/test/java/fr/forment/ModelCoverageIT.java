package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every node and every conditional flow of every model is walked by some test, every task ended by everybody. Runs last
 * and judges what ran before it: who runs a part of the tests by name leaves this one out, or reads what that part does
 * not walk. It never skips, for a gate that sleeps is none.
 */
class ModelCoverageIT {

    @Test
    void everyNodeAndEveryAnswerIsWalked() throws IOException {
        Set<String> walked = Witness.WALKED.all();
        List<Model> models = models();
        assertThat(models)
                .extracting(ModelCoverageIT::id)
                .as("models; those that no test begins are named below")
                .isSubsetOf(begun(walked));
        Set<String> missed = new TreeSet<>();
        int total = 0;
        for (Model model : models) {
            var wanted = Stream.concat(
                            model.nodes().stream().map(Model.FlowNode::id), model.conditionalFlows().keySet().stream())
                    .toList();
            total += wanted.size();
            wanted.stream()
                    .map(id -> id(model) + ":" + id)
                    .filter(place -> !walked.contains(place))
                    .forEach(missed::add);
        }
        assertThat(missed).as("places never walked, of %d", total).isEmpty();
        assertThat(total).isPositive();
    }

    @Test
    void everyTaskIsEndedFromTasklistByEachKindOfPersonItIsOfferedTo() throws IOException {
        List<Model> models = models();
        Set<String> offered = Witness.OFFERED.all();
        Set<String> ended = Witness.ENDED.all();
        assertThat(Witness.REFUSED.all())
                .filteredOn(refused -> !ended.contains(refused.split(Witness.BECAUSE)[0]))
                .as("people to whom a task is open and who cannot end it")
                .isEmpty();
        assertThat(offered).as("ways nobody of the tests went").isSubsetOf(ended);
        Set<String> tasks = tasks(models);
        assertThat(offered.stream().map(way -> way.split(" ")[0]).collect(Collectors.toSet()))
                .isEqualTo(tasks);
    }

    /** What a person did in a task is told by the journal, at once: it is what is sealed. */
    @Test
    void everyTaskIsToldByTheJournal() throws IOException {
        Set<String> tasks = tasks(models());
        assertThat(tasks).isNotEmpty();
        Set<String> untold = new TreeSet<>(tasks);
        untold.removeAll(Witness.TOLD.all());
        assertThat(untold).as("tasks that end without a line in the journal").isEmpty();
    }

    private static Set<String> tasks(List<Model> models) {
        return models.stream()
                .flatMap(model -> model.nodes().stream()
                        .filter(node -> node.type().equals("userTask"))
                        .map(node -> id(model) + ":" + node.id()))
                .collect(Collectors.toSet());
    }

    private static String id(Model model) {
        return model.process().getAttribute("id");
    }

    private static Set<String> begun(Set<String> walked) {
        return walked.stream()
                .map(place -> place.substring(0, place.indexOf(':')))
                .collect(Collectors.toSet());
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
