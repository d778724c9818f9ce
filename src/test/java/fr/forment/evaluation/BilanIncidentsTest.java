package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.project.Bilan;
import fr.forment.project.BilanDue;
import fr.forment.project.BilanService;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bilan of a vague and of its project is there, and says why, whatever became of the sessions. */
@HouseTest
class BilanIncidentsTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    ProcessDriver driver;

    @Autowired
    BilanService bilans;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Planned planned;

    @BeforeEach
    void aPlan() {
        circo = ground.circonscription(2);
        planned = plans.plan(circo, "VAGUES");
    }

    @Test
    void saysWhatWasCancelledPostponedAndRefused() throws Exception {
        TrainingSession refused = ofTheVague(some.session(circo, 10, 3));
        TrainingSession deserted = ofTheVague(some.session(circo, SessionGround.WEDNESDAY.withHour(9), 10, 3));
        some.enrol(refused, circo.teachers().get(0));
        driver.theCase("trainingSession", refused.id())
                .fires("cutOffReached")
                .completes("decideLow", Map.of("decision", "ANNULER", "motive", "Effectif trop faible"));
        driver.theCase("trainingSession", deserted.id())
                .completes("decideLow", Map.of("decision", "ANNULER", "motive", "Personne ne s'est inscrit"));
        TrainingSession cancelled = ofTheVague(some.session(circo, SessionGround.WEDNESDAY.plusDays(14), 10, 1));
        sessions.cancel(cancelled.id(), "Salle inondée, M. Untel");
        TrainingSession postponed = ofTheVague(
                some.session(circo, SessionGround.WEDNESDAY.plusDays(15).withHour(9), 10, 1));
        sessions.postpone(postponed.id(), SessionGround.WEDNESDAY.plusDays(21), null, "Neige", true);

        for (Long scope : Arrays.asList(planned.vagueId(), null)) {
            plans.tell(new BilanDue(planned.projectId(), scope));
            String page = visitor.page(
                            circo.ien(),
                            "/projets/" + planned.projectId() + (scope == null ? "" : "/vagues/1") + "/bilan")
                    .text()
                    .replace('\u00a0', ' ');
            assertThat(page)
                    .contains("1 session annulée ou non réalisée : personne ne s'est inscrit.")
                    .contains("1 session annulée ou non réalisée : effectif trop faible.")
                    .contains("1 session annulée ou non réalisée : autre motif, sur la page de la session.")
                    .contains("1 session a changé de date")
                    .doesNotContain("Untel");
        }
        assertThat(driver.incidents()).isEmpty();
    }

    /** One count for what is found, told and proposed; what is a postponed school's own is nobody's to hold again. */
    @Test
    void countsOnceWhatWasLostAndProposesOnlyWhatIsStillOwed() {
        String gone = circo.schools().get(0);
        jdbc.sql("UPDATE vague_school SET state = 'REPORTEE' WHERE vague_id = ? AND school_uai = ?")
                .params(planned.vagueId(), gone)
                .update();
        line(1, "PRES-ECOLE", Map.of());
        line(2, "PRES-ECOLE", Map.of(gone, 3));
        line(3, "PRES-PARENTS", Map.of(gone, 20));
        for (int number : List.of(1, 2, 3)) {
            TrainingSession lost =
                    ofTheVague(some.session(circo, SessionGround.WEDNESDAY.plusDays(7L * number), 10, 1));
            jdbc.sql("UPDATE training_session SET plan_line = ?, for_parents = ? WHERE id = ?")
                    .params(number, number == 3, lost.id())
                    .update();
            sessions.cancel(lost.id(), "Verglas");
        }
        plans.tell(new BilanDue(planned.projectId(), planned.vagueId()));
        Bilan bilan = bilans.find(planned.projectId(), planned.vagueId()).orElseThrow();
        assertThat(bilan.findings()).anyMatch(said -> said.startsWith("0 session tenue sur 2 prévues ; 2 annulées"));
        assertThat(bilan.about(Bilan.Topic.INCIDENTS))
                .contains(
                        "2 sessions annulées ou non réalisées : verglas.",
                        "1 réunion de parents annulée ou non réalisée : verglas.");
        assertThat(bilan.about(Bilan.Topic.PROPOSITION))
                .anyMatch(said -> said.startsWith("1 session n'a pas eu lieu"))
                .noneMatch(said -> said.contains("réunion"));
    }

    private void line(int number, String module, Map<String, Integer> seats) {
        boolean parents = module.equals("PRES-PARENTS");
        plans.line(
                planned,
                number,
                "VAGUE",
                module,
                SessionGround.WEDNESDAY.toLocalDate(),
                LocalTime.of(14, 0),
                60,
                20,
                null,
                List.of(parents ? "PARENT" : "ENSEIGNANT"),
                seats);
    }

    private TrainingSession ofTheVague(TrainingSession session) {
        jdbc.sql("UPDATE training_session SET project_id = ?, vague_id = ? WHERE id = ?")
                .params(planned.projectId(), planned.vagueId(), session.id())
                .update();
        return session;
    }
}
