package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseOnPostgres;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, and a connection that dies between the school's place and its commit. */
@HouseOnPostgres
class SchoolJoinsIT extends SchoolJoinsTest {

    @Test
    void aConnectionThatDiesMidwayLetsNobodyIn() {
        ground.as(circo.ien());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    arrivals.join(plan.projectId(), school, 1, "");
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
        assertThat(count()).isZero();
        arrivals.join(plan.projectId(), school, 1, "");
        assertThat(count()).isEqualTo(1);
        driver.runDue();
        driver.theCase("schoolOpening", place().id()).waitsAt("engage");
    }
}
