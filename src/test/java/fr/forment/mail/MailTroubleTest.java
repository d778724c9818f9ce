package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A server that takes nothing is seen by the operator, in its own words, and asked again after a wait that grows. */
@HouseTest
@Tag("attack")
class MailTroubleTest {

    private static final String WORDS = "Le serveur de courriel refuse l'expéditeur : 550 5.7.1 <b>Sender</b> refused";

    @Autowired
    MockMvc web;

    @Autowired
    MailTrouble trouble;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void over() {
        trouble.over();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(web.perform(get(path).with(user("admin").roles("ADMIN")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void theOperatorReadsTheServersWordsAndHasItAskedAgain() throws Exception {
        trouble.met(WORDS);
        assertThat(page("/courriels").select(".notice.bad").text()).contains("Aucun courriel ne part", WORDS);
        assertThat(page("/").select(".notice.bad").text()).contains("Aucun courriel ne part");
        assertThat(trouble.isOpen()).isFalse();
        web.perform(post("/courriels/serveur").with(csrf()).with(user("someone").roles("USER")))
                .andExpect(status().isForbidden());
        assertThat(trouble.isOpen()).isFalse();
        web.perform(post("/courriels/serveur").with(csrf()).with(user("admin").roles("ADMIN")))
                .andExpect(status().is3xxRedirection());
        assertThat(trouble.isOpen()).isTrue();
        trouble.over();
        assertThat(page("/courriels").select(".notice.bad").text()).doesNotContain("Aucun courriel ne part");
    }

    @Test
    void waitsLongerEachTimeAndNeverMoreThanAQuarterOfAnHour() {
        for (int minutes : new int[] {1, 2, 5, 10, 15, 15}) {
            trouble.met(WORDS);
            jdbc.sql("UPDATE mail_trouble SET again_at = again_at - INTERVAL '%d' MINUTE + INTERVAL '10' SECOND"
                            .formatted(minutes))
                    .update();
            assertThat(trouble.isOpen()).as("before %d minutes", minutes).isFalse();
            jdbc.sql("UPDATE mail_trouble SET again_at = again_at - INTERVAL '11' SECOND")
                    .update();
            assertThat(trouble.isOpen()).as("after %d minutes", minutes).isTrue();
        }
    }
}
