package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.SessionChange;
import fr.forment.plan.Warning;
import fr.forment.plan.words.PlanDifference;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is said of an amendment that is open is said of the sessions as they stand today. */
@HouseTest
class OpenAmendmentTest extends ToldSession {

    private static final LocalDate SECOND = WEDNESDAY.plusDays(7);
    private static final LocalDateTime STANDS = SECOND.plusDays(1).atTime(17, 0);

    @Autowired
    AmendmentService amendments;

    @Autowired
    ComputedPlanService computed;

    @Autowired
    PlanEditingService editing;

    @Override
    void furtherLines() {
        approved.line(
                plan,
                2,
                "VAGUE",
                "PEDA-1",
                SECOND,
                LocalTime.of(14, 0),
                60,
                20,
                null,
                List.of("ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
        jdbc.sql("UPDATE planned_session SET place = 'Redon' WHERE plan_id = ?")
                .param(plan.planId())
                .update();
    }

    @Test
    void alertsAndWhatIsLookedForBeginWithWhatStands() throws Exception {
        movedByHand();
        Plan amendment = amendment();
        List<Warning> said = plans.warnings(amendment.id());
        assertThat(said)
                .extracting(Warning::text)
                .as("one of the two has a room by now")
                .anyMatch(text -> text.startsWith("1 session n'a pour lieu qu'une commune"));
        assertThat(said)
                .filteredOn(warning -> warning.text().contains("n'aura pas encore eu lieu"))
                .as("the order that people broke is told, and holds nothing up")
                .isNotEmpty()
                .allMatch(warning -> warning.weight() == Warning.Weight.IMPORTANT);
        PlanBasis basis = computed.basis(amendment.id());
        assertThat(line(basis.sessions(), 1).startsAt()).isEqualTo(STANDS);
        assertThat(basis.facts().inForce()).containsEntry(1, STANDS);
        assertThat(computed.isAsItWas(amendment.id(), basis.sessionsPrint())).isTrue();
    }

    /** Also where people move it while the amendment is open already. */
    @Test
    void whatMovesMeanwhileIsJudgedAnew() {
        Plan amendment = amendment();
        assertThat(plans.warnings(amendment.id()))
                .extracting(Warning::text)
                .anyMatch(text -> text.startsWith("2 sessions n'ont pour lieu qu'une commune"));
        movedByHand();
        computed.refresh(plans.find(amendment.id()).orElseThrow());
        assertThat(plans.warnings(amendment.id()))
                .extracting(Warning::text)
                .anyMatch(text -> text.startsWith("1 session n'a pour lieu qu'une commune"));
    }

    @Test
    void whoeverChangesOneThingOfASessionLeavesTheRestToIt() throws Exception {
        movedByHand();
        Plan amendment = amendment();
        Document form = visitor.page(circo.erun(), "/plans/" + amendment.id() + "/modifier/1");
        assertThat(form.select("input[name=day]").attr("value"))
                .isEqualTo(STANDS.toLocalDate().toString());
        PlannedSession stands = line(computed.basis(amendment.id()).sessions(), 1);
        ground.as(circo.erun());
        editing.change(
                amendment.id(),
                1,
                new SessionChange(
                        stands.day(),
                        stands.start(),
                        stands.place(),
                        circo.erun().id(),
                        stands.capacity()),
                seen -> assertThat(seen.startsAt()).isEqualTo(STANDS));
        PlannedSession said = line(plans.sessions(amendment.id()), 1);
        assertThat(said.trainerAgentId()).isEqualTo(circo.erun().id());
        assertThat(PlanDifference.between(plans.toldBefore(amendment), plans.sessions(amendment.id()))
                        .changed())
                .as("no word of the date nor of the place")
                .singleElement()
                .satisfies(change -> assertThat(change.what()).containsExactly("formateur"));
        assertThat(line(computed.basis(amendment.id()).sessions(), 1).startsAt())
                .isEqualTo(STANDS);
    }

    private Plan amendment() {
        ground.as(circo.erun());
        return amendments.prepare(plan.planId(), "Autre chose");
    }

    private void movedByHand() {
        jdbc.sql("UPDATE training_session SET starts_at = ?, ends_at = ?, place = ? WHERE id = ?")
                .params(STANDS, STANDS.plusMinutes(90), circo.schools().get(2), session.id())
                .update();
    }

    private static PlannedSession line(List<PlannedSession> sessions, int number) {
        return sessions.stream()
                .filter(session -> session.line() == number)
                .findFirst()
                .orElseThrow();
    }
}
