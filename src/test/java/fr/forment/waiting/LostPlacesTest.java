package fr.forment.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever loses a place without having given it up waits for the module again, at the rank of the request. */
@HouseTest
class LostPlacesTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    PlaceRequestRepository requests;

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

    private Circo circo;

    @BeforeEach
    void people() {
        circo = ground.circonscription(3);
        ground.as(circo.ien());
    }

    @Test
    void aCancelledSessionGivesBackTheRankOfARequestAndPutsTheOthersInLine() {
        TrainingSession session = some.session(circo, 2, 1);
        Agent enrolled = circo.teachers().get(0);
        some.enrol(session, enrolled);
        Agent asked = circo.teachers().get(2);
        PlaceRequest request = waiting.waits(asked);
        driver.runDue();
        looks.round();
        offers.accept(waiting.open(session).id());
        assertThat(state(request)).isEqualTo(RequestState.PLACEE);
        Agent later = circo.teachers().get(4);
        PlaceRequest behind = waiting.waits(later);

        service.cancel(session.id(), "Neige");
        driver.runDue();
        assertThat(state(request)).as("as those who refused").isEqualTo(RequestState.ATTEND);
        assertThat(requests.line(circo.uai(), "PRES-ECOLE", session.id()))
                .as("at the rank it was asked; who never asked comes last")
                .containsExactly(asked.id(), later.id(), enrolled.id());
        assertThat(behind.id()).isGreaterThan(request.id());
        List.of(asked, enrolled).forEach(agent -> assertThat(letters(agent, "session/cancelled"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText())
                        .contains(
                                "Neige",
                                "Vous êtes sur la liste d'attente de ce module",
                                "Aucune autre session n'a de place pour vous à ce jour",
                                "« Mes demandes de formation »")));
        assertThat(letters(circo.cpc(), "session/trainerCancelled"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains("Les personnes inscrites (2)"));

        assertThat(letters(circo.ien(), "session/toReplan"))
                .as("it was his own gesture")
                .isEmpty();
        List.of(circo.erun(), circo.cpc()).forEach(team -> assertThat(letters(team, "session/toReplan"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains("2 personnes qui y avaient une place")));

        TrainingSession next = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(2), 1, 1);
        driver.runDue();
        looks.round();
        assertThat(waiting.open(next).agentId()).isEqualTo(asked.id());
        waiting.audit(next);
    }

    @Test
    void aSessionThatTakesTheirPlaceSaysWhichOneComesNextAndWhoHasAnotherPlaceWaitsForNone() {
        TrainingSession session = some.session(circo, 5, 1);
        Agent enrolled = circo.teachers().get(0);
        some.enrol(session, enrolled);
        some.session(circo, SessionGround.WEDNESDAY.plusWeeks(2), 5, 1);
        driver.runDue();
        service.cancel(session.id(), "Neige");
        driver.runDue();
        assertThat(letters(enrolled, "session/cancelled")).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("Prochaine session possible à ce jour : mercredi 2 décembre 2026"));
        looks.round();
        assertThat(letters(enrolled, "waiting/offered")).as("asked at once").hasSize(1);
    }

    @Test
    void whoIsTakenOutByTheTeamWaitsAgainForAnotherDateThanThatOne() {
        TrainingSession session = some.session(circo, 2, 1);
        Agent asked = circo.teachers().get(2);
        PlaceRequest request = waiting.waits(asked);
        Enrolment seat = some.enrol(session, asked);
        assertThat(state(request)).isEqualTo(RequestState.PLACEE);

        enrolments.remove(seat.id(), "Inscription en double");
        driver.runDue();
        looks.round();
        assertThat(state(request)).isEqualTo(RequestState.ATTEND);
        assertThat(waiting.offers(session)).as("not the place just taken away").noneMatch(PlaceOffer::isOpen);
        waiting.audit(session);

        TrainingSession next = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(2), 1, 1);
        driver.runDue();
        looks.round();
        assertThat(waiting.open(next).agentId()).isEqualTo(asked.id());
    }

    @Test
    void whoGaveThePlaceUpWaitsForNothing() {
        TrainingSession session = some.session(circo, 2, 1);
        Agent asked = circo.teachers().get(2);
        PlaceRequest request = waiting.waits(asked);
        Enrolment seat = some.enrol(session, asked);
        enrolments.decline(seat.id(), asked.id());
        assertThat(state(request)).isEqualTo(RequestState.PLACEE);
    }

    private RequestState state(PlaceRequest request) {
        return requests.findById(request.id()).orElseThrow().state();
    }

    private List<QueuedMail> letters(Agent agent, String template) {
        return waiting.letters(agent).stream()
                .filter(mail -> mail.template().equals(template))
                .toList();
    }
}
