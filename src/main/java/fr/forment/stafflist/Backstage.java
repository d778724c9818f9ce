package fr.forment.stafflist;

import java.util.concurrent.Executor;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does long work after the page has been answered: once what was asked is committed, as the person who asked, outside
 * every transaction.
 */
@Component
@RequiredArgsConstructor
class Backstage {

    @Qualifier("staffImportHands")
    private final Executor hands;

    void afterwards(Runnable work) {
        Runnable asThePerson = DelegatingSecurityContextRunnable.create(work, null);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            hands.execute(asThePerson);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                hands.execute(asThePerson);
            }
        });
    }
}
