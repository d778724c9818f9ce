package fr.forment.phase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.project.TrainersDue;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Sessions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While the sessions of trainers lack their date, the team is awaited, and the trainers are not. */
@HouseTest
class TrainersAwaitedTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    Sessions sessions;

    @Autowired
    Visitor visitor;

    @Test
    void theProjectNamesWhoHasToFixTheDate() throws Exception {
        Circo circo = ground.circonscription(1);
        Planned planned = plans.plan(circo, "FORMATEURS");
        trainers(circo, planned);
        driver.travelTo(WEDNESDAY.minusDays(1).atTime(9, 0));
        plans.tell(new TrainersDue(planned.projectId()));
        driver.runDue();
        long session = sessions.ofProject(planned.projectId()).get(0).id();
        driver.theCase("trainingSession", session).waitsAt("prepare", "decideDate");

        String path = "/projets/" + planned.projectId();
        Element awaited = visitor.page(circo.erun(), path).selectFirst("section[aria-labelledby=attendus]");
        assertThat(awaited.text())
                .contains("E-RUN ou CPC ou IEN", "Fixer la date – ", "pour le")
                .doesNotContain("qui suivent leurs sessions");
        assertThat(awaited.select("a").attr("href")).contains("?task=");
        assertThat(visitor.page(circo.supplier(), path).select("section[aria-labelledby=attendus] a[href*=task]"))
                .as("not the supplier's to do")
                .isEmpty();
    }

    /**
     * The sessions of the vague are planned before any day that leaves time to summon: they are late whatever is
     * chosen.
     */
    @Test
    void aDateAfterSessionsThatAreLateAnywayIsTakenAndItsConsequenceSaid() throws Exception {
        Circo circo = ground.circonscription(1);
        Planned planned = plans.plan(circo, "FORMATEURS");
        trainers(circo, planned);
        for (int line : List.of(2, 3)) {
            ofVague(circo, planned, line, WEDNESDAY.plusDays(5 + line));
        }
        ofVague(circo, planned, 4, WEDNESDAY.plusDays(62));
        ofVague(circo, planned, 5, WEDNESDAY.plusDays(63));
        driver.travelTo(WEDNESDAY.minusDays(1).atTime(9, 0));
        plans.tell(new TrainersDue(planned.projectId()));
        driver.runDue();
        long session = sessions.ofProject(planned.projectId()).get(0).id();
        TheCase open = driver.theCase("trainingSession", session).waitsAt("prepare", "decideDate");

        ground.as(circo.erun());
        assertThat(open.refuses("decideDate", on(WEDNESDAY.plusDays(70))))
                .as("these could still be kept: both in one sentence, with the way out")
                .contains("(lignes 4 et 5 du plan)", "elles ne peuvent venir", "Des sessions ont pris du retard")
                .doesNotContain("(ligne 2 du plan)")
                .containsOnlyOnce("choisissez une date antérieure");
        LocalDate free = LocalDate.of(2026, 12, 16);
        open.completes("decideDate", on(free));
        assertThat(sessions.find(session).orElseThrow().day()).isEqualTo(free);
        assertThat(visitor.page(circo.erun(), "/sessions/" + session).text())
                .contains(
                        "La session de la ligne 2 du plan ne peut venir qu'après celle-ci",
                        "La session de la ligne 3 du plan")
                .contains("Des sessions ont pris du retard");
    }

    private static Map<String, Object> on(LocalDate day) {
        return Map.of("decision", "REPORTER", "newDay", day.toString(), "newTime", "09:00", "motive", "Trop tard");
    }

    private void trainers(Circo circo, Planned planned) {
        plans.line(
                planned,
                1,
                "FORMATEURS",
                "ADM-ERUN",
                WEDNESDAY,
                LocalTime.of(9, 0),
                360,
                8,
                circo.supplier().id(),
                List.of("ERUN", "DSI"),
                Map.of());
    }

    private void ofVague(Circo circo, Planned planned, int line, LocalDate day) {
        plans.line(
                planned,
                line,
                "VAGUE",
                "PRES-ECOLE",
                day,
                LocalTime.of(14, 0),
                90,
                20,
                circo.cpc().id(),
                List.of("ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
    }
}
