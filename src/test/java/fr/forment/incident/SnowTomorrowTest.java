package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Snow is told the day before: the page says why it finds nothing, and people see what they come to. */
@HouseTest
class SnowTomorrowTest extends ToldSession {

    private static final String SNOW = "/evenement?quoi=FERMETURE&ecoles=toutes&du=2026-11-18&au=2027-08-31";

    @Autowired
    RecheckClock recheck;

    @Test
    void thePageNamesTheNoticeAndTheFirstDayItMayGive() throws Exception {
        String page = "/plans/" + plan.planId() + SNOW;
        assertThat(visitor.page(circo.ien(), page).text()).doesNotContain("Délai de convocation");
        time.startAt(LATE.minus(Duration.ofDays(1)));
        assertThat(visitor.page(circo.ien(), page).text())
                .contains("Délai de convocation : la première date que cette page peut donner est le ", "« Reporter »");
    }

    @Test
    void whoIsExpectedSeesThatASchoolIsClosed() throws Exception {
        String page = "/sessions/" + session.id();
        assertThat(visitor.page(circo.teachers().get(0), page).text()).doesNotContain("Une école est fermée");
        ground.as(circo.cpc());
        closures.close(circo.uai(), circo.schools().get(0), WEDNESDAY, null, "Neige");
        recheck.look();
        assertThat(visitor.page(circo.teachers().get(0), page).text()).contains("Une école est fermée ce jour-là");
        assertThat(visitor.page(circo.ien(), page).text()).doesNotContain("Un courriel vous dira ce qui change");
    }
}
