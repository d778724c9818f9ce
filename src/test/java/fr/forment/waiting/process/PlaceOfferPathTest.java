package fr.forment.waiting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TimeMachine;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.LineLookService;
import fr.forment.waiting.OfferService;
import fr.forment.waiting.OfferState;
import fr.forment.waiting.PlaceOffer;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.RequestState;
import fr.forment.waiting.WaitingGround;
import fr.forment.waiting.WaitingLines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A free place goes along the line, for a time each, and is never kept from anybody by a proposal that is dead. */
@HouseTest
class PlaceOfferPathTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    OfferService offers;

    @Autowired
    WaitingLines lines;

    @Autowired
    LineLookService looks;

    @Autowired
    StaffService staff;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    TimeMachine time;

    @Autowired
    MockMvc web;

    private Circo circo;
    private Agent seated;
    private Agent first;
    private Agent second;
    private TrainingSession session;
    private Enrolment place;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
        seated = circo.teachers().get(0);
        first = circo.teachers().get(2);
        second = circo.teachers().get(4);
        session = some.session(circo, 1, 1);
        place = some.enrol(session, seated);
    }

    @AfterEach
    void audit() {
        waiting.audit(session);
    }

    private PlaceRequest request(PlaceRequest known) {
        return lines.find(known.id()).orElseThrow();
    }

    private OfferState state(PlaceOffer offer) {
        return offers.find(offer.id()).orElseThrow().state();
    }

    private MockHttpServletResponse answers(String token, String answer) throws Exception {
        return web.perform(post("/place/" + token).param("reponse", answer).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private EnrolmentState stateOf(Agent agent) {
        return sessions.enrolments(session.id()).stream()
                .filter(row -> row.agentId() == agent.id() && row.state().isActive())
                .map(Enrolment::state)
                .findFirst()
                .orElse(null);
    }

    private List<String> templates(Agent agent) {
        return waiting.letters(agent).stream()
                .map(mail -> mail.template())
                .filter(template -> template.startsWith("waiting/") || template.startsWith("session/"))
                .toList();
    }

    @Test
    void whoAskedFirstIsProposedThePlaceAndTakesItByTheLinkAlone() throws Exception {
        PlaceRequest wanted = waiting.waits(first);
        waiting.waits(second);
        enrolments.decline(place.id(), seated.id());
        PlaceOffer offer = waiting.open(session);
        assertThat(offer.agentId()).isEqualTo(first.id());
        TheCase theCase = driver.theCase("placeOffer", offer.id()).waitsAt("untilAnswer");
        assertThat(theCase.dateOf("offerOverdue"))
                .as("the evening, two school days on")
                .isEqualTo(java.time.LocalDateTime.of(2026, 9, 3, 18, 0));
        assertThat(some.enrol(session, circo.teachers().get(5)).state())
                .as("the place is kept")
                .isEqualTo(EnrolmentState.LISTE_ATTENTE);

        String token = waiting.token(first);
        String page =
                web.perform(get("/place/" + token)).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("jeudi 3 septembre 2026", "Je prends cette place");
        assertThat(state(offer)).as("a scanner opened it").isEqualTo(OfferState.OUVERTE);
        assertThat(answers(token, "").getStatus()).isEqualTo(302);
        assertThat(state(offer)).isEqualTo(OfferState.OUVERTE);
        answers(token, "viens");
        answers(token, "viens");
        assertThat(state(offer)).isEqualTo(OfferState.ACCEPTEE);
        assertThat(stateOf(first)).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(request(wanted).state()).isEqualTo(RequestState.PLACEE);
        assertThat(templates(first))
                .contains("waiting/accepted", "waiting/offered")
                .containsOnlyOnce("session/enrolled");
        theCase.passed("settled").isEnded();
        assertThat(web.perform(get("/place/" + token)).andReturn().getResponse().getContentAsString())
                .contains("Vous avez accepté cette place");
        answers(token, "autre-date");
        assertThat(stateOf(first))
                .as("a place is given back on the session's page")
                .isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void withoutAnAnswerThePlaceGoesOnAndComesBackToWhoWasLateOnlyIfNobodyWantsIt() throws Exception {
        PlaceRequest wanted = waiting.waits(first);
        waiting.waits(second);
        enrolments.decline(place.id(), seated.id());
        PlaceOffer offer = waiting.open(session);
        String token = waiting.token(first);
        driver.theCase("placeOffer", offer.id())
                .fires("offerOverdue")
                .passed("expire")
                .isEnded();
        assertThat(state(offer)).isEqualTo(OfferState.EXPIREE);
        assertThat(request(wanted).state()).as("keeps the rank").isEqualTo(RequestState.ATTEND);
        assertThat(templates(first)).contains("waiting/expired");
        PlaceOffer next = waiting.open(session);
        assertThat(next.agentId()).isEqualTo(second.id());

        answers(token, "viens");
        assertThat(stateOf(first)).isNull();
        answers(waiting.token(second), "autre-date");
        assertThat(state(next)).isEqualTo(OfferState.REFUSEE);
        assertThat(waiting.offers(session)).as("the same date is proposed once").hasSize(2);
        answers(token, "viens");
        assertThat(stateOf(first)).as("late, and nobody else wants it").isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void aTimerThatSleepsKeepsThePlaceFromNobody() {
        waiting.waits(first);
        enrolments.decline(place.id(), seated.id());
        PlaceOffer offer = waiting.open(session);
        driver.travelTo(java.time.LocalDateTime.of(2026, 9, 3, 17, 0));
        looks.round();
        assertThat(state(offer)).isEqualTo(OfferState.OUVERTE);
        time.startAt(java.time.Instant.parse("2026-09-03T16:30:00Z"));
        assertThat(some.enrol(session, second).state()).isEqualTo(EnrolmentState.INSCRIT);
        assertThat(state(offer)).isEqualTo(OfferState.EXPIREE);
    }

    @Test
    void whoLeavesIsWrittenToNoMoreAndHisPlaceGoesOn() {
        PlaceRequest wanted = waiting.waits(first);
        waiting.waits(second);
        enrolments.decline(place.id(), seated.id());
        PlaceOffer offer = waiting.open(session);
        int letters = waiting.letters(first).size();
        staff.leave(first.id(), driver.now().toLocalDate());
        assertThat(request(wanted).state()).isEqualTo(RequestState.PARTIE);
        assertThat(state(offer)).isEqualTo(OfferState.RETIREE);
        assertThat(waiting.open(session).agentId()).isEqualTo(second.id());
        looks.round();
        assertThat(waiting.letters(first)).hasSize(letters);
        assertThat(waiting.letters(first))
                .filteredOn(mail -> mail.template().equals("waiting/offered"))
                .noneMatch(mail -> mail.state() == fr.forment.mail.MailState.QUEUED);
    }

    @Test
    void whoCannotComeIsToldOnceWhyAndTheNextIsAsked() {
        some.enrol(waiting.elsewhere(circo), first);
        waiting.waits(first);
        waiting.waits(second);
        enrolments.decline(place.id(), seated.id());
        assertThat(waiting.open(session).agentId()).isEqualTo(second.id());
        looks.round();
        assertThat(waiting.letters(first))
                .filteredOn(mail -> mail.template().equals("waiting/passedOver"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText())
                        .contains("vous participez à une autre session au même moment", "14 h à 15 h"));
    }

    @Test
    void aChainOfFiftyRefusalsEndsWithoutAnybody() throws Exception {
        List<Agent> line = new ArrayList<>();
        Circo big = ground.circonscription(25);
        TrainingSession full = some.session(big, 1, 1);
        Enrolment held = some.enrol(full, big.directors().get(0));
        for (Agent agent : big.teachers()) {
            waiting.waits(agent);
            line.add(agent);
        }
        assertThat(line).hasSize(50);
        enrolments.decline(held.id(), null);
        for (Agent agent : line) {
            PlaceOffer offer = waiting.open(full);
            assertThat(offer.agentId()).isEqualTo(agent.id());
            answers(waiting.token(agent), "autre-date");
        }
        looks.round();
        looks.round();
        assertThat(waiting.offers(full))
                .hasSize(50)
                .extracting(PlaceOffer::state)
                .containsOnly(OfferState.REFUSEE);
        TrainingSession after = sessions.find(full.id()).orElseThrow();
        assertThat(after.booked()).isZero();
        assertThat(after.offered()).isZero();
        assertThat(some.enrol(full, big.directors().get(1)).state())
                .as("the place is free for whoever comes now")
                .isEqualTo(EnrolmentState.INSCRIT);
        waiting.audit(full);
        driver.runDue();
        waiting.offers(full).forEach(offer -> driver.theCase("placeOffer", offer.id())
                .passed("isOpen")
                .isEnded());
        assertThat(driver.incidents()).isEmpty();
    }
}
