package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** The states of a version. */
class PlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    @Test
    void goesFromDraftToForce() {
        Plan plan = submitted();

        plan.decide(Verdict.APPROUVER, TODAY.plusDays(3));

        assertThat(plan.state()).isEqualTo(PlanState.APPROUVE);
        assertThat(plan.decidedOn()).isEqualTo(TODAY.plusDays(3));
        assertThat(plan.title()).isEqualTo("Plan, version 1");
    }

    @Test
    void refusesASecondDecision() {
        Plan plan = submitted();
        plan.decide(Verdict.APPROUVER, TODAY);

        assertThatIllegalStateException().isThrownBy(() -> plan.decide(Verdict.REJETER, TODAY));
        assertThat(plan.state()).isEqualTo(PlanState.APPROUVE);
    }

    @Test
    void decidesOnlyWhatWasSubmitted() {
        assertThatIllegalStateException().isThrownBy(() -> Plan.first(1, TODAY).decide(Verdict.APPROUVER, TODAY));
        assertThatIllegalStateException().isThrownBy(() -> Plan.first(1, TODAY).submit(TODAY));
    }

    @Test
    void numbersTheVersionAfterAReturn() {
        Plan plan = submitted();
        plan.decide(Verdict.RENVOYER, TODAY);

        Plan next = plan.next(TODAY.plusDays(1));

        assertThat(plan.state()).isEqualTo(PlanState.A_REVISER);
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.rootId()).isEqualTo(plan.rootId());
        assertThat(next.state()).isEqualTo(PlanState.BROUILLON);
        next.calculated();
        next.submit(TODAY);
        assertThat(next.state()).isEqualTo(PlanState.SOUMIS);
    }

    @Test
    void revisesOnlyWhatWasSentBack() {
        assertThatIllegalStateException().isThrownBy(() -> submitted().next(TODAY));
    }

    @Test
    void amendsOnlyWhatIsInForce() {
        Plan plan = submitted();
        assertThatIllegalStateException().isThrownBy(() -> Plan.amendmentOf(plan, 2, "grève", TODAY));
        plan.decide(Verdict.APPROUVER, TODAY);

        Plan amendment = Plan.amendmentOf(plan, 2, "grève", TODAY);

        assertThat(amendment.isAmendment()).isTrue();
        assertThat(amendment.basePlanId()).isEqualTo(plan.id());
        assertThat(amendment.title()).isEqualTo("Avenant n° 2, version 1");
        plan.replaced();
        assertThat(plan.state()).isEqualTo(PlanState.REMPLACE);
    }

    @Test
    void closesWhatIsStillOpenOnly() {
        Plan plan = submitted();
        plan.close();
        assertThat(plan.state()).isEqualTo(PlanState.CLOS);
        assertThatIllegalStateException().isThrownBy(plan::close);
    }

    private static Plan submitted() {
        Plan plan = Plan.first(1, TODAY);
        ReflectionTestUtils.setField(plan, "id", 7L);
        plan.calculated();
        plan.openToComments(TODAY);
        plan.submit(TODAY);
        return plan;
    }
}
