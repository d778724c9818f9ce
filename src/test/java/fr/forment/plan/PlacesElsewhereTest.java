package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsGround;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.grid.Grid;
import fr.forment.grid.GridLine;
import fr.forment.grid.GridService;
import fr.forment.people.Agent;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.FactsPrint;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.session.EnrolmentService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two projects of one circonscription: whom the first has enrolled, the second does not expect again. */
@HouseTest
class PlacesElsewhereTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    /** Those that other tests left there would be counted with the circonscription's own. */
    private static final String OF_THE_DEPARTEMENT = "circonscription_uai IS NULL AND school_uai IS NULL";

    private static final LocalDate AWAY = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 15);

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private TestGround ground;

    @Autowired
    private NeedsGround campaigns;

    @Autowired
    private SessionService sessions;

    @Autowired
    private EnrolmentService enrolments;

    @Autowired
    private GridService grid;

    @Autowired
    private Grid lines;

    @Autowired
    private PlanService service;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanFactsReader reader;

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private TestGround.Circo circo;
    private long first;
    private Campaign second;
    private List<TrainingSession> held;

    @BeforeEach
    void theTrainersHaveTheirPlacesInTheFirst() {
        jdbc.sql("UPDATE agent SET left_on = ? WHERE " + OF_THE_DEPARTEMENT + " AND left_on IS NULL")
                .param(AWAY)
                .update();
        circo = ground.circonscription(2);
        first = campaigns.project(circo, TODAY, TODAY.plusDays(29), 50);
        ground.as(circo.ien());
        held = List.of(
                session("PRES-CADRES", LAST.minusDays(2), circo.ien(), circo.cpc(), circo.erun()),
                session("ADM-ERUN", LAST.minusDays(1), circo.erun(), circo.dsi()),
                session("FORM-FORMATEURS", LAST, circo.cpc(), circo.erun()),
                session("FORM-INSPECTION", LAST, circo.ien()));
        second = campaigns.campaign(circo, TODAY, TODAY.plusDays(29), 50);
        driver.runDue();
        ground.as(circo.cpc());
    }

    @AfterEach
    void theOthersAreBack() {
        jdbc.sql("UPDATE agent SET left_on = NULL WHERE " + OF_THE_DEPARTEMENT + " AND left_on = ?")
                .param(AWAY)
                .update();
    }

    private TrainingSession session(String module, LocalDate day, Agent... people) {
        TrainingSession opened = sessions.open(new NewSession(
                circo.uai(),
                first,
                module,
                day.atTime(module.equals("FORM-INSPECTION") ? 14 : 9, 0),
                120,
                "Mairie, Rennes",
                Format.PRESENTIEL,
                20,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
        for (Agent each : people) {
            enrolments.enrol(opened.id(), each.id(), null);
        }
        return opened;
    }

    @Test
    void noSessionIsPlannedForThemAndTheyLeadOnceTheirsAreOver() {
        grid.compute(second.id());
        assertThat(trainers()).isNotEmpty().allMatch(line -> line.people() == 0);
        Plan plan = plan();
        assertThat(plans.sessions(plan.id(), Phase.FORMATEURS, null)).isEmpty();

        PlanFacts facts = reader.of(plan);
        LocalDate ready =
                EarliestStart.ofVague(facts, facts.vagues().get(0), null).day();
        assertThat(ready).as("marks and convocations take their time").isAfter(LAST.plusDays(15));
        assertThat(plans.sessions(plan.id(), Phase.VAGUE, 1))
                .isNotEmpty()
                .allMatch(session -> !session.day().isBefore(ready))
                .anyMatch(session -> circo.erun().id().equals(session.trainerAgentId()))
                .anyMatch(session -> circo.cpc().id().equals(session.trainerAgentId()));
        assertThat(reader.dates(plan).pace()).isEqualTo(facts.pace());
    }

    @Test
    void whoseSessionIsCancelledIsCountedAgain() {
        grid.compute(second.id());
        cancel(held.get(1));
        waits(held.get(2), circo.erun());
        grid.compute(second.id());

        assertThat(trainers().stream().filter(line -> line.people() > 0))
                .extracting(line -> line.moduleCode() + " " + line.profile() + " " + line.people())
                .containsExactlyInAnyOrder("ADM-ERUN ERUN 1", "ADM-ERUN DSI 1", "FORM-FORMATEURS FORMATEUR 1");
        Plan plan = plan();
        PlanFacts before = reader.of(plan);
        assertThat(trained(before, circo.erun())).containsExactly("PRES-CADRES");
        assertThat(plans.sessions(plan.id(), Phase.FORMATEURS, null))
                .extracting(PlannedSession::moduleCode)
                .containsExactlyInAnyOrder("ADM-ERUN", "FORM-FORMATEURS");

        cancel(held.get(0));
        PlanFacts after = reader.of(plan);
        assertThat(trained(after, circo.erun())).isEmpty();
        assertThat(FactsPrint.of(after).get("people"))
                .as("a search knows that its ground has changed")
                .isNotEqualTo(FactsPrint.of(before).get("people"));
    }

    private void cancel(TrainingSession session) {
        ground.as(circo.ien());
        sessions.cancel(session.id(), "Le formateur est malade");
        ground.as(circo.cpc());
    }

    /** Somebody else took the place; this person only waits for one. */
    private void waits(TrainingSession session, Agent who) {
        jdbc.sql("UPDATE enrolment SET state = 'LISTE_ATTENTE' WHERE session_id = ? AND agent_id = ?")
                .params(session.id(), who.id())
                .update();
    }

    /** The plan that holds the sessions goes on expecting its own people. */
    @Test
    void theFirstItselfExpectsItsOwnPeople() {
        jdbc.sql("UPDATE training_session SET project_id = ? WHERE project_id = ?")
                .params(second.projectId(), first)
                .update();
        grid.compute(second.id());
        assertThat(trainers()).isNotEmpty().allMatch(line -> line.people() == line.asked());
        PlanFacts facts = reader.of(plan());
        assertThat(trained(facts, circo.erun())).isEmpty();
        assertThat(facts.pace().trainersUntil()).isNull();
    }

    /** The figure says who is trained and who has a place, and when. */
    @Test
    void thePageOfAFigureTellsThemApart() throws Exception {
        Agent teacher = circo.teachers().get(0);
        session("PEDA-1", LocalDate.of(2026, 11, 18), teacher);
        grid.compute(second.id());
        GridLine line = lines.lines(second.id()).stream()
                .filter(each -> each.schoolUai().equals(circo.schools().get(0)))
                .filter(each -> each.moduleCode().equals("PEDA-1"))
                .findFirst()
                .orElseThrow();
        assertThat(line.people()).as("of three").isEqualTo(2);
        String shown = visitor.page(circo.erun(), "/besoins/" + second.id() + "/grille/" + line.id())
                .text();
        assertThat(shown)
                .contains(
                        "Formées ou inscrites − 1",
                        "Déjà formées 0",
                        "Déjà inscrites hors de ce projet 1 " + teacher.fullName() + " : session du 18 novembre 2026");
    }

    /** A session that nobody's project holds counts as one of another project does; in another year it does not. */
    @Test
    void aSessionOfNoProjectCountsInItsOwnYear() {
        Agent teacher = circo.teachers().get(0);
        TrainingSession alone = session("PEDA-1", LocalDate.of(2026, 11, 18), teacher);
        jdbc.sql("UPDATE training_session SET project_id = NULL WHERE id = ?")
                .param(alone.id())
                .update();
        Plan plan = plan();
        assertThat(trained(reader.of(plan), teacher)).containsExactly("PEDA-1");
        assertThat(reader.of(plan).pace().trainersUntil())
                .as("no trainer's module")
                .isEqualTo(LAST);

        jdbc.sql(
                        "UPDATE training_session SET starts_at = TIMESTAMP '2027-11-17 09:00:00', ends_at = TIMESTAMP '2027-11-17 11:00:00' WHERE id = ?")
                .param(alone.id())
                .update();
        assertThat(trained(reader.of(plan), teacher)).isEmpty();
    }

    private static Set<String> trained(PlanFacts facts, Agent who) {
        return facts.people().stream()
                .collect(Collectors.toMap(Person::id, Person::trained))
                .get(who.id());
    }

    private List<GridLine> trainers() {
        return lines.lines(second.id()).stream()
                .filter(line -> line.schoolUai().equals(circo.uai()))
                .toList();
    }

    private Plan plan() {
        jdbc.sql("UPDATE campaign SET state = 'INTEGREE' WHERE id = ?")
                .param(second.id())
                .update();
        ground.as(circo.cpc());
        long plan = service.begin(second.projectId()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        return plans.find(plan).orElseThrow();
    }
}
