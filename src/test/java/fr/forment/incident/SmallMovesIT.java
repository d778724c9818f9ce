package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseOnPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, and a connection that dies once the sessions are changed, before the commit. */
@HouseOnPostgres
class SmallMovesIT extends SmallMovesTest {

    @Test
    void aConnectionThatDiesMidwayMovesNone() {
        var swap = swap(null);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    small.make(plans.held(plan.planId()), swap, "Essai", "Échange");
                    int mine = jdbc.sql("SELECT pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    CompletableFuture.runAsync(() -> assertThat(jdbc.sql("SELECT pg_terminate_backend(?)")
                                            .param(mine)
                                            .query(Boolean.class)
                                            .single())
                                    .isTrue())
                            .join();
                }))
                .isInstanceOf(RuntimeException.class);
        assertNothingMoved();
        transaction.executeWithoutResult(status -> small.make(plans.held(plan.planId()), swap, "Essai", "Échange"));
        assertThat(List.copyOf(sessions.ofProject(plan.projectId())))
                .extracting(each -> each.sequence())
                .containsOnly(1);
    }
}
