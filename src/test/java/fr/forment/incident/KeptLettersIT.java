package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseOnPostgres;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, and a connection that dies between the release and its commit. */
@HouseOnPostgres
class KeptLettersIT extends KeptLettersTest {

    @Test
    void aConnectionThatDiesMidwayNeitherLosesNorDoubles() {
        long bundle = amended();
        String by = "a" + circo.erun().id();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(bundles.release(bundle, by)).hasValue(6);
                    int session = jdbc.sql("SELECT pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    CompletableFuture.runAsync(() -> end(session)).join();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(recipients(bundle, "HELD")).hasSize(6);
        assertThat(bundles.find(bundle).orElseThrow().isOpen()).isTrue();
        assertThat(transaction.execute(status -> bundles.release(bundle, by)).getAsInt())
                .isEqualTo(6);
        driver.runDue();
        assertThat(recipients(bundle, "DEPOSITED")).hasSize(6).doesNotHaveDuplicates();
    }

    /** From another connection: this one belongs to the transaction. */
    private void end(int session) {
        assertThat(jdbc.sql("SELECT pg_terminate_backend(?)")
                        .param(session)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
