package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One decision per version, whoever decides and however many at once. */
@HouseTest
class PlanDecisionServiceTest {

    @Autowired
    private PlanningGround ground;

    @Autowired
    private PlanService service;

    @Autowired
    private PlanDecisionService decisions;

    @Autowired
    private PlanOpinions opinions;

    @Autowired
    private Plans plansRead;

    @Autowired
    private Plans plans;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private JdbcClient jdbc;

    /** Whoever approves says that he knows who exceeds his hours. */
    @Test
    void approvesNoOverrunUnsaid() {
        long plan = submitted();
        jdbc.sql(
                        "UPDATE plan_load SET left_minutes = 0 WHERE plan_id = ? AND agent_id = (SELECT MIN(agent_id) FROM plan_load WHERE plan_id = ?)")
                .params(plan, plan)
                .update();
        assertThatThrownBy(() -> decisions.decide(plan, "approuver", ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("1 personne dépasse ses heures disponibles", "dépassements d'heures compris");
        assertThat(decisions.decide(plan, "approuverAvecDepassement", "")).isEqualTo(Verdict.APPROUVER);
        assertThat(plansRead.history(plan)).extracting(JournalEntry::what).contains("Dépassements d'heures acceptés");
    }

    @Test
    void tellsTheSecondThatItIsDecided() {
        long plan = submitted();
        decisions.decide(plan, Verdict.APPROVED_WITH_OVERRUN, "");

        assertThatThrownBy(() -> decisions.decide(plan, "rejeter", "Trop tard"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Ce plan a déjà fait l'objet d'une décision. Rechargez la page pour la lire.");
        assertThat(opinions.decisions(plan))
                .extracting(PlanOpinions.Decision::verdict)
                .containsExactly(Verdict.APPROUVER);
    }

    @Test
    void recordsExactlyOneOfTwoDecisionsTakenAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            long plan = submitted();
            var start = new CyclicBarrier(2);

            long recorded = together(
                    () -> decide(start, plan, Verdict.APPROVED_WITH_OVERRUN), () -> decide(start, plan, "rejeter"));

            assertThat(recorded).isEqualTo(1);
            assertThat(opinions.decisions(plan)).hasSize(1);
            assertThat(plans.find(plan).orElseThrow().state().isOpen()).isFalse();
        }
    }

    private boolean decide(CyclicBarrier start, long plan, String code) throws Exception {
        start.await();
        try {
            decisions.decide(plan, code, "Parce que");
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    @SafeVarargs
    private static long together(Callable<Boolean>... acts) throws Exception {
        var pool = Executors.newFixedThreadPool(acts.length);
        try {
            long done = 0;
            for (Future<Boolean> act : pool.invokeAll(List.of(acts))) {
                done += act.get() ? 1 : 0;
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private long submitted() {
        long plan = service.begin(ground.projectWithNeeds().number()).id();
        driver.theCase("trainingPlan", plan)
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .waitsAt("approve");
        return plan;
    }
}
