package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.plan.LeavingSchools;
import fr.forment.plan.PlanApproved;
import fr.forment.project.PlaceState;
import fr.forment.project.Projects;
import fr.forment.project.opening.SchoolDepartureService;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People of a school that leaves its project are asked nothing more for it; nor is anybody for a day of closure. */
@HouseTest
@Tag("attack")
class SchoolLeavesTest extends ToldSession {

    private static final LocalDate LATER = WEDNESDAY.plusDays(21);

    @Autowired
    SessionService service;

    @Autowired
    SchoolDepartureService departures;

    @Autowired
    LeavingSchools noted;

    @Autowired
    Projects projects;

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
    void whoLosesAPlaceIsProposedAnother() {
        cancelled();
        assertThat(proposed()).as("what the other tests would see").isNotEmpty();
    }

    @Test
    void nobodyOfASchoolThatLeftIsProposedAnother() {
        ground.as(circo.ien());
        departures.leave(plan.projectId(), school(), "La commune a choisi un autre ENT.");
        cancelled();
        assertThat(proposed()).isEmpty();
        assertThat(waiting()).as("nor does anybody of it wait for one").isEmpty();
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM outbox_mail WHERE template LIKE 'waiting/%' AND agent_id IN (:people)")
                        .param("people", people())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoWaitsInTheProjectsLineWaitsNoMore() {
        cancelled();
        assertThat(waiting()).isNotEmpty();
        ground.as(circo.ien());
        departures.leave(plan.projectId(), school(), "La commune a choisi un autre ENT.");
        driver.runDue();
        assertThat(waiting()).isEmpty();
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM place_offer o JOIN place_request r ON r.id = o.request_id WHERE o.state = 'OUVERTE' AND r.agent_id IN (:people)")
                        .param("people", people())
                        .query(Integer.class)
                        .single())
                .as("what was proposed is given back")
                .isZero();
    }

    @Test
    void nobodyIsProposedADayOnWhichHisSchoolIsClosed() {
        ground.as(circo.cpc());
        closures.close(circo.uai(), school(), LATER, null, "Neige");
        cancelled();
        assertThat(proposed()).isEmpty();
        assertThat(waiting()).as("they wait for another day").isNotEmpty();
        assertThat(jdbc.sql(
                                "SELECT DISTINCT p.reasons FROM passed_over p JOIN place_request r ON r.id = p.request_id WHERE r.agent_id IN (:people)")
                        .param("people", people())
                        .query(String.class)
                        .list())
                .containsExactly("ECOLE_FERMEE");
    }

    /** The IEN approves the version that lets it go: the school leaves in the same breath. */
    @Test
    void aSchoolLeavesWithTheVersionThatLetsItGo() {
        noted.note(plan.planId(), school());
        approved.tell(new PlanApproved(plan.planId(), plan.projectId(), null));
        assertThat(state()).as("a version that expects it keeps it").isNotEqualTo(PlaceState.RETIREE);
        jdbc.sql("DELETE FROM planned_session_school WHERE school_uai = ?")
                .param(school())
                .update();
        noted.note(plan.planId(), school());
        approved.tell(new PlanApproved(plan.planId(), plan.projectId(), null));
        assertThat(state()).isEqualTo(PlaceState.RETIREE);
    }

    @Test
    void theIenTakesASchoolOutOnThePageOfTheProject() throws Exception {
        String page = "/projets/" + plan.projectId();
        assertThat(visitor.page(circo.ien(), page).select("#ecoleSortie option").eachAttr("value"))
                .contains(school());
        var answer = visitor.as(
                circo.ien(),
                post(page + "/sortie").param("ecoleSortie", school()).param("motifSortie", "Autre ENT"));
        assertThat(answer.getRedirectedUrl()).isEqualTo(page);
        assertThat(state()).isEqualTo(PlaceState.RETIREE);
        assertThat(visitor.page(circo.ien(), page).text()).contains("Autre ENT");
        assertThat(visitor.page(circo.ien(), page).select("#ecoleSortie option").eachAttr("value"))
                .doesNotContain(school());
        ground.as(circo.ien());
        assertThatThrownBy(() -> departures.leave(plan.projectId(), school(), "Autre ENT"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'est plus dans le projet");
        assertThatThrownBy(
                        () -> departures.leave(plan.projectId(), circo.schools().get(1), " "))
                .hasMessageContaining("Indiquez pourquoi");
    }

    /** By the IEN's word at once, and the page of the school says the same. */
    @Test
    void theDirectionIsWrittenThatItsSchoolLeft() throws Exception {
        ground.as(circo.ien());
        departures.leave(plan.projectId(), school(), "La commune a choisi un autre ENT.");
        assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.get("BUNDLE_ID"))
                .isNull());
        assertThat(String.valueOf(letters().get(0).get("BODY_TEXT")))
                .contains("ne fait plus partie du projet", "La commune a choisi un autre ENT.", "attestations", "IEN");
        assertThat(visitor.page(director(), "/ecole").text())
                .contains("ne fait plus partie du projet", "La commune a choisi un autre ENT.")
                .doesNotContain("ne fait pas encore partie");
    }

    /** With an amendment it waits with the other letters of it. */
    @Test
    void theLetterOfASchoolThatAnAmendmentLetsGoWaits() {
        noted.note(plan.planId(), school());
        jdbc.sql("DELETE FROM planned_session_school WHERE school_uai = ?")
                .param(school())
                .update();
        approved.tell(new PlanApproved(plan.planId(), plan.projectId(), null));
        assertThat(letters()).singleElement().satisfies(letter -> assertThat(
                        jdbc.sql("SELECT about FROM mail_bundle WHERE id = ?")
                                .param(letter.get("BUNDLE_ID"))
                                .query(String.class)
                                .single())
                .isEqualTo("/plans/" + plan.planId()));
    }

    private Agent director() {
        return circo.directors().get(0);
    }

    private List<Map<String, Object>> letters() {
        return jdbc.sql(
                        "SELECT bundle_id, body_text FROM outbox_mail WHERE template = 'project/schoolLeft' AND to_address = ?")
                .param(director().email())
                .query()
                .listOfRows();
    }

    private String school() {
        return circo.schools().get(0);
    }

    private PlaceState state() {
        return projects.place(plan.projectId(), school()).orElseThrow().state();
    }

    private void cancelled() {
        ground.as(circo.ien());
        service.cancel(session.id(), "Plus de salle");
        driver.runDue();
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.ANNULEE);
    }

    private List<Long> people() {
        return circo.teachers().stream()
                .filter(agent -> school().equals(agent.schoolUai()))
                .map(Agent::id)
                .toList();
    }

    private List<Long> proposed() {
        return jdbc.sql(
                        "SELECT r.agent_id FROM place_offer o JOIN place_request r ON r.id = o.request_id WHERE r.agent_id IN (:people)")
                .param("people", people())
                .query(Long.class)
                .list();
    }

    private List<Long> waiting() {
        return jdbc.sql("SELECT agent_id FROM place_request WHERE active_agent_id IN (:people)")
                .param("people", people())
                .query(Long.class)
                .list();
    }
}
