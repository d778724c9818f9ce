package fr.forment.arrival.process;

import static fr.forment.people.ArrivalKind.NEWCOMER;
import static java.time.LocalDate.of;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalDeclarationService;
import fr.forment.arrival.ArrivalOrigin;
import fr.forment.arrival.ArrivalState;
import fr.forment.arrival.Arrivals;
import fr.forment.arrival.Declaration;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** The start form of Tasklist: who may use it, what it refuses, and that whoever is first, there is one arrival. */
@HouseTest
class ArrivalDeclarationPathTest {

    private static int number;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    StaffService staff;

    @Autowired
    ArrivalDeclarationService declarations;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Agents agents;

    private Circo circo;
    private String school;
    private String email;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        school = circo.schools().get(0);
        email = "tasklist" + ++number + "@exemple.invalid";
    }

    @Test
    void aDirectorLeavesTheSchoolEmptyAndThePathBegins() {
        ground.as(circo.directors().get(0));
        driver.starts("arrivalDeclaration", form(Map.of()))
                .isEnded()
                .passed("declare", "recordDeclaration", "declared");
        Arrival arrival = only();
        assertThat(arrival.origin()).isEqualTo(ArrivalOrigin.DECLARATION);
        assertThat(arrival.schoolUai()).isEqualTo(school);
        driver.theCase("arrival", arrival.id())
                .passed("assignPath")
                .didNotPass("confirm")
                .waitsAt("followUp", "awaitTraining");
    }

    @Test
    void anErunNamesTheSchool() {
        ground.as(circo.erun());
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of()))).contains("Indiquez l'école");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("school", "École d'essai"))))
                .contains("code UAI");
        driver.starts("arrivalDeclaration", form(Map.of("school", "ecole d essai 2")))
                .isEnded();
        assertThat(agent(circo.schools().get(1))).isNotNull();
    }

    @Test
    void refusesInFrenchAndStartsNothing() {
        ground.as(circo.directors().get(0));
        assertThat(driver.refusesToStart("arrivalDeclaration", Map.of())).contains("fonction");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("lastName", ""))))
                .contains("nom et le prénom");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("email", "nulle part"))))
                .contains("prenom.nom@domaine.fr");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("takenUpOn", "demain"))))
                .contains("Cette date n'existe pas");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("takenUpOn", "2019-09-01"))))
                .contains("douze derniers ou prochains mois");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("quotity", "133"))))
                .contains("quotité");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("entExperience", "PEUT-ETRE"))))
                .contains("déjà utilisé un ENT");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("agentFunction", "IEN"))))
                .contains("fonction exercée dans une école");
        assertThat(agents.inSchool(school)).hasSize(3);
    }

    @Test
    void nobodyDeclaresBeyondHisPerimeterOrRank() {
        ground.as(circo.directors().get(0));
        assertThat(driver.refusesToStart(
                        "arrivalDeclaration",
                        form(Map.of("school", circo.schools().get(1)))))
                .contains("Aucune de vos écoles");
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("agentFunction", "DIRECTEUR"))))
                .contains("E-RUN");
        ground.as(circo.teachers().get(0));
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of()))).contains("Seules les directions");
        ground.as(circo.ien());
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("school", school))))
                .contains("Seules les directions");
    }

    @Test
    void asksWhetherSomebodyOfThatNameNearbyIsTheSamePerson() {
        staff.register(
                NewAgent.inSchool(
                        "Tasklist",
                        "Lou",
                        email,
                        AgentFunction.ADJOINT,
                        circo.schools().get(1)),
                fr.forment.people.ArrivalKind.ALREADY_THERE);
        ground.as(circo.directors().get(0));
        assertThat(driver.refusesToStart("arrivalDeclaration", form(Map.of("email", ""))))
                .contains("autre école de la circonscription", "secrétariat", "homonyme");
        assertThat(agents.inSchool(school)).as("nobody is doubled in silence").hasSize(3);
        driver.starts("arrivalDeclaration", form(Map.of("email", "autre." + email)))
                .isEnded();
        assertThat(agents.inSchool(school)).as("two addresses are two persons").hasSize(4);
        ground.as(circo.erun());
        driver.starts(
                        "arrivalDeclaration",
                        formOf("Lamy", Map.of("school", circo.schools().get(1), "email", "")))
                .isEnded();
        ground.as(circo.directors().get(0));
        driver.starts("arrivalDeclaration", formOf("Lamy", Map.of("email", "", "namesake", "true")))
                .isEnded();
        assertThat(agents.inSchool(school)).as("said to be another").hasSize(5);
    }

    private Map<String, Object> formOf(String lastName, Map<String, String> changes) {
        Map<String, Object> form = form(changes);
        form.put("lastName", lastName);
        return form;
    }

    @Test
    void aListThatBringsADeclaredPersonBringsNothingNew() {
        ground.as(circo.directors().get(0));
        driver.starts("arrivalDeclaration", form(Map.of()));
        assertThat(staff.register(listed(), NEWCOMER)).isEmpty();
        assertThat(only().state()).isEqualTo(ArrivalState.PARCOURS_AFFECTE);
    }

    @Test
    void aDeclarationConfirmsWhatTheListFound() {
        staff.register(listed(), NEWCOMER);
        long found = only().id();
        driver.theCase("arrival", found).waitsAt("confirm");
        ground.as(circo.directors().get(0));
        driver.starts("arrivalDeclaration", form(Map.of()));
        assertThat(only().id()).isEqualTo(found);
        driver.theCase("arrival", found).passed("declared").waitsAt("followUp", "awaitTraining");
    }

    @Test
    void declaredByTwoAtOnceItIsOneArrival() throws Exception {
        atOnce(this::declare, this::declare);
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void declaredWhileAListIsWrittenItIsOneArrival() throws Exception {
        atOnce(this::declare, () -> staff.register(listed(), NEWCOMER));
        assertThat(only().isOpen()).isTrue();
    }

    /** Whoever comes second is told kindly, or finds the arrival of the first. */
    private void atOnce(Callable<Object> first, Callable<Object> second) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            for (Future<Object> done : hands.invokeAll(List.of(first, second))) {
                try {
                    done.get();
                } catch (ExecutionException refused) {
                    assertThat(refused)
                            .satisfiesAnyOf(
                                    it -> assertThat(it.getCause()).isInstanceOf(Refusal.class), it -> assertThat(it)
                                            .as("the list finds its line taken")
                                            .hasRootCauseInstanceOf(SQLException.class)
                                            .cause()
                                            .isInstanceOf(DuplicateKeyException.class));
                }
            }
        } finally {
            hands.shutdown();
        }
        driver.runDue();
    }

    private Long declare() {
        return declarations.declare(
                new Declaration("Tasklist", "Lou", email, AgentFunction.ADJOINT, school, 100, of(2026, 9, 1), false));
    }

    private Arrival only() {
        List<Arrival> found = arrivals.ofAgent(agent(school).id());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Agent agent(String uai) {
        return agents.inSchool(uai).stream()
                .filter(each -> email.equals(each.email()))
                .reduce((a, b) -> {
                    throw new AssertionError("two persons with one address");
                })
                .orElseThrow();
    }

    private NewAgent listed() {
        return NewAgent.inSchool("Tasklist", "Lou", email, AgentFunction.ADJOINT, school)
                .since(of(2026, 9, 1));
    }

    private Map<String, Object> form(Map<String, String> changes) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "lastName",
                "Tasklist",
                "firstName",
                "Lou",
                "email",
                email,
                "agentFunction",
                "ADJOINT",
                "quotity",
                "100",
                "takenUpOn",
                "2026-09-01",
                "entExperience",
                "NON",
                "school",
                ""));
        form.putAll(changes);
        return form;
    }
}
