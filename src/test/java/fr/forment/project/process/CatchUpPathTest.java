package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.opening.ResourcePersons;
import fr.forment.project.opening.SchoolWatchService;
import fr.forment.territory.SchoolClosed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@HouseTest
class CatchUpPathTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    AccountService accounts;

    @Autowired
    Projects projects;

    @Autowired
    VagueService vagues;

    @Autowired
    SchoolWatchService watch;

    @Autowired
    StaffService staff;

    @Autowired
    ResourcePersons resourcePersons;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private Project project;
    private TheCase opening;

    /** Its director is trained, its teachers are not, its charter is not signed: the IEN lets it open. */
    @BeforeEach
    void aSchoolOpensByWaiver() {
        circo = ground.circonscription(1);
        stages.trainTrainers(circo);
        project = stages.inFirstVague(circo, 1);
        Vague vague = projects.vagues(project.id()).get(0);
        Map<String, Object> engagement = new HashMap<>(stages.engagement(circo, 0));
        engagement.put("charterSignedOn", "");
        engagement.put("charterUnderWay", true);
        opening = driver.theCase("schoolOpening", place().id()).completes("engage", engagement);
        vagues.trained(vague.id());
        opening.waitsAt("settleRefusal");
        stages.trainDirector(circo.directors().get(0));
        ground.as(circo.ien());
        opening.completes(
                "settleRefusal",
                Map.of("choice", "WAIVE", "motive", "Rentrée des familles", "catchUpOn", "2027-01-20"));
    }

    @Test
    void theDateIsRemindedThenDecidedAnewAndTheLastTrainingEndsIt() {
        opening.fires("openingDay").waitsAt("thirtyDaysIn");
        assertThat(place().state()).isEqualTo(PlaceState.EN_SERVICE);
        TheCase theCase = theCase().waitsAt("followCatchUp", "catchUpSoon");
        assertThat(stages.mailsTo(circo.teachers().get(0), "catchUpMine"))
                .as("whose module is missing")
                .isEqualTo(1);
        assertThat(stages.mailTo(circo.teachers().get(0), "catchUpMine")).contains("20 janvier 2027", "- ");
        assertThat(stages.mailsTo(circo.directors().get(0), "catchUpMine")).isZero();
        assertThat(theCase.dateOf("catchUpSoon").toLocalDate())
                .as("five school days before")
                .isEqualTo(LocalDate.of(2027, 1, 13));
        theCase.fires("catchUpSoon").passed("remindCatchUp").waitsAt("followCatchUp", "catchUpOver");
        assertThat(stages.mailTo(circo.erun(), "catchUpSoon"))
                .contains("20 janvier 2027", "- la charte n'est pas signée");
        assertThat(stages.mailsTo(circo.directors().get(0), "catchUpOwed"))
                .as("when it was granted, and before the date")
                .isEqualTo(2);
        theCase.fires("catchUpOver").passed("tellLate").waitsAt("followCatchUp", "settleCatchUp");
        assertThat(stages.mailsTo(circo.ien(), "catchUpOver")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.directors().get(0), "catchUpOwed")).isEqualTo(3);
        assertThat(stages.mailsTo(circo.erun(), "catchUpOwed")).isEqualTo(2);
        assertThat(theCase.candidatesOf("settleCatchUp"))
                .containsExactlyInAnyOrder(Groups.of(Role.IEN, circo.uai()), Groups.of(Role.ERUN, circo.uai()));
        assertThat(awaited())
                .as("whatever stage the project has reached")
                .contains("IEN ou E-RUN", "Décider : rattrapage en retard – ")
                .doesNotContain("Aucune décision");
        theCase.fires("catchUpLate").passed("remindDecision");
        theCase.fires("catchUpOverdue").passed("escalateCatchUp");
        assertThat(stages.mailsTo(circo.ien(), "catchUpLate")).isEqualTo(1);

        assertThat(theCase.refuses("settleCatchUp", Map.of())).contains("Choisissez");
        assertThat(theCase.refuses("settleCatchUp", Map.of("choice", "DONE"))).contains("Il manque encore");
        Map<String, Object> later =
                Map.of("choice", "LATER", "motive", "Formatrice absente", "catchUpOn", "2027-03-10");
        ground.as(circo.erun());
        assertThat(theCase.refuses("settleCatchUp", later)).contains("Seul l'IEN");
        ground.as(circo.ien());
        assertThat(theCase.refuses("settleCatchUp", Map.of("choice", "LATER", "catchUpOn", "2027-03-10")))
                .contains("Indiquez pourquoi");
        assertThat(theCase.refuses(
                        "settleCatchUp", Map.of("choice", "LATER", "motive", "Retard", "catchUpOn", "2026-12-24")))
                .contains("après aujourd'hui");
        assertThat(place().catchUpOn()).isEqualTo(LocalDate.of(2027, 1, 20));
        theCase.completes("settleCatchUp", later).waitsAt("followCatchUp", "catchUpSoon");
        assertThat(place().catchUpOn()).isEqualTo(LocalDate.of(2027, 3, 10));
        assertThat(stages.mailsTo(circo.teachers().get(0), "catchUpMine"))
                .as("the new day is told too")
                .isEqualTo(2);

        ground.as(circo.directors().get(0));
        watch.signCharter(circo.schools().get(0), driver.now().toLocalDate());
        theCase.waitsAt("followCatchUp", "catchUpSoon");
        stages.trainTeacher(circo.teachers().get(0));
        stages.trainTeacher(circo.teachers().get(1));
        theCase.waitsAt("followCatchUp", "catchUpSoon");
        stages.trainResourcePerson(circo.teachers().get(0));
        theCase.passed("caughtUp").isEnded();
        assertThat(place().caughtUpOn()).isEqualTo(driver.now().toLocalDate());
        assertThat(place().isCatchingUp()).isFalse();
    }

    /** His page, his school's and his letter tell what is owed from one source. */
    @Test
    void whoOpenedByAWaiverReadsOnHisFirstPageWhatIsOwed() throws Exception {
        opening.fires("openingDay");
        assertThat(place().state()).isEqualTo(PlaceState.EN_SERVICE);
        assertThat(visitor.page(circo.directors().get(0), "/").text().replace('\u00a0', ' '))
                .contains(
                        "ENT ouvert",
                        "la charte n'est pas signée",
                        "rattrapage au plus tard le mercredi 20 janvier 2027")
                .doesNotContain("Rien ne manque");
        assertThat(visitor.page(circo.directors().get(0), "/ecole").text()).contains("la charte n'est pas signée");
    }

    /** The E-RUN may take it, and cannot give the new date: it must not leave the page of who can. */
    @Test
    void whatOnlyTheInspectorDecidesStaysInSightWhoeverHasIt() throws Exception {
        opening.fires("openingDay");
        theCase()
                .fires("catchUpSoon")
                .fires("catchUpOver")
                .claimedBy(accounts.ofAgent(circo.erun().id()).orElseThrow().login(), "settleCatchUp");
        var page = visitor.page(circo.ien(), "/");
        assertThat(page.select("section[aria-labelledby=taches] .reserved").text())
                .contains("rattrapage en retard", "ouverte par " + circo.erun().fullName());
        assertThat(page.select("details .reserved")).as("in sight, not folded").isEmpty();
        assertThat(visitor.page(circo.erun(), "/").select(".reserved")).isEmpty();
    }

    private String awaited() {
        try {
            return visitor.page(circo.ien(), "/projets/" + project.id())
                    .select("section[aria-labelledby=attendus]")
                    .text();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasSignedMeanwhileIsWrittenInTheDecisionItself() {
        TheCase theCase = theCase().fires("catchUpSoon").fires("catchUpOver").waitsAt("followCatchUp", "settleCatchUp");
        stages.trainTeacher(circo.teachers().get(0));
        stages.trainTeacher(circo.teachers().get(1));
        stages.trainResourcePerson(circo.teachers().get(1));
        theCase.waitsAt("followCatchUp", "settleCatchUp");
        ground.as(circo.erun());
        theCase.completes(
                        "settleCatchUp",
                        Map.of(
                                "choice",
                                "DONE",
                                "charterSignedOn",
                                "2027-01-10",
                                "resourcePersonId",
                                String.valueOf(circo.teachers().get(1).id())))
                .passed("recordCatchUp", "nothingLeft")
                .isEnded();
        assertThat(place().caughtUpOn()).isNotNull();
    }

    @Test
    void whoseDepartureIsAskedIsOfferedLastAndItIsSaid() {
        Agent asked = circo.teachers().get(0);
        staff.markMissing(List.of(asked.id()), driver.now().toLocalDate());
        assertThat(resourcePersons.choices(circo.schools().get(0)))
                .hasSizeGreaterThan(1)
                .last()
                .isEqualTo(new ResourcePersons.Choice(asked.id(), asked.fullName() + " (départ à confirmer)"));
    }

    /** Whoever was named has left after the opening: the direction names another, it need not wait for the date. */
    @Test
    void theDirectionNamesAnotherResourcePerson() throws Exception {
        opening.fires("openingDay").waitsAt("thirtyDaysIn");
        assertThat(watch.resourcePersonsToName(place())).as("one is named").isEmpty();
        staff.leave(circo.teachers().get(0).id(), driver.now().toLocalDate().minusDays(1));
        assertThat(watch.resourcePersonsToName(place()))
                .extracting(ResourcePersons.Choice::id)
                .containsExactly(circo.teachers().get(1).id());
        Document mine = visitor.page(circo.directors().get(0), "/ecole");
        assertThat(mine.select("ol.steps").text())
                .contains("Désigner une personne ressource")
                .doesNotContain("Confirmer l'équipe et la personne ressource");
        assertThat(mine.select("ol.steps a[href$='#ressource-" + circo.schools().get(0) + "']"))
                .hasSize(1);
        assertThat(mine.select("form#ressource-" + circo.schools().get(0))).hasSize(1);
        ground.as(circo.directors().get(0));
        assertThatThrownBy(() -> watch.nameResourcePerson(
                        circo.schools().get(0), circo.directors().get(0).id()))
                .hasMessageContaining("parmi les enseignants");
        watch.nameResourcePerson(circo.schools().get(0), circo.teachers().get(1).id());
        assertThat(place().resourcePersonId()).isEqualTo(circo.teachers().get(1).id());
        assertThat(watch.resourcePersonsToName(place())).isEmpty();
    }

    @Test
    void aSchoolThatClosesHasNothingToCatchUpOn() {
        TheCase theCase = theCase();
        events.publishEvent(new SchoolClosed(circo.schools().get(0)));
        theCase.isEnded();
    }

    private TheCase theCase() {
        return driver.theCase("catchUp", place().id());
    }

    private VagueSchool place() {
        return projects.place(project.id(), circo.schools().get(0)).orElseThrow();
    }
}
