package fr.forment.database;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was learnt in the running transaction and stays true until its end: rows it holds, places it has read. Gone with
 * it, set aside while another one runs inside, and begun anew when it goes back to a savepoint. Without a transaction
 * nothing is kept.
 */
public final class OfTransaction<T> {

    private final Supplier<T> fresh;

    public OfTransaction(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    @SuppressWarnings("unchecked")
    public T get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return fresh.get();
        }
        T known = (T) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = fresh.get();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Keeping(known));
        }
        return known;
    }

    public void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    private final class Keeping implements TransactionSynchronization {

        private final T known;
        private boolean aside;

        private Keeping(T known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            aside = TransactionSynchronizationManager.getResource(OfTransaction.this) == known;
            if (aside) {
                forget();
            }
        }

        @Override
        public void resume() {
            if (aside) {
                TransactionSynchronizationManager.bindResource(OfTransaction.this, known);
            }
        }

        @Override
        public void savepointRollback(Object savepoint) {
            forget();
        }

        @Override
        public void afterCompletion(int status) {
            if (TransactionSynchronizationManager.getResource(OfTransaction.this) == known) {
                forget();
            }
        }
    }
}
