package fr.forment.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who wait for tests, and what holds of every place whatever happened. */
@Component
public class WaitingGround {

    private static final Pattern LINK = Pattern.compile("/place/([\\w-]+)");

    private final RequestService requests;
    private final PlaceOfferRepository offers;
    private final SessionService sessions;
    private final ProcessDriver driver;
    private final MailBox mails;
    private final JdbcClient jdbc;

    WaitingGround(
            RequestService requests,
            PlaceOfferRepository offers,
            SessionService sessions,
            ProcessDriver driver,
            MailBox mails,
            JdbcClient jdbc) {
        this.requests = requests;
        this.offers = offers;
        this.sessions = sessions;
        this.driver = driver;
        this.mails = mails;
        this.jdbc = jdbc;
    }

    /** Asked, and accepted by the team. */
    public PlaceRequest waits(Agent agent) {
        PlaceRequest request = requests.ask(agent.id(), "PRES-ECOLE", null);
        TheCase theCase = driver.theCase("placeRequest", request.id());
        theCase.completes("answer", Map.of("decision", "ACCEPTER", "reason", ""));
        return request;
    }

    /** Another module at the same moment. */
    public TrainingSession elsewhere(Circo circo) {
        return sessions.open(new NewSession(
                circo.uai(),
                null,
                "SENS-CHGT",
                SessionGround.WEDNESDAY,
                60,
                "Mairie",
                Format.PRESENTIEL,
                5,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.erun().id(),
                false));
    }

    public List<PlaceOffer> offers(TrainingSession session) {
        return offers.findAll().stream()
                .filter(offer -> offer.sessionId() == session.id())
                .toList();
    }

    public PlaceOffer open(TrainingSession session) {
        List<PlaceOffer> open = offers.openOf(session.id());
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    public List<QueuedMail> letters(Agent agent) {
        return mails.about("").stream()
                .filter(mail -> mail.toAddress().equals(agent.email()))
                .toList();
    }

    /** Of the last letter that holds one. */
    public String token(Agent agent) {
        return letters(agent).stream()
                .filter(mail -> mail.template().equals("waiting/offered"))
                .reduce((one, later) -> later)
                .map(mail -> {
                    Matcher link = LINK.matcher(mail.bodyText());
                    assertThat(link.find()).isTrue();
                    return link.group(1);
                })
                .orElseThrow();
    }

    /** Never more places given and proposed than there are, and the counters say what the rows say. */
    public void audit(TrainingSession session) {
        record Counted(int capacity, int booked, int offered, int seated, int proposed) {}
        Counted counted = jdbc.sql("""
                SELECT capacity, booked, offered,
                (SELECT COUNT(*) FROM enrolment e WHERE e.session_id = s.id AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT', 'PARTIEL')) AS seated,
                (SELECT COUNT(*) FROM place_offer o WHERE o.session_id = s.id AND o.state = 'OUVERTE') AS proposed
                FROM training_session s WHERE id = ?""").param(session.id()).query(Counted.class).single();
        assertThat(counted.booked()).isEqualTo(counted.seated());
        assertThat(counted.offered()).isEqualTo(counted.proposed());
        assertThat(counted.booked() + counted.offered()).isLessThanOrEqualTo(counted.capacity());
    }
}
