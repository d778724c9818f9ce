package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.journal.Journal;
import fr.forment.project.BilanDue;
import fr.forment.project.Milestone;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectEvent;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueEngaged;
import fr.forment.project.VagueOutcomeService;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.VagueState;
import fr.forment.project.WhatWasTold;
import fr.forment.territory.SchoolClosed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class VaguePathTest {

    private static final Map<String, Object> FITS = Map.of("choice", "FITS", "motive", "");

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    VagueOutcomeService outcomes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VagueService service;

    @Autowired
    OpenTasks tasks;

    @Autowired
    Visitor visitor;

    @Autowired
    Projects projects;

    @Autowired
    Journal journal;

    @Autowired
    WhatWasTold told;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void listen() {
        told.startAnew();
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    @Test
    void schoolsWaitUntilTheirTrainersAreTrained() {
        Circo circo = ground.circonscription(2);
        Vague vague = firstVague(stages.inFirstVague(circo, 1));
        TheCase theCase = driver.theCase("vague", vague.id());

        theCase.waitsAt("settleTrainers").fires("trainersLate").passed("remindTrainers");
        theCase.fires("trainersOverdue").passed("escalateTrainers").waitsAt("settleTrainers");
        assertThat(stages.overdueTo(circo.ien(), "vague:settleTrainers:" + vague.id()))
                .as("nobody answers for the IEN here: at least the IEN hears since when, and on whom")
                .contains("l'E-RUN ou l'IEN")
                .contains("attend depuis le");
        assertThat(stages.mailsTo(circo.erun(), "trainersMissing")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.ien(), "trainersAwaited")).isEqualTo(1);
        assertThat(theCase.formOf("settleTrainers").get("missingTrainings")).isEqualTo("7");
        assertThat(state(vague)).isEqualTo(VagueState.FORMATEURS_EN_FORMATION);

        assertThat(theCase.refuses("settleTrainers", Map.of("choice", "RECHECK")))
                .as("nothing has changed: what is missing, and no second round of letters")
                .startsWith("Il manque encore : ")
                .contains("Former à l'ENT", "IEN de circonscription", "La tâche reste ouverte");
        assertThat(stages.mailsTo(circo.erun(), "trainersMissing")).isEqualTo(1);
        assertThat(theCase.formOf("settleTrainers").get("missingList").toString())
                .contains("IEN de circonscription", "Former à l'ENT");
        assertThat(places(vague))
                .as("what is asked of the schools does not wait for the trainers")
                .allSatisfy(place -> driver.theCase("schoolOpening", place.id()).waitsAt("engage"));

        stages.trainTrainers(circo);
        theCase.completes("settleTrainers", Map.of("choice", "RECHECK"))
                .passed("engageSchools")
                .waitsAt("reviewNeed")
                .completes("reviewNeed", FITS)
                .passed("recordNeed", "openSessions")
                .waitsAt("trained");
        assertThat(told.heard()).contains(new VagueEngaged(vague.id()));
        assertThat(places(vague))
                .allSatisfy(place -> driver.theCase("schoolOpening", place.id()).waitsAt("engage"));
        assertThat(stages.mailsTo(circo.directors().get(0), "engagementAsked")).isEqualTo(1);
    }

    @Test
    void goesOnWithoutAllTrainersOnlyWithAMotive() {
        Circo circo = ground.circonscription(1);
        Vague vague = firstVague(stages.inFirstVague(circo, 1));
        TheCase theCase = driver.theCase("vague", vague.id());

        assertThat(theCase.refuses("settleTrainers", Map.of())).contains("Choisissez");
        ground.as(circo.erun());
        assertThat(theCase.refuses("settleTrainers", Map.of("choice", "GO_ON", "motive", "Pressé")))
                .as("gate 1 is the IEN's, as every waiver")
                .contains("Seul l'IEN");
        ground.as(circo.ien());
        assertThat(theCase.refuses("settleTrainers", Map.of("choice", "GO_ON", "motive", "")))
                .contains("pourquoi");
        theCase.completes("settleTrainers", Map.of("choice", "GO_ON", "motive", "La DSI est formée en janvier"))
                .completes("reviewNeed", FITS)
                .waitsAt("trained");
        assertThat(state(vague)).isEqualTo(VagueState.FORMATION);
    }

    @Test
    void waitsForNothingThatIsDoneAlready() {
        Circo circo = ground.circonscription(1);
        stages.trainTrainers(circo);
        Project project = stages.created(circo, 1);
        Vague vague = firstVague(project);
        told.atVagueEngaged(() -> {
            service.trained(vague.id());
            events.publishEvent(new SchoolClosed(circo.schools().get(0)));
        });
        stages.toFirstVague(project);

        driver.theCase("vague", vague.id())
                .waitsAt("decideNext")
                .didNotPass("trained", "schoolsSettled", "settleTrainers");
        assertThat(places(vague)).extracting(VagueSchool::state).containsExactly(PlaceState.RETIREE);
    }

    @Test
    void aSettledVagueIsLookedBackUponThenTheNextOneBegins() {
        Circo circo = ground.circonscription(2);
        Project project = stages.created(circo, 2);
        TheCase theCase = settled(circo, project);
        Vague vague = firstVague(project);

        theCase.passed("schoolsSettled", "stabilise").waitsAt("stabilised");
        assertThat(theCase.dateOf("stabilised").toLocalDate())
                .as("30 days later is New Year's Eve")
                .isEqualTo(LocalDate.of(2027, 1, 4));
        theCase.fires("stabilised").waitsAt("decideNext");
        LocalDate answersDue = driver.dueDates("schoolOpening").stream()
                .max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(driver.dueDates("vague"))
                .as("after what the schools answer on the use")
                .allSatisfy(due -> assertThat(due).isAfter(answersDue));
        theCase.fires("decisionLate")
                .fires("decisionOverdue")
                .passed("escalateDecision")
                .waitsAt("decideNext");
        assertThat(told.heard()).contains(new BilanDue(project.id(), vague.id()));
        assertThat(stages.mailsTo(circo.ien(), "decisionAwaited")).isEqualTo(1);

        assertThat(theCase.refuses("decideNext", Map.of())).contains("suite");
        theCase.completes("decideNext", Map.of("choice", "CONTINUE"))
                .passed("recordDecision", "closeVague")
                .isEnded();
        assertThat(state(vague)).isEqualTo(VagueState.CLOSE);
        assertThat(driver.isStarted(
                        "vague", projects.vagues(project.id()).get(1).id()))
                .isTrue();
    }

    @Test
    void theNextVagueMayBePutOff() throws Exception {
        Circo circo = ground.circonscription(2);
        Project project = stages.created(circo, 2);
        TheCase theCase = settled(circo, project).fires("stabilised");

        assertThat(theCase.refuses("decideNext", Map.of("choice", "POSTPONE", "resumesOn", "2027-02-06")))
                .contains("motif");
        assertThat(theCase.refuses(
                        "decideNext", Map.of("choice", "POSTPONE", "motive", "Travaux", "resumesOn", "2026-01-01")))
                .contains("reprise");
        assertThat(theCase.refuses("decideNext", Map.of("choice", "CONTINUE", "owner", "MAIRE")))
                .contains("qui se charge");
        assertThat(theCase.refuses(
                        "decideNext",
                        Map.of("choice", "POSTPONE", "owner", "IEN", "motive", "Travaux", "resumesOn", "2027-02-06")))
                .as("a Saturday")
                .contains("samedi 6 février 2027 n'est pas un jour de classe", "lundi 8 février 2027");
        assertThat(theCase.refuses(
                        "decideNext",
                        Map.of("choice", "POSTPONE", "owner", "IEN", "motive", "Travaux", "resumesOn", "2027-03-15")))
                .as("the schools of the next vague open that very day")
                .contains(
                        "la vague 2",
                        "lundi 15 mars 2027",
                        "au plus tard le vendredi 12 mars 2027",
                        "mardi 16 mars 2027");
        LocalDate soon = driver.now().toLocalDate().plusDays(7);
        openSecond(project, soon);
        assertThat(outcomes.decisionDue(firstVague(project).id()))
                .as("due before the schools of the next vague open")
                .isBefore(soon);
        openSecond(project, ProjectGround.SECOND_OPENING);
        assertThat(tasks.prefilled("vague", firstVague(project).id(), "decideNext")
                        .get("whatFollows"))
                .asString()
                .contains("vague 2");
        theCase.completes(
                        "decideNext",
                        Map.of(
                                "choice",
                                "POSTPONE",
                                "owner",
                                "COLLECTIVITE",
                                "motive",
                                "Travaux",
                                "resumesOn",
                                "2027-02-08"))
                .waitsAt("resumed");
        assertThat(List.of(circo.erun(), circo.cpc(), circo.directors().get(1)))
                .allSatisfy(reader -> assertThat(stages.mailsTo(reader, "vagueDecided"))
                        .as(reader.email())
                        .isEqualTo(1));
        assertThat(stages.mailsTo(circo.ien(), "vagueDecided"))
                .as("whose decision it is")
                .isZero();
        assertThat(stages.mailTo(circo.directors().get(1), "vagueDecided"))
                .contains("lundi 8 février 2027", "lundi 15 mars 2027", "Travaux");
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id()).text().replace('\u00a0', ' '))
                .contains("Suite ajournée", "Qui s'en charge : la collectivité.");
        assertThat(journal.of(ProjectEvent.JOURNAL, project.id()))
                .filteredOn(event -> event.what().equals(Milestone.VAGUE_DECIDED.name()))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.why())
                                .isEqualTo(
                                        "Ajourner la suite jusqu'au 8 février 2027 (qui s'en charge : la collectivité) : Travaux"));
        assertThat(theCase.dateOf("resumed").toLocalDate()).isEqualTo(LocalDate.of(2027, 2, 8));
        assertThat(driver.isStarted(
                        "vague", projects.vagues(project.id()).get(1).id()))
                .isFalse();

        theCase.fires("resumed").isEnded();
        assertThat(driver.isStarted(
                        "vague", projects.vagues(project.id()).get(1).id()))
                .isTrue();
    }

    /** On the day of resumption nobody is asked again: with no vague to come there is nothing to put off. */
    @Test
    void nothingIsPutOffAfterTheLastVague() {
        Circo circo = ground.circonscription(2);
        Project project = stages.created(circo, 1);
        TheCase theCase = settled(circo, project).fires("stabilised");
        Map<String, Object> form =
                Map.of("choice", "POSTPONE", "owner", "IEN", "motive", "Travaux", "resumesOn", "2027-05-03");
        assertThat(tasks.prefilled("vague", firstVague(project).id(), "decideNext")
                        .get("whatFollows"))
                .asString()
                .contains("Aucune vague ne suit");
        assertThat(theCase.refuses("decideNext", form)).contains("Aucune vague ne suit", "rien à ajourner");
        theCase.completes("decideNext", Map.of("choice", "CONTINUE")).isEnded();
        driver.theCase("entProject", project.id()).waitsAt("validateBilan");
    }

    @Test
    void stoppingLeadsToTheBilanOfTheProject() {
        Circo circo = ground.circonscription(2);
        Project project = stages.created(circo, 2);
        settled(circo, project)
                .fires("stabilised")
                .completes("decideNext", Map.of("choice", "STOP", "motive", "Marché perdu"))
                .isEnded();

        driver.theCase("entProject", project.id()).waitsAt("validateBilan");
        assertThat(state(projects.vagues(project.id()).get(1))).isEqualTo(VagueState.SUSPENDUE);
    }

    private void openSecond(Project project, LocalDate day) {
        jdbc.sql("UPDATE vague SET opens_on = ? WHERE project_id = ? AND rank = 2")
                .params(day, project.id())
                .update();
    }

    /** Everybody is trained and engaged, and the schools of the first vague open on the planned day. */
    private TheCase settled(Circo circo, Project project) {
        stages.trainTrainers(circo);
        stages.toFirstVague(project);
        Vague vague = firstVague(project);
        for (int school = 0; school < circo.schools().size(); school++) {
            stages.trainSchool(circo, school);
        }
        for (VagueSchool place : places(vague)) {
            int school = circo.schools().indexOf(place.schoolUai());
            driver.theCase("schoolOpening", place.id()).completes("engage", stages.engagement(circo, school));
        }
        service.trained(vague.id());
        service.trained(vague.id());
        driver.runDue();
        TheCase theCase = driver.theCase("vague", vague.id()).waitsAt("schoolsSettled");
        driver.travelTo(ProjectGround.FIRST_OPENING.atTime(9, 0));
        assertThat(places(vague)).extracting(VagueSchool::state).containsOnly(PlaceState.EN_SERVICE);
        return theCase;
    }

    private Vague firstVague(Project project) {
        return projects.vagues(project.id()).get(0);
    }

    private List<VagueSchool> places(Vague vague) {
        return projects.schoolsOf(vague.id());
    }

    private VagueState state(Vague vague) {
        return projects.vague(vague.id()).orElseThrow().state();
    }
}
