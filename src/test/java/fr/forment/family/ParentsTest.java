package fr.forment.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class ParentsTest {

    private static final ParentsService.ParentsResult NOTHING = new ParentsService.ParentsResult(0, 0, 0);

    @Autowired
    ParentsService parents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    MockMvc web;

    @Test
    void familiesAnswerByTheOpenLinkOfTheirSchool() throws Exception {
        String school = ground.circonscription(1).schools().get(0);
        String token = parents.tokenOf(school);
        assertThat(parents.tokenOf(school)).isEqualTo(token);
        web.perform(get("/parents/" + token)).andExpect(status().isOk());
        web.perform(post("/parents/" + token)
                        .with(csrf())
                        .param("couldConnect", "OUI")
                        .param("findsInformation", "NON"))
                .andExpect(content().string(containsString("Merci")));
        assertThat(parents.resultOf(school)).as("not even how many").isEqualTo(NOTHING);
        for (int family = 2; family <= 9; family++) {
            web.perform(post("/parents/" + token)
                    .with(csrf())
                    .param("couldConnect", family < 5 ? "OUI" : "DIFFICILEMENT")
                    .param("findsInformation", "NON"));
            assertThat(parents.resultOf(school))
                    .as("after %d", family)
                    .isEqualTo(family < 5 ? NOTHING : new ParentsService.ParentsResult(5, 4, 0));
        }
    }

    /** A double click, a page sent again after Back, two threads of one form. */
    @Test
    void countsOneAnswerForEachFormThatIsShown() throws Exception {
        String school = ground.circonscription(1).schools().get(0);
        String address = "/parents/" + parents.tokenOf(school);
        String form = formShown(address);
        assertThat(formShown(address)).isNotEqualTo(form);
        for (int i = 0; i < 3; i++) {
            web.perform(post(address)
                            .with(csrf())
                            .param("form", form)
                            .param("couldConnect", "OUI")
                            .param("findsInformation", "OUI"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Merci")));
        }
        assertThat(kept(school)).isEqualTo(1);
        web.perform(post(address)
                        .with(csrf())
                        .param("form", form)
                        .param("couldConnect", "")
                        .param("findsInformation", "OUI"))
                .andExpect(content().string(containsString("value=\"" + form + "\"")));
        for (String odd : new String[] {"", "nonsense", "1-1-1-1-1"}) {
            web.perform(post(address)
                            .with(csrf())
                            .param("form", odd)
                            .param("couldConnect", "OUI")
                            .param("findsInformation", "OUI"))
                    .andExpect(status().isOk());
        }
        assertThat(kept(school)).isEqualTo(4);
    }

    @Test
    void theDirectionReadsWhatFamiliesWriteOnceFiveHaveAnswered() throws Exception {
        var circo = ground.circonscription(1);
        String school = circo.schools().get(0);
        String address = "/parents/" + parents.tokenOf(school);
        for (int i = 0; i < 5; i++) {
            assertThat(families(circo, school).text()).doesNotContain("goûter");
            web.perform(post(address)
                    .with(csrf())
                    .param("couldConnect", "OUI")
                    .param("findsInformation", "OUI")
                    .param("needs", i == 2 ? "Un <b>goûter</b> numérique" : ""));
        }
        assertThat(families(circo, school).select("li p").eachText()).contains("Un <b>goûter</b> numérique");
        assertThat(families(circo, school).select("a[href]").eachAttr("href"))
                .contains("http://localhost:8080" + address);
    }

    private Document families(TestGround.Circo circo, String school) throws Exception {
        return visitor.page(circo.directors().get(0), "/ecole/" + school + "/familles");
    }

    private int kept(String school) {
        return jdbc.sql("SELECT COUNT(*) FROM parents_answer WHERE school_uai = ?")
                .param(school)
                .query(Integer.class)
                .single();
    }

    private String formShown(String address) throws Exception {
        return Jsoup.parse(web.perform(get(address)).andReturn().getResponse().getContentAsString())
                .select("input[name=form]")
                .attr("value");
    }

    @Test
    void refusesAnswersThatAreNotOffered() throws Exception {
        String school = ground.circonscription(1).schools().get(0);
        String token = parents.tokenOf(school);
        web.perform(post("/parents/" + token)
                        .with(csrf())
                        .param("couldConnect", "PEUT-ETRE")
                        .param("findsInformation", "NON"))
                .andExpect(content().string(containsString("Choisissez une réponse")));
        assertThat(kept(school)).isZero();
        web.perform(get("/parents/inconnu")).andExpect(status().isNotFound());
    }
}
