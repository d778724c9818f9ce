package fr.forment.framing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.french.Refusal;
import fr.forment.project.ProjectGround;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people answer one question at once: one of them is told, and no answer is written over another. */
@HouseTest
class FramingRaceTest {

    private static final int ROUNDS = 10;

    @Autowired
    FramingService service;

    @Autowired
    FramingDecisions decisions;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Test
    void oneOfTwoAnswersAtOnceIsRefused() throws Exception {
        long project = stages.created(ground.circonscription(1), 1).id();
        var hands = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                int seen = round;
                var together = new CyclicBarrier(2);
                List<Future<Boolean>> both = hands.invokeAll(List.<Callable<Boolean>>of(
                        () -> isKept(project, seen, "L'un", together),
                        () -> isKept(project, seen, "L'autre", together)));
                assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
                assertThat(decisions.of(project).get(FramingQuestion.CHARGE).version())
                        .isEqualTo(seen + 1);
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private boolean isKept(long project, int seen, String text, CyclicBarrier together) throws Exception {
        together.await();
        try {
            service.answer(
                    project,
                    FramingQuestion.CHARGE,
                    seen,
                    new FramingAnswer(text, "E-RUN", LocalDate.of(2027, 1, 15), null),
                    false);
            return true;
        } catch (Refusal told) {
            return false;
        }
    }
}
