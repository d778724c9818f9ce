package fr.forment.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction knows is its own, and no longer true than itself. */
@HouseTest
class OfTransactionTest {

    @Autowired
    PlatformTransactionManager transactions;

    private final OfTransaction<List<String>> known = new OfTransaction<>(ArrayList::new);

    @Test
    void isKeptUntilTheEndAndNoLonger() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            known.get().add("held");
            within(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(known.get())
                    .containsExactly("held"));
        });
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(known.get())
                .isEmpty());
    }

    @Test
    void isNotTheOneOfAnotherTransactionInside() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            known.get().add("held");
            within(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> {
                assertThat(known.get()).isEmpty();
                known.get().add("of the inner one");
            });
            assertThat(known.get()).containsExactly("held");
        });
    }

    @Test
    void beginsAnewAfterTheWayBackToASavepoint() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            known.get().add("before");
            template(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(inner -> {
                known.get().add("held in vain");
                inner.setRollbackOnly();
            });
            assertThat(known.get()).isEmpty();
        });
    }

    @Test
    void keepsNothingWithoutATransaction() {
        known.get().add("lost");
        assertThat(known.get()).isEmpty();
    }

    private void within(int propagation, Runnable work) {
        template(propagation).executeWithoutResult(tx -> work.run());
    }

    private TransactionTemplate template(int propagation) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
