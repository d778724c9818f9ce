package fr.forment.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.MailBundles;
import fr.forment.people.Agent;
import fr.forment.post.Keeping;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A proposal is kept by nobody: it does not come before the letters that are, and the place waits for whose turn it is.
 */
@HouseTest
class OfferAfterNewsTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    SessionService service;

    @Autowired
    LineLookService looks;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Keeping keeping;

    @Autowired
    MailBundles bundles;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Visitor visitor;

    private Circo circo;

    @BeforeEach
    void people() {
        circo = ground.circonscription(3);
        ground.as(circo.ien());
    }

    @Test
    void aPlaceInASessionWhoseChangeIsKeptIsProposedOnceItIsTold() throws Exception {
        TrainingSession session = some.session(circo, 2, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.runDue();
        kept(session, () -> service.postpone(session.id(), SessionGround.WEDNESDAY.plusWeeks(1), null, "Salle prise"));
        Agent waits = circo.teachers().get(2);
        waiting.waits(waits);
        driver.runDue();
        looks.round();
        assertThat(waiting.offers(session)).isEmpty();
        assertThat(visitor.page(waits, "/demandes").text())
                .contains("cette session change : la place libre n'est pas encore proposée");

        release(session);
        looks.round();
        assertThat(waiting.open(session).agentId()).isEqualTo(waits.id());
    }

    /** What was proposed for the old date is taken back with the others' letters: the new one waits for them. */
    @Test
    void aChangeThatIsKeptProposesNothingInTheSameBreath() {
        TrainingSession session = some.session(circo, 2, 1);
        some.enrol(session, circo.teachers().get(0));
        Agent waits = circo.teachers().get(2);
        waiting.waits(waits);
        driver.runDue();
        looks.round();
        assertThat(waiting.open(session).agentId()).isEqualTo(waits.id());
        kept(session, () -> service.postpone(session.id(), SessionGround.WEDNESDAY.plusWeeks(1), null, "Salle prise"));
        driver.runDue();
        looks.round();
        assertThat(waiting.offers(session)).noneMatch(PlaceOffer::isOpen);
        waiting.audit(session);
        release(session);
        looks.round();
        assertThat(waiting.open(session).agentId()).isEqualTo(waits.id());
    }

    private void kept(TrainingSession session, Runnable change) {
        transaction.executeWithoutResult(
                done -> keeping.during(circo.uai(), "/sessions/" + session.id(), "Essai", change));
    }

    private void release(TrainingSession session) {
        transaction.executeWithoutResult(done -> bundles.waitingAbout("/sessions/" + session.id())
                .forEach(bundle -> bundles.release(bundle.id(), "essai")));
    }
}
