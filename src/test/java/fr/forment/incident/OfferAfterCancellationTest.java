package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.session.SessionService;
import fr.forment.session.closing.AmendedAway;
import fr.forment.waiting.LineLookService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An amendment leaves a session out: its people read that first, then that they may have a place in another one. */
@HouseTest
class OfferAfterCancellationTest extends ToldSession {

    private static final LocalDate LATER = WEDNESDAY.plusDays(21);

    @Autowired
    SessionService service;

    @Autowired
    LineLookService looks;

    /** The same module once more, for others, with places left. */
    @Override
    void furtherLines() {
        approved.line(
                plan,
                2,
                "VAGUE",
                "PRES-ECOLE",
                LATER,
                LocalTime.of(14, 0),
                90,
                20,
                circo.erun().id(),
                List.of("DIRECTEUR", "ENSEIGNANT"),
                Map.of(circo.schools().get(1), 2));
    }

    @Test
    void theProposalWaitsForTheLettersThatCallTheOtherSessionOff() throws Exception {
        leftOut();
        ground.as(circo.ien());
        service.cancel(session.id(), AmendedAway.WHY);
        driver.runDue();
        looks.round();
        long bundle = bundles.madeFor("/plans/" + plan.planId()).get(0).id();
        assertThat(recipients(bundle, "HELD")).contains(circo.teachers().get(0).email());
        assertThat(proposed()).isEmpty();
        assertThat(visitor.page(circo.erun(), "/attentes/" + circo.uai() + "/PRES-ECOLE")
                        .text())
                .contains("un courriel sur sa place dans une autre session attend d'être envoyé");

        transaction.executeWithoutResult(
                done -> bundles.release(bundle, "a" + circo.erun().id()));
        looks.round();
        assertThat(proposed()).contains(circo.teachers().get(0).id());
        driver.runDue();
        assertThat(jdbc.sql(
                                "SELECT template FROM outbox_mail WHERE agent_id = ? AND template IN ('session/cancelled', 'waiting/offered') ORDER BY sent_at, id")
                        .param(circo.teachers().get(0).id())
                        .query(String.class)
                        .list())
                .containsExactly("session/cancelled", "waiting/offered");
    }

    /** The plan in force has its line no more. */
    private void leftOut() {
        jdbc.sql(
                        "DELETE FROM planned_session_school WHERE planned_session IN (SELECT id FROM planned_session WHERE plan_id = ? AND line = 1)")
                .param(plan.planId())
                .update();
        jdbc.sql("DELETE FROM planned_session WHERE plan_id = ? AND line = 1")
                .param(plan.planId())
                .update();
    }

    private List<Long> proposed() {
        return jdbc.sql(
                        "SELECT r.agent_id FROM place_offer o JOIN place_request r ON r.id = o.request_id WHERE o.state = 'OUVERTE' AND r.circonscription_uai = ?")
                .param(circo.uai())
                .query(Long.class)
                .list();
    }
}
