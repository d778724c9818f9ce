package fr.forment.stafflist;

import java.util.UUID;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far the work on a file is, for a page to show, and a sign of life: when it stays away, the work was cut off and
 * may begin again. Written in transactions of its own, for the writing of a whole list is one long transaction nobody
 * else sees into.
 */
@Component
class Progress {

    /** By the clock of the database, the only one all machines share. */
    static final String LEASE = "CURRENT_TIMESTAMP + INTERVAL '2' MINUTE";

    /** Somebody else has taken the work over, or it was given up. */
    static class Superseded extends RuntimeException {
        Superseded() {
            super("The work on this list was taken over");
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    Progress(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Signs the work over to a new hand, whose name is returned; in the caller's transaction. */
    String begin(long id, int steps) {
        String worker = UUID.randomUUID().toString();
        jdbc.sql("UPDATE staff_import SET worker = ?, steps_done = 0, steps_total = ?, problem = NULL, lease_until = "
                        + LEASE + " WHERE id = ?")
                .params(worker, steps, id)
                .update();
        return worker;
    }

    /** @throws Superseded when the work is no longer this hand's */
    void at(long id, String worker, int done) {
        Boolean mine = apart.execute(tx -> {
            jdbc.sql("UPDATE staff_import_turn SET lease_until = " + LEASE + " WHERE worker = ?")
                    .param(worker)
                    .update();
            return jdbc.sql("UPDATE staff_import SET steps_done = ?, lease_until = " + LEASE
                                    + " WHERE id = ? AND worker = ? AND state IN ('EN_ANALYSE', 'EN_ECRITURE')")
                            .params(done, id, worker)
                            .update()
                    == 1;
        });
        if (!Boolean.TRUE.equals(mine)) {
            throw new Superseded();
        }
    }

    /**
     * Takes the turn to write; false while another list is being written by a machine that lives. In the caller's
     * transaction.
     */
    boolean takeTurn(long id, String worker) {
        try {
            return jdbc.sql("UPDATE staff_import_turn SET import_id = ?, worker = ?, lease_until = " + LEASE
                                    + " WHERE id = 1 AND (import_id IS NULL OR lease_until < CURRENT_TIMESTAMP)")
                            .params(id, worker)
                            .update()
                    == 1;
        } catch (PessimisticLockingFailureException held) {
            return false;
        }
    }

    /** @throws Superseded when somebody else has the turn by now: what was written must not stay */
    void giveTurnBack(String worker) {
        if (jdbc.sql("UPDATE staff_import_turn SET import_id = NULL, worker = NULL WHERE id = 1 AND worker = ?")
                        .param(worker)
                        .update()
                != 1) {
            throw new Superseded();
        }
    }
}
