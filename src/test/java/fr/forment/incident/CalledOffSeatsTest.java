package fr.forment.incident;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose session was called off has no place: every page and paper of the plan in force says so, as the alert does. */
@HouseTest
class CalledOffSeatsTest extends ToldSession {

    @Autowired
    RecheckClock recheck;

    @Autowired
    HitSessions hits;

    @Test
    void everyPageAndPaperCountsThem() throws Exception {
        jdbc.sql(
                        "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) VALUES (?, ?, 'PRES-ECOLE', 'ENSEIGNANT', 3)")
                .params(plan.planId(), circo.schools().get(0))
                .update();
        assertThat(page("").text()).doesNotContain("3 personnes sans place");
        jdbc.sql("UPDATE training_session SET state = 'ANNULEE' WHERE id = ?")
                .param(session.id())
                .update();
        transaction.executeWithoutResult(now -> hits.ask(plan.planId()));
        recheck.look();

        String told = "En tout : 3 personnes sans place";
        assertThat(page("").select("section[aria-labelledby=alertes]").text()).contains(": 3 personnes ");
        assertThat(page("").select("p.missing").text()).contains(told);
        assertThat(page("/moyens").select("p.missing").text()).contains(told);
        assertThat(page("/moyens").select("ul.cards .figure").first().text())
                .as("what was called off takes no means")
                .isEqualTo("0");
        assertThat(page("/pourquoi").select("p.missing").text()).contains(told);
        assertThatPdf(visitor.as(circo.cpc(), get("/plans/" + plan.planId() + "/plan.pdf"))
                        .getContentAsByteArray())
                .says(told);
    }

    private Document page(String below) throws Exception {
        return visitor.page(circo.cpc(), "/plans/" + plan.planId() + below);
    }
}
