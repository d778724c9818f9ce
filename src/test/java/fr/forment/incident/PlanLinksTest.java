package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A link that people typed as a place or in a reason opens something: whoever only reads sees none. */
@HouseTest
class PlanLinksTest extends ToldSession {

    private static final String LINK = "https://visio.example/salle-secrete";

    @Override
    void furtherLines() {
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ?")
                .params(LINK, plan.planId())
                .update();
    }

    @Test
    void noPageOrFileOfThePlanShowsTheLinkOfASession() throws Exception {
        for (String path :
                new String[] {"", "/calendrier", "/moyens", "/sessions.csv", "/sessions.ics", "/evenement"}) {
            var answer = visitor.as(circo.dsi(), get("/plans/" + plan.planId() + path));
            String text = answer.getContentAsString(StandardCharsets.UTF_8);
            assertThat(text).as(path).doesNotContain("salle-secrete");
            if (answer.getStatus() == 200 && !path.equals("/moyens") && !path.equals("/evenement")) {
                assertThat(text.replaceAll("\\R ", "")).as(path).contains("distance");
            }
        }
    }

    @Test
    void aReasonOfTheProjectAndOfThePlanShowsNoLink() throws Exception {
        transaction.executeWithoutResult(done -> {
            journal.add(JournalEntry.of("PROJECT", plan.projectId())
                    .what("PLAN_LAUNCHED")
                    .because("Voir " + LINK + " avant lundi"));
            journal.add(plans.find(plan.planId())
                    .orElseThrow()
                    .told("Version ouverte à la révision")
                    .because("Voir " + LINK + " avant lundi"));
        });
        for (String page : new String[] {
            "/projets/" + plan.projectId(), "/projets/" + plan.projectId() + "/bilan", "/plans/" + plan.planId()
        }) {
            var answer = visitor.as(circo.dsi(), get(page));
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .as(page)
                    .doesNotContain("salle-secrete");
        }
        assertThat(visitor.page(circo.ien(), "/projets/" + plan.projectId()).text())
                .contains("Voir (lien masqué) avant lundi");
        assertThat(visitor.page(circo.ien(), "/plans/" + plan.planId()).text())
                .contains("Voir (lien masqué) avant lundi");
    }
}
