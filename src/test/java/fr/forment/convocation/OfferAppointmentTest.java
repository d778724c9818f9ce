package fr.forment.convocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.mail.Attachment;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.OfferService;
import fr.forment.waiting.PlaceOffer;
import fr.forment.waiting.WaitingGround;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A place that is proposed stands in the calendar as perhaps, then for sure or no more, by two libraries. */
@HouseTest
class OfferAppointmentTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    OfferService offers;

    @Autowired
    AppointmentLetters invitations;

    private final SimulatedCalendar one = new SimulatedCalendar(SimulatedCalendar::byIcal4j);
    private final SimulatedCalendar other = new SimulatedCalendar(SimulatedCalendar::byBiweekly);
    private final Set<Long> read = new HashSet<>();
    private Agent who;
    private PlaceOffer offer;

    @BeforeEach
    void aPlaceIsProposed() throws Exception {
        Circo circo = ground.circonscription(2);
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment seat = some.enrol(session, circo.teachers().get(0));
        who = circo.teachers().get(2);
        waiting.waits(who);
        enrolments.decline(seat.id(), circo.teachers().get(0).id());
        offer = waiting.open(session);
        lettersArrive();
        assertThat(states()).containsExactly("TENTATIVE");
    }

    @Test
    void isConfirmedOnceItIsTaken() throws Exception {
        offers.accept(offer.id());
        lettersArrive();
        assertThat(states()).containsExactly("CONFIRMED");
    }

    @Test
    void isTakenOutOnceItIsRefused() throws Exception {
        offers.decline(offer.id(), true);
        lettersArrive();
        assertThat(states()).isEmpty();
    }

    @Test
    void isTakenOutWhenThePersonWaitsNoMore() throws Exception {
        offers.decline(offer.id(), false);
        lettersArrive();
        assertThat(states()).isEmpty();
    }

    private List<String> states() {
        assertThat(one.events()).isEqualTo(other.events());
        return one.events().stream().map(SimulatedCalendar.Entry::status).toList();
    }

    private void lettersArrive() throws Exception {
        List<QueuedMail> written = waiting.letters(who).stream()
                .sorted(Comparator.comparing(QueuedMail::id))
                .toList();
        for (QueuedMail mail : written) {
            if (mail.state() != MailState.DROPPED && invitations.concerns(mail) && read.add(mail.id())) {
                for (Attachment file : invitations.of(mail, true)) {
                    one.receives(file.content());
                    other.receives(file.content());
                }
            }
        }
    }
}
