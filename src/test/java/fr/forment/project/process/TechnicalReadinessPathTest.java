package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.project.GateReason;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.readiness.Matter;
import fr.forment.project.readiness.ReadinessService;
import fr.forment.project.readiness.ReadyMatters;
import fr.forment.project.readiness.SchoolsReadiness;
import fr.forment.territory.SchoolClosed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class TechnicalReadinessPathTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    VagueService vagues;

    @Autowired
    ReadinessService readiness;

    @Autowired
    SchoolsReadiness declared;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Project project;
    private Vague vague;

    @BeforeEach
    void twoSchoolsAreAsked() {
        circo = ground.circonscription(2);
        stages.trainTrainers(circo);
        project = stages.created(circo, 1);
        stages.begin(project);
        vague = projects.vagues(project.id()).get(0);
    }

    @Test
    void theCollectiviteDeclaresSeveralSchoolsInOneGestureUntilAllAreReady() {
        TheCase theCase = theCase().waitsAt("declareReady");
        assertThat(stages.mailsTo(circo.dsi(), "readinessAsked")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.erun(), "readinessAsked"))
                .as("the collectivité has somebody")
                .isZero();
        assertThat(theCase.candidatesOf("declareReady")).containsExactly(Groups.of(Role.DSI, circo.uai()));
        assertThat(theCase.formOf("declareReady").get("accountsLacking").toString())
                .contains(school(0) + "=", school(1) + "=");

        theCase.fires("readinessSoon").passed("remindReadiness");
        assertThat(stages.mailTo(circo.dsi(), "readinessAwaited")).contains("Comptes : ", "Réseau et matériel : ");
        theCase.fires("readinessLate").passed("escalateReadiness");
        assertThat(stages.mailsTo(circo.ien(), "readinessLate")).isEqualTo(1);
        assertThat(stages.mailsTo(circo.erun(), "readinessLate")).isEqualTo(1);
        assertThat(theCase.candidatesOf("declareReady"))
                .contains(Groups.of(Role.ERUN, circo.uai()), Groups.of(Role.DSI, circo.uai()));

        assertThat(theCase.refuses("declareReady", Map.of())).contains("Cochez au moins une école");
        Circo elsewhere = ground.circonscription(1);
        assertThat(theCase.refuses(
                        "declareReady",
                        Map.of("accountsReady", List.of(elsewhere.schools().get(0)))))
                .contains("parmi les écoles de la vague")
                .doesNotContain(elsewhere.schools().get(0));
        theCase.completes("declareReady", Map.of("accountsReady", circo.schools(), "networkReady", List.of(school(0))))
                .passed("recordReady")
                .waitsAt("declareReady");
        assertThat(theCase.formOf("declareReady").get("accountsLacking").toString())
                .isEmpty();
        assertThat(theCase.formOf("declareReady").get("networkLacking").toString())
                .startsWith(school(1) + "=");
        assertThat(theCase.formOf("declareReady"))
                .as("what was ticked has left the engine")
                .containsEntry("networkReady", null);
        theCase.completes("declareReady", Map.of("networkReady", List.of(school(1))))
                .isEnded();
        assertThat(declared.declared(project.id())).hasSize(4).allSatisfy(each -> assertThat(each.on())
                .isEqualTo(driver.now().toLocalDate()));
    }

    /** A vague that begins a few days before it opens: what is asked for it is due before, not after. */
    @Test
    void whatIsAskedForAnOpeningIsDueBeforeIt() {
        Circo late = ground.circonscription(2);
        stages.trainTrainers(late);
        Project other = stages.created(late, 1);
        stages.framed(other);
        driver.travelTo(ProjectGround.FIRST_OPENING.minusDays(6).atTime(9, 0));
        stages.planned(other);
        Vague its = projects.vagues(other.id()).get(0);
        List<LocalDate> due = jdbc.sql("""
                        SELECT CAST(t.due_date_ AS DATE) FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
                        WHERE t.task_def_key_ = 'declareReady' AND e.business_key_ = :vague
                        OR t.task_def_key_ = 'engage' AND e.business_key_ IN (:places)
                        """)
                .param("vague", String.valueOf(its.id()))
                .param(
                        "places",
                        projects.schoolsOf(its.id()).stream()
                                .map(place -> String.valueOf(place.id()))
                                .toList())
                .query(LocalDate.class)
                .list();
        assertThat(due).hasSize(3).allSatisfy(day -> assertThat(day)
                .isAfter(driver.now().toLocalDate())
                .isBefore(ProjectGround.FIRST_OPENING));
    }

    /** The network is missing and the IEN lets the school open: the collectivité keeps its task until it is there. */
    @Test
    void whatWasWaivedStillHasItsHolderWithATaskAndALetter() {
        stages.reviewNeed(vague.id());
        stages.trainSchool(circo, 0);
        TheCase opening = driver.theCase("schoolOpening", place(0).id());
        opening.completes("engage", stages.engagement(circo, 0));
        vagues.trained(vague.id());
        theCase()
                .completes(
                        "declareReady", Map.of("accountsReady", circo.schools(), "networkReady", List.of(school(1))));
        opening.waitsAt("settleRefusal");
        ground.as(circo.ien());
        assertThat(opening.refuses(
                        "settleRefusal",
                        Map.of("choice", "WAIVE", "motive", "Rentrée des familles", "catchUpOn", "2027-01-17")))
                .contains("dimanche 17 janvier 2027 n'est pas un jour de classe", "lundi 18 janvier 2027");
        opening.completes(
                "settleRefusal",
                Map.of("choice", "WAIVE", "motive", "Rentrée des familles", "catchUpOn", "2027-01-20"));
        assertThat(stages.mailTo(circo.dsi(), "catchUpOwed"))
                .contains("20 janvier 2027", "?task=", "le réseau")
                .doesNotContain(circo.teachers().get(0).lastName());
        opening.fires("openingDay").waitsAt("thirtyDaysIn");
        assertThat(place(0).state()).isEqualTo(PlaceState.EN_SERVICE);

        theCase().waitsAt("declareReady");
        assertThat(theCase().formOf("declareReady").get("networkLacking").toString())
                .startsWith(school(0) + "=");
        assertThat(declared.awaited(List.of(circo.uai()))).singleElement().satisfies(each -> assertThat(each.ready())
                .isEqualTo(each.schools() - 1));
        TheCase catchUp = driver.theCase("catchUp", place(0).id());
        ground.as(circo.dsi());
        theCase()
                .completes("declareReady", Map.of("networkReady", List.of(school(0))))
                .isEnded();
        catchUp.passed("caughtUp").isEnded();
        assertThat(place(0).caughtUpOn()).isEqualTo(driver.now().toLocalDate());
    }

    @Test
    void aSchoolOpensOnlyOnceItsAccountsAndItsNetworkAreReady() {
        stages.reviewNeed(vague.id());
        stages.trainSchool(circo, 0);
        TheCase opening = driver.theCase("schoolOpening", place(0).id());
        opening.completes("engage", stages.engagement(circo, 0));
        vagues.trained(vague.id());
        opening.waitsAt("settleRefusal");
        assertThat(place(0).gateReasons())
                .containsExactlyInAnyOrder(GateReason.ACCOUNTS_NOT_READY, GateReason.NETWORK_NOT_READY);
        theCase().completes("declareReady", Map.of("accountsReady", List.of(school(0))));
        opening.waitsAt("settleRefusal");
        theCase().completes("declareReady", Map.of("networkReady", List.of(school(0))));
        opening.passed("rechecked").waitsAt("openingDay");
        assertThat(place(0).state()).isEqualTo(PlaceState.FORMEE);

        ground.as(circo.dsi());
        ground.as(circo.erun());
        readiness.takeBack(vague.id(), school(0), Matter.NETWORK, "Panne du répartiteur");
        assertThat(stages.mailTo(circo.dsi(), "readinessSaid"))
                .as("who answers for the network hears what somebody else said of it")
                .contains(circo.erun().fullName() + " a retiré", "Panne du répartiteur", Matter.NETWORK.label());
        opening.fires("openingDay").waitsAt("settleRefusal");
        assertThat(place(0).openedOn()).isNull();
        assertThat(place(0).gateReasons()).containsExactly(GateReason.NETWORK_NOT_READY);
    }

    @Test
    void whatIsTakenBackIsAskedForAgain() {
        theCase()
                .completes("declareReady", Map.of("accountsReady", circo.schools(), "networkReady", circo.schools()))
                .isEnded();
        ground.as(circo.dsi());
        readiness.takeBack(vague.id(), school(1), Matter.ACCOUNTS, "Import des élèves à refaire");
        theCase()
                .waitsAt("declareReady")
                .completes("declareReady", Map.of("accountsReady", List.of(school(1))))
                .isEnded();
    }

    @Test
    void nobodyIsAskedAnyLongerOnceNothingIsLeftToPrepare() {
        theCase()
                .completes(
                        "declareReady",
                        Map.of("accountsReady", List.of(school(0)), "networkReady", List.of(school(0))));
        events.publishEvent(new SchoolClosed(school(1)));
        theCase().passed("settled").isEnded();
    }

    @Test
    void twoPeopleWhoDeclareTheSameAtOnceDeclareItOnce() throws Exception {
        ReadyMatters both = ReadyMatters.of(circo.schools(), circo.schools());
        Callable<Boolean> declare = () -> {
            readiness.declare(vague.id(), both);
            return true;
        };
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            for (var done : hands.invokeAll(List.of(declare, declare))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(declared.of(project.id()).values()).allMatch(Set.of(Matter.values())::equals);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM journal WHERE what = 'SCHOOL_PREPARED' AND subject = ?")
                        .param(String.valueOf(project.id()))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whereTheCollectiviteHasNobodyTheErunDeclares() {
        Circo other = ground.circonscription(1);
        jdbc.sql("UPDATE agent SET left_on = DATE '2026-01-01' WHERE id = ?")
                .param(other.dsi().id())
                .update();
        stages.trainTrainers(other);
        Project theirs = stages.created(other, 1);
        stages.begin(theirs);
        long id = projects.vagues(theirs.id()).get(0).id();
        assertThat(driver.theCase("technicalReadiness", id).candidatesOf("declareReady"))
                .contains(Groups.of(Role.ERUN, other.uai()));
        assertThat(stages.mailsTo(other.erun(), "readinessAsked")).isEqualTo(1);
    }

    private TheCase theCase() {
        return driver.theCase("technicalReadiness", vague.id());
    }

    private String school(int n) {
        return circo.schools().get(n);
    }

    private VagueSchool place(int n) {
        return projects.place(project.id(), school(n)).orElseThrow();
    }
}
