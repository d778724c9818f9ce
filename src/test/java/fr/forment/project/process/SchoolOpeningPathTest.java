package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.Processes;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.project.GateReason;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.UseReport;
import fr.forment.project.UseService;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.WhatWasTold;
import fr.forment.project.need.SchoolOpened;
import fr.forment.project.opening.OpeningDayService;
import fr.forment.project.opening.SchoolTrainingRefused;
import fr.forment.territory.SchoolClosed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class SchoolOpeningPathTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    VagueService vagues;

    @Autowired
    UseService uses;

    @Autowired
    Projects projects;

    @Autowired
    WhatWasTold told;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OpeningDayService opening;

    @Autowired
    Visitor visitor;

    @Autowired
    Processes processes;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Project project;
    private Vague vague;

    /** One school, asked to engage. */
    @BeforeEach
    void aSchoolIsAsked() {
        told.startAnew();
        circo = ground.circonscription(1);
        stages.trainTrainers(circo);
        project = stages.inFirstVague(circo, 1);
        vague = projects.vagues(project.id()).get(0);
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    @Test
    void aDayThatIsMovedBackIsWaitedForAtOnce() {
        TheCase theCase = theCase();
        stages.trainSchool(circo, 0);
        theCase.completes("engage", stages.engagement(circo, 0));
        vagues.trained(vague.id());
        theCase.waitsAt("openingDay");
        LocalDate later = moved();
        assertThat(theCase.dateOf("openingDay").toLocalDate()).isEqualTo(later);
        theCase.fires("openingDay").waitsAt("thirtyDaysIn");
        assertThat(place().openedOn()).isEqualTo(later);
    }

    /** Sessions of other schools are still to come: on the day, only its own trainings judge it. */
    @Test
    void aReadySchoolDoesNotWaitForTheTrainingsOfAnother() {
        TheCase theCase = theCase();
        stages.trainSchool(circo, 0);
        theCase.completes("engage", stages.engagement(circo, 0)).waitsAt("untilGate");
        LocalDate later = moved();
        assertThat(theCase.dateOf("dayCame").toLocalDate()).isEqualTo(later);

        theCase.fires("dayCame").waitsAt("thirtyDaysIn");
        assertThat(place().openedOn()).isEqualTo(later);
        TheCase whole = driver.theCase("vague", vague.id()).waitsAt("trained");
        vagues.trained(vague.id());
        driver.runDue();
        whole.passed("tellSchools", "areSchoolsSettled")
                .didNotPass("schoolsSettled")
                .waitsAt("stabilised");
        theCase.waitsAt("thirtyDaysIn");
        assertThat(driver.incidents()).isEmpty();
    }

    /** Its own training is late: the IEN is asked on the day, and the training opens the school when it comes. */
    @Test
    void aSchoolThatIsNotReadyOnTheDayIsDecidedAboutBeforeTheVagueIsTrained() {
        TheCase theCase = theCase();
        theCase.completes("engage", stages.engagement(circo, 0)).waitsAt("untilGate");
        theCase.fires("dayCame").passed("copyRefusal").waitsAt("settleRefusal");
        assertThat(place().openedOn()).isNull();
        vagues.trained(vague.id());
        theCase.waitsAt("settleRefusal");
        stages.trainSchool(circo, 0);
        theCase.passed("rechecked").waitsAt("thirtyDaysIn");
    }

    /** Schools are asked long before; no trainer is ready yet, so that nobody is judged on the day. */
    @Test
    void aSchoolIsNotJudgedBeforeItsVagueIsAtWork() throws Exception {
        Circo two = ground.circonscription(2);
        Project other = stages.created(two, 2);
        Vague second = projects.vagues(other.id()).get(1);
        vagues.askSchools(second.id());
        VagueSchool asked = projects.schoolsOf(second.id()).get(0);
        assertThat(visitor.page(two.ien(), "/projets/" + other.id() + "/vagues/2/blocages")
                        .text())
                .contains("déjà invitées à confirmer")
                .doesNotContain("Rien n'est encore demandé");
        TheCase theCase = driver.theCase("schoolOpening", asked.id())
                .completes("engage", stages.engagement(two, two.schools().indexOf(asked.schoolUai())))
                .waitsAt("untilGate");
        theCase.fires("dayCame").waitsAt("vagueAtWork").didNotPass("checkGate");

        launch(second);
        theCase.waitsAt("settleRefusal");
    }

    /** The day came before gate 1 and is put off: the school waits for the new day, and is judged on it. */
    @Test
    void aDayPutOffBeforeGateOneIsTheDayOnWhichTheSchoolIsJudged() {
        Circo two = ground.circonscription(2);
        Project other = stages.created(two, 2);
        Vague second = projects.vagues(other.id()).get(1);
        vagues.askSchools(second.id());
        VagueSchool asked = projects.schoolsOf(second.id()).get(0);
        TheCase theCase = driver.theCase("schoolOpening", asked.id())
                .completes("engage", stages.engagement(two, two.schools().indexOf(asked.schoolUai())));
        theCase.fires("dayCame").waitsAt("vagueAtWork");
        LocalDate later = second.opensOn().plusDays(49);
        ground.as(two.ien());
        opening.move(second.id(), second.opensOn(), later, "Formateurs en retard");
        theCase.waitsAt("untilGate");
        assertThat(theCase.dateOf("dayCame").toLocalDate()).isEqualTo(later);
        launch(second);
        theCase.waitsAt("untilGate").didNotPass("checkGate");
        theCase.fires("dayCame").passed("checkGate").waitsAt("settleRefusal");
        assertThat(driver.incidents()).isEmpty();
    }

    private void launch(Vague one) {
        jdbc.sql("UPDATE vague SET state = 'ECOLES_ENGAGEES' WHERE id = ?")
                .param(one.id())
                .update();
        vagues.openSessions(one.id());
        driver.runDue();
    }

    private LocalDate moved() {
        return opening.move(
                vague.id(), ProjectGround.FIRST_OPENING, ProjectGround.FIRST_OPENING.plusDays(7), "Salle en travaux");
    }

    @Test
    void aReadySchoolOpensOnThePlannedDayAndSaysHowItGoes() {
        TheCase theCase = theCase().waitsAt("engage");
        stages.trainSchool(circo, 0);
        assertThat(theCase.candidatesOf("engage")).containsExactly(Groups.of(Role.DIRECTEUR, school()));
        assertThat(theCase.formOf("engage").get("people").toString())
                .contains(circo.teachers().get(0).id() + "="
                        + circo.teachers().get(0).fullName());
        assertThat(theCase.dateOf("remindDue1").toLocalDate())
                .as("ten school days before")
                .isEqualTo(LocalDate.of(2026, 11, 17));

        theCase.fires("remindDue1").fires("remindDue2").passed("remind1", "remind2");
        assertThat(stages.mailsTo(circo.directors().get(0), "engagementAwaited"))
                .isEqualTo(1);
        assertThat(stages.mailsTo(circo.erun(), "engagementAwaited")).isEqualTo(1);
        assertThat(theCase.candidatesOf("engage")).contains(Groups.of(Role.ERUN, circo.uai()));

        theCase.completes("engage", stages.engagement(circo, 0)).waitsAt("untilGate");
        assertThat(place().state()).isEqualTo(PlaceState.ENGAGEE);
        vagues.trained(vague.id());
        theCase.waitsAt("openingDay");
        assertThat(place().state()).isEqualTo(PlaceState.FORMEE);

        theCase.fires("openingDay").passed("openService").waitsAt("thirtyDaysIn");
        assertThat(place().state()).isEqualTo(PlaceState.EN_SERVICE);
        assertThat(place().openedOn()).isEqualTo(ProjectGround.FIRST_OPENING);
        assertThat(told.heard()).contains(new SchoolOpened(vague.id(), school()));
        assertThat(stages.mailsTo(circo.directors().get(0), "schoolOpened")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.dsi(), "schoolInService")).isEqualTo(1);

        theCase.fires("thirtyDaysIn").waitsAt("reportUse").fires("useSilent").passed("remindUse");
        assertThat(theCase.refuses("reportUse", Map.of("activeClasses", 6, "parentAccounts", 50)))
                .contains("5 classes");
        assertThat(theCase.refuses("reportUse", Map.of("activeClasses", 3, "parentAccounts", 60, "useMore2", 5)))
                .contains("rend service", "de 1 à 4");
        theCase.completes(
                        "reportUse",
                        Map.of("activeClasses", 3, "parentAccounts", 60, "difficulties", "Le débit", "useMore2", 4))
                .waitsAt("ninetyDaysIn");
        theCase.fires("ninetyDaysIn")
                .waitsAt("reportUseLater")
                .fires("useLaterSilent")
                .passed("remindUseLater");
        theCase.completes("reportUseLater", Map.of("activeClasses", 5, "parentAccounts", 90))
                .passed("recordUseLater")
                .isEnded();
        assertThat(uses.of(place().id())).extracting(UseReport::activeClasses).containsExactly(3, 5);
        assertThat(uses.of(place().id()).get(0).said())
                .extracting(UseReport.Said::told)
                .containsExactly("L'ENT rend service à l'école : 4 sur 4");
        assertThat(uses.of(place().id()).get(1).said())
                .as("what was said at thirty days is not said again")
                .isEmpty();
    }

    @Test
    void anEngagementIsRefusedAsLongAsSomethingIsOpen() {
        TheCase theCase = theCase();
        assertThat(theCase.refuses("engage", Map.of())).contains("liste des personnels");
        assertThat(theCase.refuses("engage", Map.of("staffUpToDate", true))).contains("personne ressource");
        assertThat(theCase.refuses(
                        "engage",
                        engagement(
                                "resourcePersonId", String.valueOf(circo.cpc().id()))))
                .contains("personne ressource");
        assertThat(theCase.refuses(
                        "engage",
                        engagement(
                                "resourcePersonId",
                                String.valueOf(circo.directors().get(0).id()))))
                .contains("personne ressource");
        assertThat(theCase.refuses("engage", engagement("charterSignedOn", ""))).contains("charte");
        assertThat(theCase.refuses("engage", engagement("charterSignedOn", "2027-01-01")))
                .contains("future");
        assertThat(place().state()).isEqualTo(PlaceState.CANDIDATE);
    }

    @Test
    void aSchoolThatNeverAnsweredGoesToTheGateAndIsCaughtUp() {
        stages.trainSchool(circo, 0);
        vagues.trained(vague.id());
        TheCase theCase = theCase()
                .waitsAt("engage")
                .fires("engagementOverdue")
                .didNotPass("trained")
                .passed("copyRefusal")
                .waitsAt("settleRefusal");
        assertThat(place().gateReasons())
                .containsExactlyInAnyOrder(GateReason.RESOURCE_PERSON_NOT_TRAINED, GateReason.CHARTER_NOT_SIGNED);
        assertThat(told.heard()).contains(new SchoolTrainingRefused(vague.id(), school()));
        assertThat(stages.mailsTo(circo.erun(), "openingRefused")).isEqualTo(1);
        assertThat(theCase.nameOf("settleRefusal")).startsWith("Décider de ce qui manque à l'ouverture de l'ENT – ");
        assertThat(stages.mailTo(circo.erun(), "openingRefused"))
                .as("its day has gone by")
                .contains("était prévue le", "Il manque encore :");
        assertThat(stages.mailTo(circo.erun(), "openingRefused"))
                .contains("\n\n- la personne ressource")
                .contains("\n- la charte n'est pas signée\n\n")
                .contains("/projets/" + project.id());

        theCase.fires("settlementLate").passed("remindSettlement");
        theCase.fires("settlementOverdue").passed("escalateSettlement");
        assertThat(stages.mailsTo(circo.ien(), "settlementAwaited")).isEqualTo(1);
        assertThat(theCase.refuses("settleRefusal", Map.of())).contains("Choisissez");

        theCase.completes("settleRefusal", Map.of("choice", "RECHECK", "charterSignedOn", "2026-11-30"))
                .waitsAt("settleRefusal");
        assertThat(theCase.formOf("settleRefusal").get("missing").toString())
                .doesNotContain("charte")
                .contains("ressource");
        assertThat(theCase.formOf("settleRefusal"))
                .as("what was typed has left the engine")
                .containsEntry("charterSignedOn", null);
        Agent teacher = circo.teachers().get(1);
        stages.trainResourcePerson(teacher);
        theCase.completes(
                        "settleRefusal", Map.of("choice", "RECHECK", "resourcePersonId", String.valueOf(teacher.id())))
                .waitsAt("thirtyDaysIn");
        assertThat(place().state()).isEqualTo(PlaceState.EN_SERVICE);
    }

    @Test
    void theTrainingThatWasMissingOpensTheSchoolWithoutAnybodyLookingAgain() {
        TheCase theCase = refused();
        stages.trainDirector(circo.directors().get(0));
        theCase.waitsAt("settleRefusal");
        stages.trainTeacher(circo.teachers().get(0));
        theCase.waitsAt("settleRefusal");
        stages.trainResourcePerson(circo.teachers().get(0));
        theCase.passed("rechecked").waitsAt("openingDay");
    }

    /** One session closed, several of the school: the first to complete what was missing is not the last told of. */
    @Test
    void severalTrainedInOneCommandOpenTheSchoolOnce() {
        TheCase theCase = refused();
        processes.together(() -> {
            stages.trainDirector(circo.directors().get(0));
            stages.trainResourcePerson(circo.teachers().get(0));
            circo.teachers().forEach(stages::trainTeacher);
            return null;
        });
        theCase.passed("rechecked").waitsAt("openingDay");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void whatIsEndedTwiceInOneCommandEndsOnce() {
        TheCase theCase = theCase().waitsAt("engage");
        processes.together(() -> {
            processes.end("schoolOpening", place().id(), "L'école ferme");
            processes.end("schoolOpening", place().id(), "L'école ferme");
            return null;
        });
        theCase.isEnded();
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void theCpdOfTheDepartementReadOnceAndWithoutNamesThatASchoolIsRefused() {
        Agent one = cpd("Ana", "035");
        Agent two = cpd("Léo", "035");
        Agent elsewhere = cpd("Zoé", "022");
        TheCase theCase = refused().passed("copyRefusal");
        assertThat(List.of(one, two)).allSatisfy(each -> assertThat(stages.mailsTo(each, "openingRefusedCopied"))
                .isEqualTo(1));
        assertThat(stages.mailsTo(elsewhere, "openingRefusedCopied")).isZero();
        assertThat(stages.mailTo(circo.erun(), "openingRefused"))
                .as("its day is still to come: nothing is refused yet")
                .contains("est prévue le", "Il manque encore d'ici là :");
        assertThat(stages.mailTo(one, "openingRefusedCopied"))
                .contains("L'ENT doit ouvrir dans cette école le", "Il manque encore d'ici là")
                .doesNotContain("ne peut pas");
        assertThat(stages.mailTo(one, "openingRefusedCopied"))
                .contains("Rien ne vous est demandé", "\n- ", "/projets/" + project.id() + "#ecole-" + school())
                .doesNotContain(circo.directors().get(0).lastName());

        assertThat(theCase.refuses("settleRefusal", Map.of("choice", "RECHECK")))
                .as("nothing is new: what is missing is said, and that it is waited for")
                .startsWith("Il manque encore : ")
                .contains("la personne ressource", "La tâche reste ouverte")
                .doesNotContain(circo.directors().get(0).lastName());
        theCase.completes(
                        "settleRefusal",
                        Map.of(
                                "choice",
                                "RECHECK",
                                "resourcePersonId",
                                String.valueOf(circo.teachers().get(0).id())))
                .waitsAt("settleRefusal");
        assertThat(stages.mailsTo(one, "openingRefusedCopied"))
                .as("refused again")
                .isEqualTo(1);
        assertThat(driver.incidents()).isEmpty();
    }

    private Agent cpd(String firstName, String departement) {
        return ground.agent(NewAgent.inDepartement(
                "Conseil" + circo.uai(),
                firstName,
                circo.uai() + "." + departement + Math.abs(firstName.hashCode()) + "@exemple.invalid",
                AgentFunction.CPD,
                departement));
    }

    @Test
    void aPostponedSchoolKeepsWhatItHasInTheNextVague() {
        TheCase theCase = refused();
        assertThat(theCase.refuses("settleRefusal", Map.of("choice", "POSTPONE")))
                .contains("motif");
        ground.as(circo.erun());
        theCase.completes("settleRefusal", Map.of("choice", "POSTPONE", "motive", "Travaux dans l'école"))
                .passed("postponed")
                .isEnded();
        assertThat(stages.mailTo(circo.ien(), "postponementNoted"))
                .as("who answers for the vagues hears what somebody else decided")
                .contains(circo.erun().fullName() + " a reporté cette école", "Travaux dans l'école");

        VagueSchool before = projects.schoolsOf(vague.id()).get(0);
        assertThat(before.state()).isEqualTo(PlaceState.REPORTEE);
        assertThat(before.leftBecause()).isEqualTo("Travaux dans l'école");
        VagueSchool next = place();
        assertThat(next.vagueId())
                .isEqualTo(projects.vagues(project.id()).get(1).id());
        assertThat(next.state()).isEqualTo(PlaceState.CANDIDATE);
        assertThat(next.resourcePersonId()).isEqualTo(before.resourcePersonId()).isNotNull();
        assertThat(next.charterSignedOn()).isEqualTo(before.charterSignedOn()).isNotNull();
        driver.theCase("vague", vague.id()).passed("schoolsSettled").waitsAt("decideNext");
    }

    @Test
    void onlyTheIenWaivesAndOnlyWhereSomebodyIsTrained() {
        TheCase theCase = refused();
        Map<String, Object> waiver =
                Map.of("choice", "WAIVE", "motive", "Rentrée des familles", "catchUpOn", "2027-01-20");
        assertThat(openTasks.in("schoolOpening", place().id()))
                .as("Tasklist says by when")
                .singleElement()
                .satisfies(task -> assertThat(task.dueOn()).isNotNull());
        ground.as(circo.erun());
        assertThat(theCase.refuses("settleRefusal", waiver)).contains("Seul l'IEN");
        ground.as(circo.ien());
        assertThat(theCase.refuses("settleRefusal", Map.of("choice", "WAIVE", "catchUpOn", "2027-01-20")))
                .contains("motif");
        assertThat(theCase.refuses("settleRefusal", Map.of("choice", "WAIVE", "motive", "Urgent")))
                .contains("date");
        assertThat(theCase.refuses("settleRefusal", waiver))
                .as("said once")
                .contains("personne n'est formé", "aucune dérogation n'est possible")
                .doesNotContain("Dérogation impossible");
        assertThat(place().isWaived()).isFalse();

        stages.trainTeacher(circo.teachers().get(0));
        stages.trainResourcePerson(circo.teachers().get(0));
        theCase.completes("settleRefusal", waiver).waitsAt("openingDay");
        assertThat(place().state()).isEqualTo(PlaceState.DEROGATION);
        assertThat(place().catchUpOn()).isEqualTo(LocalDate.of(2027, 1, 20));
        theCase.fires("openingDay").waitsAt("thirtyDaysIn");
        assertThat(place().state()).isEqualTo(PlaceState.EN_SERVICE);
    }

    @Test
    void nothingWaitsForEverForAnAnswer() {
        stages.trainSchool(circo, 0);
        TheCase theCase = theCase().completes("engage", stages.engagement(circo, 0));
        vagues.trained(vague.id());
        driver.runDue();
        theCase.fires("openingDay")
                .fires("thirtyDaysIn")
                .fires("useOverdue")
                .passed("noteSilence")
                .waitsAt("ninetyDaysIn");
        theCase.fires("ninetyDaysIn")
                .fires("useLaterOverdue")
                .passed("noteSilenceLater")
                .isEnded();
        assertThat(uses.of(place().id())).hasSize(2).noneMatch(UseReport::isAnswered);
    }

    @Test
    void aSchoolThatClosesLeavesItsVague() {
        events.publishEvent(new SchoolClosed(school()));
        theCase().isEnded();
        assertThat(place().state()).isEqualTo(PlaceState.RETIREE);
        assertThat(place().leftBecause()).isNotBlank();
    }

    /** Engaged, the sessions are over, and nobody came. */
    private TheCase refused() {
        TheCase theCase = theCase().completes("engage", stages.engagement(circo, 0));
        vagues.trained(vague.id());
        return theCase.waitsAt("settleRefusal");
    }

    private Map<String, Object> engagement(String field, Object value) {
        var form = new HashMap<>(stages.engagement(circo, 0));
        form.put(field, value);
        return form;
    }

    private TheCase theCase() {
        return driver.theCase("schoolOpening", place().id());
    }

    private VagueSchool place() {
        return projects.place(project.id(), school()).orElseThrow();
    }

    private String school() {
        return circo.schools().get(0);
    }
}
