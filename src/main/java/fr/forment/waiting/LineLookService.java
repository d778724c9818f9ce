package fr.forment.waiting;

import fr.forment.hours.TimeGivenBack;
import fr.forment.session.SessionRepository;
import fr.forment.session.WaitingListService;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at lines again: after somebody joined one or has time again, and from time to time for what nobody told, such
 * as a machine that died in between, or a proposal whose timer sleeps. Each session in a transaction of its own.
 */
@Service
public class LineLookService {

    private static final Logger log = LoggerFactory.getLogger(LineLookService.class);

    private static final String TO_COME =
            "s.starts_at > :now AND s.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE') ";
    private static final String SERVABLE = "SELECT DISTINCT s.id FROM training_session s JOIN place_request r "
            + "ON r.circonscription_uai = s.circonscription_uai AND r.module_code = s.module_code AND r.state = 'ATTEND' WHERE "
            + TO_COME + "AND s.booked + s.offered < s.capacity ";

    /** Who still waits although the last session of the module there has begun since he asked. */
    private static final String NONE_LEFT = """
            SELECT r.id AS request_id, MAX(s.id) AS session_id FROM place_request r JOIN training_session s
            ON s.circonscription_uai = r.circonscription_uai AND s.module_code = r.module_code AND s.state IN ('EN_COURS', 'A_EMARGER', 'CLOTUREE')
            AND s.starts_at > r.asked_at
            WHERE r.state = 'ATTEND' AND NOT EXISTS (SELECT 1 FROM training_session n WHERE n.circonscription_uai = r.circonscription_uai
                AND n.module_code = r.module_code AND n.state IN ('PLANIFIEE', 'DATE_A_FIXER', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE'))
            GROUP BY r.id ORDER BY r.id""";

    private record NoneLeft(long requestId, long sessionId) {}

    private final WaitingListService lists;
    private final OfferService offers;
    private final PlaceRequestRepository requests;
    private final SessionRepository sessions;
    private final RequestMails mails;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    LineLookService(
            WaitingListService lists,
            OfferService offers,
            PlaceRequestRepository requests,
            SessionRepository sessions,
            RequestMails mails,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.lists = lists;
        this.offers = offers;
        this.requests = requests;
        this.sessions = sessions;
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(LineMoved line) {
        lists.look(jdbc.sql(SERVABLE + "AND r.circonscription_uai = :uai AND r.module_code = :module ORDER BY s.id")
                .param("now", earliest())
                .param("uai", line.circonscriptionUai())
                .param("module", line.moduleCode())
                .query(Long.class)
                .list());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TimeGivenBack event) {
        lists.look(jdbc.sql(SERVABLE + "AND r.active_agent_id = :agent ORDER BY s.id")
                .param("now", earliest())
                .param("agent", event.agentId())
                .query(Long.class)
                .list());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OfferMoot moot) {
        try {
            apart.executeWithoutResult(transaction -> offers.giveBack(moot.offerId()));
        } catch (RuntimeException later) {
            log.warn("The proposal {} is given back later: {}", moot.offerId(), later.toString());
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PlaceAccepted accepted) {
        jdbc.sql("""
                SELECT s.id FROM enrolment e JOIN training_session s ON s.id = e.session_id
                WHERE e.active_agent_id = ? AND e.state = 'LISTE_ATTENTE' AND s.module_code = ? ORDER BY s.id""")
                .params(accepted.agentId(), accepted.moduleCode())
                .query(Long.class)
                .list()
                .forEach(id -> apart.executeWithoutResult(transaction -> offers.leaveLine(accepted.agentId(), id)));
    }

    /** Whatever was told or not. */
    @Scheduled(
            fixedDelayString = "${forment.session.waiting-look:PT15M}",
            initialDelayString = "${forment.session.waiting-look:PT15M}")
    public void round() {
        jdbc.sql(
                        "SELECT o.id FROM place_offer o JOIN place_request r ON r.id = o.request_id WHERE o.state = 'OUVERTE' AND r.active_agent_id IS NULL")
                .query(Long.class)
                .list()
                .forEach(id -> on(new OfferMoot(id)));
        lists.look(jdbc.sql(
                        "SELECT DISTINCT session_id FROM place_offer WHERE state = 'OUVERTE' AND answer_by <= :now ORDER BY session_id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list());
        lists.look(jdbc.sql(SERVABLE + "ORDER BY s.id")
                .param("now", earliest())
                .query(Long.class)
                .list());
        jdbc.sql(NONE_LEFT).query(NoneLeft.class).list().forEach(this::tell);
    }

    private void tell(NoneLeft none) {
        apart.executeWithoutResult(transaction -> mails.noneLeft(
                sessions.findById(none.sessionId()).orElseThrow(),
                requests.findById(none.requestId()).orElseThrow()));
    }

    /** Some sessions are on clocks far behind; each is asked its own before it is served. */
    private LocalDateTime earliest() {
        return LocalDateTime.now(clock).minusHours(12);
    }
}
