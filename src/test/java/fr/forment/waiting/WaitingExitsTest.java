package fr.forment.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.AgentTrained;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way out of a waiting list, and of a proposal: the person hears of it, once. */
@HouseTest
@Tag("attack")
class WaitingExitsTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    RequestService requests;

    @Autowired
    OfferService offers;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    SessionService service;

    @Autowired
    LineLookService looks;

    @Autowired
    ProcessDriver driver;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    /** Somebody who waits, the full session and whoever sits in it. */
    private record Waits(Circo circo, Agent who, PlaceRequest request, TrainingSession session, Enrolment seat) {}

    private interface Exit {
        void take(Waits waits) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> isToldOnce() {
        return Map.<String, Map.Entry<Exit, Set<String>>>of(
                        "withdraws, or the direction does",
                        way(each -> requests.withdraw(each.request().id()), "waiting/left"),
                        "is taken off by the team",
                        way(each -> requests.remove(each.request().id(), "Autre circonscription"), "waiting/removed"),
                        "takes the place that is proposed",
                        way(each -> offers.accept(offered(each).id()), "session/enrolled"),
                        "does not come at that date",
                        way(each -> offers.decline(offered(each).id(), true), "waiting/declined"),
                        "does not come and waits no more",
                        way(each -> offers.decline(offered(each).id(), false), "waiting/left"),
                        "does not answer",
                        way(
                                each -> {
                                    PlaceOffer offer = offered(each);
                                    driver.theCase("placeOffer", offer.id()).fires("offerOverdue");
                                },
                                "waiting/expired"),
                        "is proposed a place of a session that is cancelled",
                        way(
                                each -> {
                                    offered(each);
                                    service.cancel(each.session().id(), "Neige");
                                },
                                "waiting/withdrawn"),
                        "is trained elsewhere",
                        way(
                                each -> transaction.executeWithoutResult(tx -> events.publishEvent(
                                        new AgentTrained(each.who().id(), "PRES-ECOLE"))),
                                "waiting/trained"),
                        "is enrolled by the team at another date",
                        way(
                                each -> some.enrol(
                                        some.session(each.circo(), SessionGround.WEDNESDAY.plusDays(1), 5, 1),
                                        each.who()),
                                "session/enrolled"))
                .entrySet()
                .stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> leaves(way.getValue())));
    }

    private static Map.Entry<Exit, Set<String>> way(Exit exit, String template) {
        return Map.entry(exit, Set.of(template));
    }

    private void leaves(Map.Entry<Exit, Set<String>> way) throws Exception {
        Circo circo = ground.circonscription(2);
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment seat = some.enrol(session, circo.teachers().get(0));
        Agent who = circo.teachers().get(2);
        PlaceRequest request = waiting.waits(who);
        way.getKey().take(new Waits(circo, who, request, session, seat));
        driver.runDue();
        looks.round();
        Set<String> before = new HashSet<>(Set.of("waiting/accepted", "waiting/offered"));
        List<String> told = waiting.letters(who).stream()
                .filter(mail -> mail.state() != MailState.DROPPED)
                .map(QueuedMail::template)
                .filter(template -> !before.contains(template))
                .toList();
        assertThat(told).containsExactlyElementsOf(way.getValue());
    }

    /** Who said no to a date, or nothing, is not told later that he cannot take it. */
    @TestFactory
    Stream<DynamicTest> aDateNotTakenIsOver() {
        return Stream.of(true, false)
                .map(answers ->
                        DynamicTest.dynamicTest(answers ? "refused" : "not answered", () -> comesBack(answers)));
    }

    private void comesBack(boolean answers) {
        Circo circo = ground.circonscription(3);
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment seat = some.enrol(session, circo.teachers().get(0));
        Agent who = circo.teachers().get(2);
        PlaceRequest request = waiting.waits(who);
        waiting.waits(circo.teachers().get(1));
        PlaceOffer first = offered(new Waits(circo, who, request, session, seat));
        if (answers) {
            offers.decline(first.id(), true);
        } else {
            driver.theCase("placeOffer", first.id()).fires("offerOverdue");
        }
        some.enrol(waiting.elsewhere(circo), who);

        offers.decline(waiting.open(session).id(), true);
        driver.runDue();
        looks.round();

        assertThat(waiting.letters(who)).extracting(QueuedMail::template).doesNotContain("waiting/passedOver");
    }

    private PlaceOffer offered(Waits waits) {
        enrolments.decline(waits.seat().id(), waits.circo().teachers().get(0).id());
        return waiting.open(waits.session());
    }
}
