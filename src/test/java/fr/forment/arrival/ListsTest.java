package fr.forment.arrival;

import static fr.forment.people.ArrivalKind.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.charter.CharterService;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.BuiltUpon;
import fr.forment.people.NewAgent;
import fr.forment.people.PeopleWithdrawn;
import fr.forment.people.StaffService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** One list after the other, in any order: one arrival, one departure; and an import undone. */
@HouseTest
class ListsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static int number;

    @Autowired
    TestGround ground;

    @Autowired
    ProcessDriver driver;

    @Autowired
    StaffService staff;

    @Autowired
    Agents agents;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Departures departures;

    @Autowired
    CharterService charter;

    @Autowired
    List<BuiltUpon> traces;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    @Test
    void aListOfManyBeginsOneArrivalEach() {
        List<Agent> all = staff.registerAll(some(250), NEWCOMER);
        driver.runDue();
        assertThat(all).hasSize(250).allSatisfy(agent -> assertThat(arrivals.ofAgent(agent.id()))
                .hasSize(1));
        assertThat(driver.running())
                .filteredOn(running -> running.startsWith("arrival:"))
                .hasSize(250);
        assertThat(staff.registerAll(some(0), NEWCOMER)).isEmpty();
    }

    @Test
    void aListThatIsNotWrittenBeginsNothing() {
        List<Long> ids = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            staff.registerAll(some(120), NEWCOMER).forEach(agent -> ids.add(agent.id()));
            status.setRollbackOnly();
        });
        assertThat(driver.running()).noneMatch(running -> running.startsWith("arrival:"));
        assertThat(ids).hasSize(120).allSatisfy(id -> assertThat(arrivals.ofAgent(id))
                .isEmpty());
    }

    @Test
    void whoMovesWhileMissingArrivesElsewhereAndIsNoDeparture() {
        Agent teacher = circo.teachers().get(0);
        staff.markMissing(List.of(teacher.id()), TODAY);
        staff.move(teacher.id(), circo.schools().get(1), TODAY);
        driver.runDue();
        assertThat(departures.ofAgent(teacher.id()))
                .extracting(Departure::state)
                .containsExactly(DepartureState.MUTE);
        assertThat(arrivals.ofAgent(teacher.id())).singleElement().satisfies(each -> assertThat(each.isOpen())
                .isTrue());
        assertThat(driver.running()).noneMatch(running -> running.startsWith("departure:"));
    }

    @Test
    void aNewcomerMissingFromTheNextListIsLeftInPeaceAndGoesOnWhenSeenAgain() {
        Agent newcomer = staff.registerAll(some(1), NEWCOMER).get(0);
        driver.runDue();
        staff.markMissing(List.of(newcomer.id()), TODAY);
        assertThat(arrivals.ofAgent(newcomer.id()).get(0).isOpen()).isTrue();
        staff.seenAgain(List.of(newcomer.id()));
        driver.runDue();
        assertThat(departures.ofAgent(newcomer.id()))
                .extracting(Departure::state)
                .containsExactly(DepartureState.REVENU);
        driver.theCase("arrival", arrivals.ofAgent(newcomer.id()).get(0).id()).waitsAt("confirm");
    }

    @Test
    void whoIsGoneForGoodTakesTheArrivalAlong() {
        Agent newcomer = staff.registerAll(some(1), NEWCOMER).get(0);
        staff.markMissing(List.of(newcomer.id()), TODAY);
        driver.theCase("departure", departures.ofAgent(newcomer.id()).get(0).id())
                .fires("graceOver")
                .isEnded();
        assertThat(arrivals.ofAgent(newcomer.id())).extracting(Arrival::ending).containsExactly(ArrivalEnding.PARTI);
    }

    @Test
    void goneThenBackNextYearIsANewArrivalOfTheSamePerson() {
        NewAgent who = some(1).get(0);
        Agent newcomer = staff.register(who, NEWCOMER).orElseThrow();
        staff.leave(newcomer.id(), TODAY);
        driver.runDue();
        Agent back =
                staff.register(who.since(LocalDate.of(2026, 9, 1)), NEWCOMER).orElseThrow();
        assertThat(back.id()).isEqualTo(newcomer.id());
        assertThat(arrivals.ofAgent(back.id())).extracting(Arrival::isOpen).containsExactly(true, false);
        staff.leave(back.id(), TODAY);
        driver.runDue();
        assertThat(arrivals.ofAgent(back.id())).noneMatch(Arrival::isOpen);
    }

    @Test
    void whatListsAloneBeganGoesWithTheImport() {
        Agent newcomer = staff.registerAll(some(1), NEWCOMER).get(0);
        driver.runDue();
        Agent missing = circo.teachers().get(0);
        staff.markMissing(List.of(missing.id()), TODAY);
        driver.runDue();
        assertThat(reasons(newcomer, missing)).isEmpty();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PeopleWithdrawn(List.of(newcomer.id(), missing.id()))));
        assertThat(arrivals.ofAgent(newcomer.id())).isEmpty();
        assertThat(departures.ofAgent(missing.id())).isEmpty();
        assertThat(driver.running())
                .noneMatch(running -> running.startsWith("arrival:") || running.startsWith("departure:"));
    }

    @Test
    void whatSomebodyAnsweredStandsInTheWay() {
        Agent confirmed = staff.registerAll(some(1), NEWCOMER).get(0);
        Agent signed = staff.registerAll(some(1), NEWCOMER).get(0);
        Agent explained = circo.teachers().get(0);
        staff.markMissing(List.of(explained.id()), TODAY);
        charter.accept(signed.id());
        ground.as(circo.directors().get(0));
        driver.theCase("arrival", arrivals.ofAgent(confirmed.id()).get(0).id())
                .completes("confirm", Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-01", "entExperience", "NON"));
        driver.theCase("departure", departures.ofAgent(explained.id()).get(0).id())
                .completes("confirmDeparture", Map.of("answer", "PRESENT"));
        assertThat(reasons(confirmed, signed, explained))
                .contains(
                        "arrivée confirmée ou parcours commencé",
                        "a accepté la charte",
                        "une réponse a été donnée sur son absence de la liste");
    }

    private List<String> reasons(Agent... people) {
        List<Long> ids = Stream.of(people).map(Agent::id).toList();
        return traces.stream()
                .filter(each -> AopUtils.getTargetClass(each) == WithdrawalService.class)
                .flatMap(each -> each.reasons(ids).values().stream())
                .toList();
    }

    private List<NewAgent> some(int howMany) {
        return Stream.generate(() -> NewAgent.inSchool(
                                "Liste" + letters(),
                                "Noa",
                                "liste" + number + "@exemple.invalid",
                                AgentFunction.ADJOINT,
                                circo.schools().get(number % 2))
                        .since(TODAY))
                .limit(howMany)
                .toList();
    }

    private static String letters() {
        return Integer.toString(++number + 100_000, 26)
                .chars()
                .mapToObj(c -> String.valueOf((char) (Character.isDigit(c) ? c - '0' + 'a' : c + 10)))
                .reduce("", String::concat);
    }
}
