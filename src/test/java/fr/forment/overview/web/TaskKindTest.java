package fr.forment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.engine.OpenTask;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskKindTest {

    private static final Instant NOW = Instant.parse("2026-11-10T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void manyOfOneStepAreOneLineAndTheSheetStaysInSight() {
        Stream<OpenTask> surveys = IntStream.range(0, 12)
                .mapToObj(n -> task(
                        "s" + n, "Répondre à l'enquête : École " + n, "survey", NOW.plusSeconds(86_400L * (n + 2))));
        Stream<OpenTask> others = Stream.of(
                task("a", "Émargement : Prise en main", "mark", NOW.minusSeconds(2 * 86_400)),
                task("b", "Fixer la date", "date", null));
        List<TaskKind> kinds = TaskKind.of(Stream.concat(surveys, others).toList(), CLOCK);

        assertThat(kinds)
                .extracting(TaskKind::label)
                .as("due first, without a day last")
                .containsExactly("Émargement", "Répondre à l'enquête", "Fixer la date");
        assertThat(kinds).extracting(kind -> kind.tasks().size()).containsExactly(1, 12, 1);
        assertThat(kinds).extracting(TaskKind::late).containsExactly(1L, 0L, 0L);
        assertThat(kinds.get(0).first().name()).isEqualTo("Émargement : Prise en main");
    }

    @Test
    void aFewStandOneByOne() {
        List<OpenTask> three = IntStream.range(0, 3)
                .mapToObj(n -> task("s" + n, "Engager l'école : École " + n, "engage", NOW))
                .toList();
        assertThat(TaskKind.of(three, CLOCK)).hasSize(3).allMatch(TaskKind::isSingle);
        assertThat(TaskKind.of(List.of(), CLOCK)).isEmpty();
    }

    @Test
    void aGroupSaysOnlyWhatItsTasksHaveInCommon() {
        assertThat(label("Saisir l'émargement – Cadres, lundi", "Saisir l'émargement – Parents, mardi"))
                .isEqualTo("Saisir l'émargement");
        assertThat(label("Fixer la date – Parents, lundi, École A", "Fixer la date – Parents, lundi, École B"))
                .isEqualTo("Fixer la date – Parents, lundi");
        assertThat(label("Fixer la date – Parents, lundi", "Fixer la date – Parents, lundi"))
                .isEqualTo("Fixer la date – Parents, lundi");
        assertThat(label("Arrivée à confirmer\u00a0: Anne", "Arrivée à confirmer\u00a0: Annette"))
                .isEqualTo("Arrivée à confirmer");
    }

    private static String label(String one, String other) {
        List<OpenTask> tasks = Stream.of(one, other, one, other)
                .map(name -> task(name, name, "step", NOW))
                .toList();
        return TaskKind.of(tasks, CLOCK).get(0).label();
    }

    private static OpenTask task(String id, String name, String step, Instant due) {
        return new OpenTask(id, name, "process", step, "1", NOW.minusSeconds(86_400), due, "/t/" + id);
    }
}
