package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanApproved;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.SessionChange;
import fr.forment.plan.words.PlanDifference;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an amendment changes is what changes for people, whatever the line of the plan in force says by now. */
@HouseTest
@Tag("attack")
class BackToThePlanTest extends ToldSession {

    private static final LocalDate OTHER = WEDNESDAY.plusDays(21);
    private static final LocalDateTime MOVED = WEDNESDAY.plusDays(8).atTime(17, 0);
    private static final LocalDateTime PLANNED = WEDNESDAY.atTime(14, 0);

    @Autowired
    AmendmentService amendments;

    @Autowired
    ComputedPlanService computed;

    @Autowired
    PlanEditingService editing;

    @Autowired
    PlanFollowUp followUp;

    @Autowired
    SessionService service;

    @Autowired
    IncidentService incidents;

    @Override
    void furtherLines() {
        approved.line(
                plan,
                2,
                "VAGUE",
                "PEDA-1",
                OTHER,
                LocalTime.of(14, 0),
                60,
                20,
                circo.erun().id(),
                List.of("ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
    }

    @Test
    void anAmendmentBringsASessionBackToTheDayOfThePlan() throws Exception {
        moveByHand(MOVED);
        Plan amendment = prepared();
        back(amendment);
        assertThat(changed(amendment))
                .as("before the decision")
                .singleElement()
                .satisfies(BackToThePlanTest::comesBack);
        assertThat(plans.find(amendment.id()).map(Plan::isPendingAmendment)).contains(true);

        approve(amendment);

        assertThat(now().startsAt()).isEqualTo(PLANNED);
        assertThat(changed(amendment)).as("and after it").singleElement().satisfies(BackToThePlanTest::comesBack);
        assertThat(journal.latest(TrainingSession.JOURNAL, session.id()))
                .anyMatch(entry -> String.valueOf(entry.after()).contains("18 novembre 2026"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE ? AND state = 'HELD'")
                        .param("trainingSession:amended:" + session.id() + ":%")
                        .query(Integer.class)
                        .single())
                .as("letters that wait to be read again")
                .isPositive();
        assertThat(visitor.page(circo.ien(), "/plans/" + amendment.id() + "/comparer")
                        .text())
                .contains("26 novembre 2026 → mercredi 18 novembre 2026");
    }

    /** Also where people moved it once the amendment was open. */
    @Test
    void soItDoesWhereItMovedMeanwhile() throws Exception {
        Plan amendment = prepared();
        moveByHand(MOVED);
        back(amendment);
        approve(amendment);
        assertThat(now().startsAt()).isEqualTo(PLANNED);
    }

    /** What it leaves alone it changes for nobody, and says so once it is approved. */
    @Test
    void whatItLeavesAloneStaysAndIsNoDifference() throws Exception {
        moveByHand(MOVED);
        Plan amendment = prepared();
        assertThat(changed(amendment)).isEmpty();
        moveByHand(MOVED.plusDays(7));
        approve(amendment);
        assertThat(now().startsAt()).isEqualTo(MOVED.plusDays(7));
        assertThat(changed(amendment)).isEmpty();
    }

    /** Something happens to another session: the amendment that answers brings nobody back by mistake. */
    @Test
    void theAnswerToWhatHappenedLeavesWhatPeopleMoved() throws Exception {
        moveByHand(MOVED);
        Happening ill =
                new Happening(Happened.ABSENCE, List.of(circo.erun().id()), List.of(), false, null, OTHER, OTHER);
        Plan amendment = answered(ill);
        assertThat(changed(amendment))
                .extracting(change -> change.after().line())
                .containsExactly(2);
        approve(amendment);
        assertThat(now().startsAt()).isEqualTo(MOVED);
    }

    @Test
    void aSessionThatWasCalledOffHoldsNoAnswerUp() throws Exception {
        ground.as(circo.ien());
        service.cancel(session.id(), "Plus personne ne vient");
        driver.runDue();
        Happening ill =
                new Happening(Happened.ABSENCE, List.of(circo.erun().id()), List.of(), false, null, OTHER, OTHER);
        Plan amendment = answered(ill);
        assertThat(changed(amendment))
                .extracting(change -> change.after().line())
                .containsExactly(2);
        approve(amendment);
        assertThat(now().state()).isEqualTo(SessionState.ANNULEE);
    }

    private static void comesBack(PlanDifference.Changed change) {
        assertThat(change.before().startsAt()).isEqualTo(MOVED);
        assertThat(change.after().startsAt()).isEqualTo(PLANNED);
        assertThat(change.what()).containsExactlyInAnyOrder("date", "heure");
    }

    private Plan answered(Happening happening) {
        ground.as(circo.ien());
        Aftermath found = incidents.look(plans.find(plan.planId()).orElseThrow(), happening);
        assertThat(found.changesThePlan()).isTrue();
        return plans.find(incidents
                        .apply(plan.planId(), happening, "", found.print())
                        .planId())
                .orElseThrow();
    }

    private void moveByHand(LocalDateTime start) throws Exception {
        assertThat(moved(
                        "/sessions/" + session.id(),
                        start.toLocalDate(),
                        start.toLocalTime().toString(),
                        ""))
                .contains("null"); // no problem told
        assertThat(now().startsAt()).isEqualTo(start);
    }

    private Plan prepared() {
        ground.as(circo.erun());
        return amendments.prepare(plan.planId(), "Retour à la première date");
    }

    private void back(Plan amendment) {
        ground.as(circo.erun());
        PlannedSession stands = computed.basis(amendment.id()).sessions().stream()
                .filter(line -> line.line() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(stands.startsAt()).isEqualTo(MOVED);
        editing.change(
                amendment.id(),
                1,
                new SessionChange(
                        PLANNED.toLocalDate(),
                        PLANNED.toLocalTime(),
                        stands.place(),
                        stands.trainerAgentId(),
                        stands.capacity()),
                seen -> {});
    }

    private void approve(Plan amendment) {
        jdbc.sql("UPDATE training_plan SET state = 'REMPLACE' WHERE id = ?")
                .param(plan.planId())
                .update();
        jdbc.sql("UPDATE training_plan SET state = 'APPROUVE' WHERE id = ?")
                .param(amendment.id())
                .update();
        approved.tell(new PlanApproved(amendment.id(), plan.projectId(), plan.planId()));
        driver.runDue();
    }

    private List<PlanDifference.Changed> changed(Plan amendment) {
        Plan inForce = plans.find(plan.planId()).orElseThrow();
        Plan said = plans.find(amendment.id()).orElseThrow();
        return followUp.difference(inForce, plans.sessions(inForce.id()), said, plans.sessions(said.id()))
                .changed();
    }

    private TrainingSession now() {
        return sessions.find(session.id()).orElseThrow();
    }
}
