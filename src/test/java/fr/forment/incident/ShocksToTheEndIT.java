package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseOnPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, and a connection that dies once the amendment is written, before the commit. */
@HouseOnPostgres
class ShocksToTheEndIT extends ShocksToTheEndTest {

    @Test
    void aConnectionThatDiesMidwayPreparesNothing() {
        var ill = new Happening(
                Happened.ABSENCE,
                List.of(circo.cpc().id()),
                List.of(),
                false,
                null,
                WEDNESDAY.minusDays(10),
                WEDNESDAY.plusDays(10));
        String seen =
                incidents.look(plans.find(plan.planId()).orElseThrow(), ill).print();
        ground.as(circo.erun());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    incidents.apply(plan.planId(), ill, "", seen);
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
        assertThat(plans.ofProject(plan.projectId())).hasSize(1);
        ground.as(circo.erun());
        assertThat(incidents.apply(plan.planId(), ill, "", seen).amends()).isTrue();
        assertThat(plans.ofProject(plan.projectId())).hasSize(2);
    }
}
