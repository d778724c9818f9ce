package fr.forment.waiting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.LineLookService;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.RequestService;
import fr.forment.waiting.RequestState;
import fr.forment.waiting.WaitingGround;
import fr.forment.waiting.WaitingLines;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Asked by the person, answered by the team; or proposed by the direction. A no always says why. */
@HouseTest
class PlaceRequestPathTest {

    private static final String MODULE = "PRES-ECOLE";

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    RequestService requests;

    @Autowired
    WaitingLines lines;

    @Autowired
    LineLookService looks;

    @Autowired
    TrainingRecords records;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProcessDriver driver;

    private Circo circo;
    private Agent teacher;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        teacher = circo.teachers().get(0);
    }

    private RequestState state(PlaceRequest request) {
        return lines.find(request.id()).orElseThrow().state();
    }

    private List<String> templates(Agent agent) {
        return waiting.letters(agent).stream().map(mail -> mail.template()).toList();
    }

    @Test
    void anAcceptedRequestTakesItsRankAndIsServedAtOnceByAFreePlace() {
        TrainingSession session = some.session(circo, 2, 1);
        PlaceRequest request = requests.ask(teacher.id(), MODULE, "<b>Je</b> suis *volontaire*");
        assertThat(waiting.offers(session)).as("not answered yet").isEmpty();
        TheCase theCase = driver.theCase("placeRequest", request.id()).waitsAt("answer");
        assertThat(theCase.nameOf("answer")).contains("Présentation");
        theCase.fires("answerLate").passed("remind");
        theCase.fires("answerOverdue").passed("escalate");
        assertThat(templates(circo.erun())).contains("waiting/answerAwaited");
        theCase.completes("answer", Map.of("decision", "ACCEPTER", "reason", ""))
                .passed("recordAnswer")
                .isEnded();
        assertThat(state(request)).isEqualTo(RequestState.ATTEND);
        assertThat(waiting.open(session).agentId()).isEqualTo(teacher.id());
        assertThat(templates(teacher)).contains("waiting/accepted", "waiting/offered");
    }

    @Test
    void aRefusalAlwaysSaysWhy() {
        PlaceRequest request = requests.ask(teacher.id(), MODULE, "");
        TheCase theCase = driver.theCase("placeRequest", request.id());
        assertThat(theCase.refuses("answer", Map.of("decision", "REFUSER", "reason", " ")))
                .contains("pourquoi");
        assertThat(theCase.refuses("answer", Map.of("decision", "", "reason", "")))
                .contains("Choisissez");
        theCase.completes("answer", Map.of("decision", "REFUSER", "reason", "Réservé aux directions cette année"))
                .isEnded();
        assertThat(state(request)).isEqualTo(RequestState.REFUSEE);
        assertThat(waiting.letters(teacher))
                .filteredOn(mail -> mail.template().equals("waiting/refused"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains("Réservé aux directions cette année"));
        assertThat(requests.ask(teacher.id(), MODULE, null).id())
                .as("asked again")
                .isNotEqualTo(request.id());
    }

    @Test
    void whatIsWithdrawnIsNoQuestionAnyMore() {
        PlaceRequest early = requests.ask(teacher.id(), MODULE, null);
        requests.withdraw(early.id());
        requests.withdraw(early.id());
        driver.theCase("placeRequest", early.id())
                .passed("settledOtherwise")
                .didNotPass("answer")
                .isEnded();
        PlaceRequest later = requests.ask(teacher.id(), MODULE, null);
        TheCase theCase = driver.theCase("placeRequest", later.id()).waitsAt("answer");
        some.enrol(some.session(circo, 2, 1), teacher);
        theCase.passed("moot").isEnded();
        assertThat(state(later)).isEqualTo(RequestState.PLACEE);
    }

    @Test
    void aPersonIsToldWhyHeMayNotAskAndNothingIsAskedTwice() {
        requests.ask(teacher.id(), MODULE, null);
        assertThatThrownBy(() -> requests.ask(teacher.id(), MODULE, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Vous attendez déjà une place dans ce module depuis le 1er septembre 2026");
        Agent trained = circo.teachers().get(1);
        transaction.executeWithoutResult(
                tx -> records.record(trained.id(), MODULE, LocalDate.of(2026, 3, 3), "import"));
        assertThatThrownBy(() -> requests.ask(trained.id(), MODULE, null))
                .hasMessageContaining("Vous avez déjà suivi ce module (le 3 mars 2026)");
        Agent seated = circo.teachers().get(2);
        some.enrol(some.session(circo, 2, 1), seated);
        assertThatThrownBy(() -> requests.ask(seated.id(), MODULE, null))
                .hasMessageContaining("Vous figurez déjà", "18 novembre 2026");
        assertThatThrownBy(() -> requests.ask(seated.id(), "INCONNU", null)).isInstanceOf(Refusal.class);
        Agent director = circo.directors().get(0);
        var proposed = requests.propose(director, MODULE, List.of(teacher.id(), trained.id(), director.id()));
        assertThat(proposed.added()).isEqualTo(1);
        assertThat(proposed.refused())
                .anyMatch(why -> why.contains(trained.fullName() + " a déjà suivi ce module"))
                .anyMatch(why -> why.contains("attend déjà une place"));
        assertThat(templates(director)).contains("waiting/proposed");
    }

    @Test
    void whenTheLastSessionIsOverWhoStillWaitsHearsItOnce() {
        TrainingSession session = some.session(circo, 1, 1);
        some.enrol(session, circo.teachers().get(2));
        waiting.waits(teacher);
        driver.theCase("trainingSession", session.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(4));
        looks.round();
        looks.round();
        assertThat(waiting.letters(teacher))
                .filteredOn(mail -> mail.template().equals("waiting/noneLeft"))
                .hasSize(1);
    }
}
