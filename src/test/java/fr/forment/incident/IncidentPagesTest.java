package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.words.PlanDifference;
import fr.forment.resource.ClosureService;
import fr.forment.resource.Closures;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.resource.Rooms;
import fr.forment.resource.TrainerResources;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each kind of thing that happens to a plan in force, from the page to the amendment. */
@HouseTest
class IncidentPagesTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    Closures closures;

    @Autowired
    ClosureService closing;

    @Autowired
    Rooms rooms;

    @Autowired
    RoomService roomService;

    @Autowired
    TrainerResources resources;

    @Autowired
    RecheckClock recheck;

    @Autowired
    HitSessions hits;

    @Autowired
    Visitor visitor;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private long plan;
    private List<PlannedSession> before;

    @BeforeEach
    void approve() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan)
                .waitsAt("comment")
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"));
        people.as(made.circo().ien());
        driver.theCase("trainingPlan", plan)
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
        before = plans.sessions(plan);
    }

    @Test
    void aTrainerWhoIsIllIsReplacedAndEveryDateStays() throws Exception {
        Agent ill = trainer(led());
        String page = "?quoi=ABSENCE&qui=" + ill.id() + "&du=2026-09-01&au=2027-06-30";
        Document shown = shown(made.circo().cpc(), page);
        assertThat(shown.select("#touchees ~ p").text()).contains("touchée");
        assertThat(shown.select("section[aria-labelledby=touchees] tbody tr").eachText())
                .hasSize((int) before.stream()
                        .filter(session -> ill.id().equals(session.trainerAgentId()))
                        .count())
                .allMatch(row -> row.contains("n'est pas disponible"));
        assertThat(plans.ofProject(made.number()))
                .as("nothing is done by looking")
                .hasSize(1);
        assertThat(resources.absences(List.of(ill.id()), LocalDate.MIN)).isEmpty();

        Plan amendment = applied(page);
        assertThat(plans.sessions(amendment.id())).noneMatch(session -> ill.id().equals(session.trainerAgentId()));
        PlanDifference difference = PlanDifference.between(before, plans.sessions(amendment.id()));
        assertThat(difference.changed()).isNotEmpty().allSatisfy(change -> assertThat(change.what())
                .as("no date moves while somebody can step in")
                .doesNotContain("date", "heure"));
        assertThat(resources.absences(List.of(ill.id()), LocalDate.MIN)).hasSize(1);
        assertThat(amendment.reason()).contains(ill.fullName(), "30 juin 2027");
        assertThat(plans.approved(made.number())).map(Plan::id).contains(plan);

        people.as(made.circo().erun());
        driver.theCase("trainingPlan", amendment.id())
                .waitsAt("revise")
                .completes("revise", Map.of("note", ""))
                .waitsAt("approve");
        people.as(made.circo().ien());
        driver.theCase("trainingPlan", amendment.id())
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
        assertThat(plans.approved(made.number())).map(Plan::id).contains(amendment.id());
    }

    @Test
    void snowMovesTheSessionsOfThatDayAndNoOther() throws Exception {
        PlannedSession hit = ofSchools();
        Plan amendment = applied("?quoi=FERMETURE&ecoles=toutes&motif=Neige&du=" + hit.day());
        var difference = PlanDifference.between(before, plans.sessions(amendment.id()));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.changed()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.before().day()).isEqualTo(hit.day());
            assertThat(change.after().day()).isNotEqualTo(hit.day());
        });
        assertThat(closures.of(made.circo().uai())).singleElement().satisfies(closure -> {
            assertThat(closure.schoolUai()).isNull();
            assertThat(closure.reason()).isEqualTo("Neige");
        });
    }

    /**
     * Nothing is left but to let somebody come: the page says what hinders each session, and the least that frees it.
     */
    @Test
    void whatNothingSavesIsToldWithWhatHindersItAndWhatWouldFreeIt() throws Exception {
        Document page = shown(made.circo().cpc(), "?quoi=FERMETURE&ecoles=toutes&du=2026-09-01&au=2027-08-31");
        List<String> stuck =
                page.select("section[aria-labelledby=sans-solution] li").eachText();
        assertThat(stuck).isNotEmpty().allSatisfy(told -> assertThat(told)
                .contains("aucun des ")
                .containsPattern("\\d+ fois, (une école est fermée ce jour-là|.+)"));
        assertThat(stuck.get(0)).contains("Il suffirait que l");
        assertThat(stuck).anyMatch(told -> told.contains("une école est fermée ce jour-là"));
        assertThat(stuck.stream().filter(told -> told.contains("n'y suffiraient pas")))
                .as("one day of class would do for each: that nothing does is said of all days, not of the nearest")
                .isEmpty();
    }

    @Test
    void aStrikeConcernsTheSchoolsAndTrainersNamed() throws Exception {
        PlannedSession hit = ofSchools();
        String school = hit.schoolUais().iterator().next();
        Agent trainer = trainer(hit);
        Plan amendment = applied("?quoi=GREVE&ecoles=" + school + "&qui=" + trainer.id() + "&du=" + hit.day());
        assertThat(plans.sessions(amendment.id()))
                .noneMatch(session -> session.day().equals(hit.day())
                        && (session.schoolUais().contains(school)
                                || trainer.id().equals(session.trainerAgentId())));
        assertThat(closures.of(made.circo().uai())).singleElement().satisfies(closure -> assertThat(closure.schoolUai())
                .isEqualTo(school));
        assertThat(amendment.reason())
                .as("who strikes is not written down: who is away is")
                .startsWith("Grève : ")
                .contains(" ; absence : " + trainer.fullName());
    }

    @Test
    void aSchoolThatLeavesGivesItsPlacesBack() throws Exception {
        String gone = made.school(0);
        Plan amendment = applied("?quoi=DEPART&ecole=" + gone);
        assertThat(plans.sessions(amendment.id()))
                .noneMatch(session -> session.schoolUais().contains(gone));
        assertThat(PlanDifference.between(before, plans.sessions(amendment.id()))
                        .changed())
                .allSatisfy(change -> assertThat(change.before().schoolUais()).contains(gone));
    }

    /** People may have decided to keep a session that does not hold; whoever leaves is expected there no more. */
    @Test
    void aSchoolThatLeavesGivesItsPlacesBackWhereSomethingDidNotHoldBefore() throws Exception {
        PlannedSession broken = ofSchools();
        String gone = broken.schoolUais().iterator().next();
        people.as(made.circo().cpc());
        closing.close(made.circo().uai(), null, broken.day(), null, "Neige");
        Document shown = shown(made.circo().cpc(), "?quoi=DEPART&ecole=" + gone);
        assertThat(shown.select("section[aria-labelledby=touchees] tbody th").eachText())
                .contains("ligne " + broken.line());
        Plan amendment = applied("?quoi=DEPART&ecole=" + gone);
        assertThat(plans.sessions(amendment.id()))
                .noneMatch(session -> session.schoolUais().contains(gone));
        assertThat(plans.sessions(amendment.id()))
                .as("nothing else of it is touched: nobody asked")
                .filteredOn(session -> session.line() == broken.line())
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.startsAt()).isEqualTo(broken.startsAt());
                    assertThat(session.trainerAgentId()).isEqualTo(broken.trainerAgentId());
                });
    }

    @Test
    void aSchoolThatJoinsSitsDownWithoutMovingAnybody() throws Exception {
        String coming = made.school(1);
        jdbc.sql(
                        "DELETE FROM planned_session_school WHERE school_uai = ? AND planned_session IN (SELECT id FROM planned_session WHERE plan_id = ?)")
                .params(coming, plan)
                .update();
        jdbc.sql("""
                UPDATE planned_session SET expected = (SELECT COALESCE(SUM(s.people), 0) FROM planned_session_school s WHERE s.planned_session = planned_session.id)
                 WHERE plan_id = ? AND vague_rank IS NOT NULL""").param(plan).update();
        jdbc.sql(
                        "DELETE FROM planned_session WHERE plan_id = ? AND vague_rank IS NOT NULL AND id NOT IN (SELECT planned_session FROM planned_session_school)")
                .param(plan)
                .update();
        before = plans.sessions(plan);
        Plan amendment = applied("?quoi=ARRIVEE&ecole=" + coming);
        var difference = PlanDifference.between(before, plans.sessions(amendment.id()));
        assertThat(plans.sessions(amendment.id()))
                .filteredOn(session -> session.schoolUais().contains(coming))
                .extracting(PlannedSession::moduleCode)
                .contains("PRES-ECOLE", "PEDA-1", "ADM-DIR");
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.changed())
                .allSatisfy(change -> assertThat(change.what()).doesNotContain("date", "heure", "lieu", "formateur"));
    }

    @Test
    void aLostRoomSendsItsSessionsElsewhere() throws Exception {
        PlannedSession hit = ofSchools();
        String host = hit.schoolUais().iterator().next();
        roomService.add(new Room(0, 0, made.circo().uai(), "Préau", host, null, 30, null, null, null, null, null));
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = ?")
                .params(host, plan, hit.line())
                .update();
        before = plans.sessions(plan);
        String price = shown(made.circo().cpc(), "?quoi=SALLE&lieu=" + host + "&du=" + hit.day())
                .select("section[aria-labelledby=changements] p")
                .text();
        assertThat(price).contains("Ce que cela coûte : ", "kilomètre", "aucune date ne change");
        Plan amendment = applied("?quoi=SALLE&lieu=" + host + "&du=" + hit.day());
        var difference = PlanDifference.between(before, plans.sessions(amendment.id()));
        assertThat(difference.changed()).singleElement().satisfies(change -> {
            assertThat(change.after().place()).isNotEqualTo(host);
            assertThat(change.what()).contains("lieu").doesNotContain("date", "heure");
            assertThat(price.contains("1 salle à réserver de plus"))
                    .isEqualTo(MeetingPlace.isTown(change.after().place()));
        });
        assertThat(rooms.of(made.circo().uai())).singleElement().satisfies(room -> assertThat(room.untilDay())
                .isEqualTo(hit.day().minusDays(1)));
    }

    /** The survey answered 25, the list of rooms says 2: the means read the one, all the rest the other. */
    @Test
    void whatARoomTakesIsTheSameInTheAlertAndInTheMeans() throws Exception {
        PlannedSession hit = ofSchools();
        String host = hit.schoolUais().iterator().next();
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = ?")
                .params(host, plan, hit.line())
                .update();
        roomService.add(new Room(0, 0, made.circo().uai(), "Préau", host, null, 2, null, null, null, null, null));
        recheck.look();
        assertThat(hits.of(plan))
                .filteredOn(each -> each.line() == hit.line())
                .singleElement()
                .satisfies(each -> assertThat(each.why()).contains("accueille 2 personnes"));
        assertThat(visitor.page(made.circo().cpc(), "/plans/" + plan + "/moyens")
                        .select("section[aria-labelledby=lieux] tbody tr")
                        .eachText())
                .anyMatch(row -> row.contains(" 2 ") && row.endsWith(" de trop"));
    }

    @Test
    void roomsAreOfferedUnderTheNamesOfTheirSchoolsAlsoOutsideTheProject() throws Exception {
        String outside = people.school(made.circo().uai(), "École Hors Projet", "Redon");
        roomService.add(new Room(0, 0, made.circo().uai(), "Préau", outside, null, 30, null, null, null, null, null));
        assertThat(shown(made.circo().cpc(), "?quoi=SALLE")
                        .select("#lieu option[value=" + outside + "]")
                        .text())
                .contains("Hors Projet")
                .doesNotContain(outside);
    }

    @Test
    void whatIsSaidInTheResourcesIsShownOnThePlanAndLeadsToTheSamePage() throws Exception {
        PlannedSession hit = ofSchools();
        people.as(made.circo().cpc());
        closing.close(made.circo().uai(), null, hit.day(), null, "Neige");
        assertThat(visitor.page(made.circo().cpc(), "/plans/" + plan + "/evenement")
                        .text())
                .contains("ce plan est relu");
        recheck.look();
        assertThat(hits.of(plan)).isNotEmpty().allSatisfy(each -> assertThat(each.heldOn())
                .isEqualTo(hit.day()));
        assertThat(visitor.page(made.circo().cpc(), "/plans/" + plan)
                        .select(".notice.warn")
                        .text())
                .contains("d'après les ressources", "Ligne " + hit.line());
        String closings =
                "/ressources/fermetures?circonscription=" + made.circo().uai();
        assertThat(visitor.page(made.circo().cpc(), closings)
                        .select("#plans-touches ~ ul")
                        .text())
                .contains("ne tien");
        assertThat(visitor.page(made.circo().secretary(), closings).select("#plans-touches, a[href$=/evenement]"))
                .as("who may not open it is led nowhere")
                .isEmpty();
        Plan amendment = applied("");
        assertThat(PlanDifference.between(before, plans.sessions(amendment.id()))
                        .changed())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.before().day()).isEqualTo(hit.day()));
    }

    @Test
    void theSecondOfTwoIsToldAndNothingIsDoneTwice() throws Exception {
        String page = "?quoi=FERMETURE&ecoles=toutes&du=" + ofSchools().day();
        String seen = seen(made.circo().cpc(), page);
        Plan amendment = applied(page);
        var second = visitor.as(
                made.circo().erun(),
                post("/plans/" + plan + "/evenement" + page).param("vu", seen));
        assertThat(second.getRedirectedUrl())
                .as("shown what the first one made")
                .startsWith("/plans/" + amendment.id());
        assertThat(plans.ofProject(made.number())).hasSize(2);
        assertThat(closures.of(made.circo().uai())).hasSize(1);
    }

    @Test
    void whatIsMissingIsAskedForAndWhatIsTypedIsNoMarkup() throws Exception {
        for (Happened kind : Happened.values()) {
            assertThat(shown(made.circo().cpc(), "?quoi=" + kind).select(".notice.bad"))
                    .as("nobody has said anything of %s yet", kind)
                    .isEmpty();
        }
        assertThat(shown(made.circo().cpc(), "?quoi=ABSENCE&qui=&du=&au=")
                        .select(".notice.bad")
                        .text())
                .contains("Choisissez la personne absente");
        assertThat(shown(made.circo().cpc(), "?quoi=GREVE&ecoles=toutes").text())
                .contains("Indiquez le premier jour");
        Document page = shown(
                made.circo().cpc(),
                "?quoi=FERMETURE&ecoles=toutes&du=2026-12-02&motif=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select("input#motif").attr("value")).isEqualTo("<script>alert(1)</script>");
        assertThat(shown(made.circo().cpc(), "?quoi=FERMETURE&ecoles=toutes&du=2026-13-45")
                        .select(".notice.bad")
                        .text())
                .contains("ne se lit pas");
    }

    private Document shown(Agent who, String query) throws Exception {
        return visitor.page(who, "/plans/" + plan + "/evenement" + query);
    }

    private String seen(Agent who, String query) throws Exception {
        return shown(who, query).select("input[name=vu]").attr("value");
    }

    /** The amendment that the page prepares. */
    private Plan applied(String query) throws Exception {
        String seen = seen(made.circo().cpc(), query);
        assertThat(seen).isNotEmpty();
        var answer = visitor.as(
                made.circo().cpc(),
                post("/plans/" + plan + "/evenement" + query).param("vu", seen));
        Plan amendment = plans.latest(made.number()).orElseThrow();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/plans/" + amendment.id());
        assertThat(amendment.isAmendment()).isTrue();
        return amendment;
    }

    private PlannedSession led() {
        return before.stream()
                .filter(session ->
                        session.trainerAgentId() != null && !session.seats().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private PlannedSession ofSchools() {
        return before.stream()
                .filter(session -> session.schoolUais().size() > 1 && session.trainerAgentId() != null)
                .findFirst()
                .orElseThrow();
    }

    private Agent trainer(PlannedSession session) {
        var circo = made.circo();
        return List.of(circo.cpc(), circo.erun(), circo.ien(), circo.supplier(), circo.dsi()).stream()
                .filter(agent -> Objects.equals(agent.id(), session.trainerAgentId()))
                .findFirst()
                .orElseThrow();
    }
}
