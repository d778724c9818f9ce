package fr.forment.session;

import fr.forment.hours.TimeGivenBack;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
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
 * Looks again at the lists of sessions that have a place nobody could take: when somebody who waits has time again, and
 * from time to time for what nobody told (a quotité, a scale, a machine that died in between). Each session in a
 * transaction of its own, so that no two wait for each other crosswise.
 */
@Service
public class WaitingListService {

    private static final Logger log = LoggerFactory.getLogger(WaitingListService.class);
    private static final String WITH_ROOM = """
            SELECT DISTINCT s.id FROM enrolment e JOIN training_session s ON s.id = e.session_id
            WHERE e.state = 'LISTE_ATTENTE' AND s.booked + s.offered < s.capacity AND s.starts_at > :now
            AND s.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')""";

    private final SessionRepository sessions;
    private final WaitingList list;
    private final Numbers numbers;
    private final SessionDates dates;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    WaitingListService(
            SessionRepository sessions,
            WaitingList list,
            Numbers numbers,
            SessionDates dates,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.list = list;
        this.numbers = numbers;
        this.dates = dates;
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What gave the time back has happened whatever comes of this: a failure is found again by the round. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(TimeGivenBack event) {
        look(jdbc.sql(WITH_ROOM + " AND e.active_agent_id = :agent ORDER BY s.id")
                .param("now", earliest())
                .param("agent", event.agentId())
                .query(Long.class)
                .list());
    }

    /** Every list behind which a place is free. */
    @Scheduled(
            fixedDelayString = "${forment.session.waiting-look:PT15M}",
            initialDelayString = "${forment.session.waiting-look:PT15M}")
    public void round() {
        look(jdbc.sql(WITH_ROOM + " ORDER BY s.id")
                .param("now", earliest())
                .query(Long.class)
                .list());
    }

    /** Some sessions are on clocks far behind; each is asked its own before it is served. */
    private LocalDateTime earliest() {
        return LocalDateTime.now(clock).minusHours(12);
    }

    /** Each in a transaction of its own; what fails is found again by a round. */
    public void look(Collection<Long> sessionIds) {
        for (long id : sessionIds) {
            try {
                apart.executeWithoutResult(transaction -> serve(id));
            } catch (RuntimeException later) {
                log.warn("The waiting list of session {} is looked at again later: {}", id, later.toString());
            }
        }
    }

    private void serve(long sessionId) {
        TrainingSession session = sessions.lock(sessionId).orElseThrow();
        if (session.isOpenTo(dates.now(session))) {
            list.serve(session);
            sessions.save(session);
            numbers.changed(session);
        }
    }
}
