package fr.forment.arrival;

import static fr.forment.people.ArrivalKind.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TimeMachine;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBox;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The machine dies between two lines, or two people act at once: in the end each arrival and each departure has
 * happened once, whole.
 */
@HouseTest
class ArrivalFaultsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final Map<String, String> PRESENT =
            Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-01", "entExperience", "NON");
    private static final int ROUNDS = 4;
    private static int number;

    @Autowired
    TestGround ground;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TimeMachine time;

    @Autowired
    StaffService staff;

    @Autowired
    AccountService accounts;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Journal history;

    @Autowired
    Departures departures;

    @Autowired
    SessionService sessionService;

    @Autowired
    Sessions sessions;

    @Autowired
    MailBox mails;

    @Autowired
    TransactionTemplate transaction;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
    }

    @Test
    void aListIsWrittenAndTheMachineDiesBeforeTheFirstStepsAreDone() {
        List<Agent> come = staff.registerAll(some(12), NEWCOMER);
        assertThat(driver.running())
                .filteredOn(running -> running.startsWith("arrival:"))
                .hasSize(12);
        dies(time::runDue);
        assertThat(come).allSatisfy(agent -> assertThat(written("askConfirmation", agent))
                .as("nothing was written that was not done")
                .isZero());
        driver.runDue();
        assertThat(come).allSatisfy(agent -> {
            driver.theCase("arrival", of(agent).id()).waitsAt("confirm");
            assertThat(written("askConfirmation", agent)).isEqualTo(1);
        });
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void anAnswerIsLostWithTheMachineAndTheTaskIsStillThere() {
        session();
        Agent newcomer = arrives();
        TheCase theCase = theCase(newcomer).waitsAt("confirm");
        dies(() -> theCase.submits("confirm", PRESENT));
        assertThat(of(newcomer).state()).isEqualTo(ArrivalState.DETECTE);
        theCase.waitsAt("confirm").submits("confirm", PRESENT);
        assertThat(of(newcomer).state())
                .as("recorded before anything else is done")
                .isEqualTo(ArrivalState.CONFIRME);
        dies(time::runDue);
        assertThat(of(newcomer).state()).isEqualTo(ArrivalState.CONFIRME);
        assertThat(sessions.ofAgent(newcomer.id())).isEmpty();
        theCase.waitsAt("followUp", "awaitTraining");
        assertThat(sessions.ofAgent(newcomer.id())).hasSize(1);
        assertThat(written("welcome", newcomer)).isEqualTo(1);
        assertThat(history.of(Arrival.JOURNAL, of(newcomer).id()))
                .extracting(JournalEntry::after)
                .containsOnlyOnce(ArrivalState.CONFIRME.name());
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void aDepartureHalfWayIsNoDeparture() {
        session();
        Agent newcomer = arrives();
        theCase(newcomer).completes("confirm", PRESENT);
        assertThat(sessions.ofAgent(newcomer.id())).hasSize(1);
        dies(() -> staff.leave(newcomer.id(), TODAY));
        assertThat(departures.ofAgent(newcomer.id())).isEmpty();
        assertThat(of(newcomer).isOpen()).isTrue();
        assertThat(sessions.ofAgent(newcomer.id())).hasSize(1);

        staff.leave(newcomer.id(), LocalDate.of(2026, 9, 10));
        TheCase departure = driver.theCase(
                        "departure", departures.ofAgent(newcomer.id()).get(0).id())
                .waitsAt("firstDayAwayCome");
        time.startAt(Instant.parse("2026-09-10T06:00:00Z"));
        dies(time::runDue);
        assertThat(departures.ofAgent(newcomer.id()))
                .extracting(Departure::state)
                .containsExactly(DepartureState.ANNONCE);
        assertThat(isOpen(newcomer)).isTrue();
        assertThat(of(newcomer).isOpen()).isTrue();
        departure.isEnded();
        assertIsGone(newcomer);
    }

    @Test
    void theDirectorConfirmsWhileAListSaysThatThePersonIsGone() throws Exception {
        session();
        for (int round = 0; round < ROUNDS; round++) {
            Agent newcomer = arrives();
            TheCase theCase = theCase(newcomer).waitsAt("confirm");
            atOnce(() -> theCase.submits("confirm", PRESENT), () -> staff.leave(newcomer.id(), TODAY));
            driver.runDue();
            theCase.isEnded();
            assertIsGone(newcomer);
        }
    }

    @Test
    void somebodyIsStillThereForTheDirectorAndGoneForTheList() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Agent missing = arrives();
            staff.markMissing(List.of(missing.id()), TODAY);
            TheCase theCase = driver.theCase(
                            "departure", departures.ofAgent(missing.id()).get(0).id())
                    .waitsAt("confirmDeparture");
            atOnce(
                    () -> theCase.submits("confirmDeparture", Map.of("answer", "PRESENT")),
                    () -> staff.leave(missing.id(), TODAY));
            driver.runDue();
            theCase.isEnded();
            assertIsGone(missing);
        }
    }

    @Test
    void twoListsMissThePersonAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Agent missing = arrives();
            atOnce(
                    () -> staff.markMissing(List.of(missing.id()), TODAY),
                    () -> staff.markMissing(List.of(missing.id()), TODAY));
            assertThat(departures.ofAgent(missing.id())).hasSize(1);
            driver.theCase("departure", departures.ofAgent(missing.id()).get(0).id())
                    .waitsAt("confirmDeparture");
        }
        assertThat(driver.incidents()).isEmpty();
    }

    /**
     * The list has the last word or is refused and comes again; whatever came first, nothing of the person is left half
     * done.
     */
    private void assertIsGone(Agent agent) {
        assertThat(departures.ofAgent(agent.id()))
                .noneMatch(Departure::isOpen)
                .extracting(Departure::state)
                .containsOnlyOnce(DepartureState.PARTI);
        assertThat(arrivals.ofAgent(agent.id()))
                .hasSize(1)
                .noneMatch(Arrival::isOpen)
                .extracting(Arrival::ending)
                .containsExactly(ArrivalEnding.PARTI);
        assertThat(sessions.ofAgent(agent.id())).isEmpty();
        assertThat(isOpen(agent)).isFalse();
        assertThat(driver.running())
                .doesNotContain("arrival:" + of(agent).id())
                .noneMatch(running -> running.startsWith("departure:"));
        assertThat(driver.incidents()).isEmpty();
    }

    /** Everything is done, and the machine dies before it is kept. */
    private void dies(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /**
     * Both start together. Who is refused, or finds a row changed under his hands, tries once more when the other has
     * finished.
     */
    private void atOnce(Runnable person, Runnable list) throws Exception {
        var together = new CyclicBarrier(2);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        List<Callable<Void>> both = new ArrayList<>();
        for (Runnable each : List.of(person, list)) {
            both.add(() -> {
                together.await(10, TimeUnit.SECONDS);
                each.run();
                return null;
            });
        }
        try {
            List<Future<Void>> done = hands.invokeAll(both);
            boolean isListRefused = failed(done.get(1));
            assertThat(isListRefused && failed(done.get(0)))
                    .as("one of the two is heard")
                    .isFalse();
            if (isListRefused) {
                list.run();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private static boolean failed(Future<Void> one) throws InterruptedException {
        try {
            one.get();
            return false;
        } catch (ExecutionException refused) {
            return true;
        }
    }

    private Agent arrives() {
        Agent newcomer = staff.registerAll(some(1), NEWCOMER).get(0);
        driver.runDue();
        return newcomer;
    }

    private TheCase theCase(Agent newcomer) {
        return driver.theCase("arrival", of(newcomer).id());
    }

    private Arrival of(Agent newcomer) {
        return arrivals.ofAgent(newcomer.id()).get(0);
    }

    private boolean isOpen(Agent agent) {
        return accounts.ofAgent(agent.id()).orElseThrow().enabled();
    }

    private int written(String step, Agent newcomer) {
        return mails.about("arrival:" + step + ":" + of(newcomer).id() + ":").size();
    }

    private void session() {
        sessionService.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                LocalDate.of(2026, 9, 22).atTime(17, 0),
                60,
                "Salle d'essai",
                Format.PRESENTIEL,
                30,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                false));
        driver.runDue();
    }

    private List<NewAgent> some(int howMany) {
        List<NewAgent> people = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            String letters = Integer.toString(++number + 1000, 20)
                    .chars()
                    .mapToObj(c -> String.valueOf((char) (Character.isDigit(c) ? c - '0' + 'k' : c)))
                    .reduce("", String::concat);
            people.add(NewAgent.inSchool(
                            "Panne" + letters,
                            "Noa",
                            "panne" + number + "." + circo.uai().toLowerCase() + "@exemple.invalid",
                            AgentFunction.ADJOINT,
                            circo.schools().get(0))
                    .since(TODAY));
        }
        return people;
    }
}
