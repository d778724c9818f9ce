package fr.forment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.forment.engine.WalkedPaths;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every node and every conditional flow of every model is walked by some test. Runs last, and judges only a complete run. */
@Order(Integer.MAX_VALUE)
class ModelCoverageTest {

    @Test
    void everyNodeAndEveryAnswerIsWalked() throws IOException {
        Set<String> walked = WalkedPaths.walked();
        List<Model> models = models();
        Set<String> begun = walked.stream().map(place -> place.substring(0, place.indexOf(':'))).collect(Collectors.toSet());
        // A developer who runs one class asks another question than the whole build.
        assumeTrue(models.stream().allMatch(model -> begun.contains(model.process().getAttribute("id"))), "only part of the path tests ran");
        Set<String> missed = new TreeSet<>();
        int total = 0;
        for (Model model : models) {
            String process = model.process().getAttribute("id");
            var wanted = Stream.concat(model.nodes().stream().map(Model.FlowNode::id), model.conditionalFlows().keySet().stream()).toList();
            total += wanted.size();
            wanted.stream().map(id -> process + ":" + id).filter(place -> !walked.contains(place)).forEach(missed::add);
        }
        assertThat(missed).as("places never walked, of %d", total).isEmpty();
        assertThat(total).isPositive();
    }

    private static List<Model> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(Model::new).toList();
        }
    }
}
