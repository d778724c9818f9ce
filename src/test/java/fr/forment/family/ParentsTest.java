package fr.forment.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.evaluation.QuestionKind;
import fr.forment.evaluation.QuestionnaireKind;
import fr.forment.evaluation.QuestionnaireService;
import fr.forment.evaluation.QuestionnaireService.TypedQuestion;
import fr.forment.evaluation.QuestionnaireVersion;
import fr.forment.evaluation.QuestionnaireVersions;
import fr.forment.family.ParentsResults.ParentsResult;
import fr.forment.french.Refusal;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class ParentsTest {

    private static final ParentsResult NOTHING = new ParentsResult(0, List.of());

    @Autowired
    ParentsService parents;

    @Autowired
    ParentsResults results;

    @Autowired
    QuestionnaireService questionnaires;

    @Autowired
    QuestionnaireVersions versions;

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
        assertThat(results.of(school)).as("not even how many").isEqualTo(NOTHING);
        for (int family = 2; family <= 9; family++) {
            web.perform(post("/parents/" + token)
                    .with(csrf())
                    .param("couldConnect", family < 5 ? "OUI" : "DIFFICILEMENT")
                    .param("findsInformation", "NON"));
            ParentsResult read = results.of(school);
            assertThat(List.of(read.answers(), read.yes("couldConnect"), read.yes("findsInformation")))
                    .as("after %d", family)
                    .isEqualTo(family < 5 ? List.of(0, 0, 0) : List.of(5, 4, 0));
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

    private static final String OURS = "Le cahier de <b>liaison</b> vous suffit-il ?";

    /** A page opened before a new version answers what it showed; no figure is of fewer than five who were asked. */
    @Test
    void theQuestionnaireOfFamiliesIsOfTheirCirconscriptionAndInVersions() throws Exception {
        var circo = ground.circonscription(1);
        String school = circo.schools().get(0);
        String address = "/parents/" + parents.tokenOf(school);
        Document before = page(address);
        questionnaires.begin(circo.uai(), QuestionnaireKind.PARENTS);
        write(circo, "findsInformation", "Trouvez-vous ce que vous cherchez ?", true);
        assertThatThrownBy(() -> write(circo, "couldConnect", "Êtes-vous content ?", false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("sens");
        String added = write(circo, "", OURS, false);
        questionnaires.publish(
                circo.uai(), QuestionnaireKind.PARENTS, draft(circo).shown().sent());

        Document now = page(address);
        assertThat(now.select("legend").eachText())
                .containsExactly("Avez-vous pu vous connecter ?", "Trouvez-vous ce que vous cherchez ?", OURS);
        assertThat(page("/parents/"
                                + parents.tokenOf(
                                        ground.circonscription(1).schools().get(0)))
                        .text())
                .as("families of others")
                .doesNotContain("cahier de");
        answers(before, address, Map.of("couldConnect", "OUI", "findsInformation", "NON"), 3);
        var all = Map.of("couldConnect", "NON", "findsInformation", "OUI", added, "DIFFICILEMENT");
        answers(now, address, all, 2);
        assertThat(said(school, added)).as("three of the lot were not asked").isEqualTo(List.of(0, 0));
        assertThat(said(school, "findsInformation")).isEqualTo(List.of(5, 2));
        answers(now, address, all, 5);
        assertThat(said(school, added)).isEqualTo(List.of(5, 0));
        assertThat(said(school, "couldConnect")).isEqualTo(List.of(10, 3));
        assertThat(families(circo, school).select("th[scope=row]").eachText()).contains(OURS);
        web.perform(post(address)
                        .with(csrf())
                        .param("version", now.select("input[name=version]").attr("value"))
                        .param("couldConnect", "OUI")
                        .param("findsInformation", "OUI"))
                .andExpect(content().string(containsString("Choisissez une réponse")));
    }

    private QuestionnaireVersion draft(TestGround.Circo circo) {
        return QuestionnaireVersions.draft(QuestionnaireKind.PARENTS, versions.all(circo.uai()))
                .orElseThrow();
    }

    /** @return the code of the question that says it */
    private String write(TestGround.Circo circo, String code, String label, boolean same) {
        QuestionnaireVersion draft = draft(circo);
        questionnaires.save(
                circo.uai(),
                QuestionnaireKind.PARENTS,
                (code.isEmpty() ? draft.shown() : draft.shown(code)).sent(),
                new TypedQuestion(code, QuestionKind.CHOICE.name(), label, "", "", same));
        return draft(circo).questions().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private void answers(Document shown, String address, Map<String, String> said, int families) throws Exception {
        for (int family = 0; family < families; family++) {
            var request = post(address)
                    .with(csrf())
                    .param("version", shown.select("input[name=version]").attr("value"));
            said.forEach(request::param);
            web.perform(request).andExpect(content().string(containsString("Merci")));
        }
    }

    /** How many were asked a question together, and how many said yes. */
    private List<Integer> said(String school, String code) {
        return results.of(school).said().stream()
                .filter(each -> each.code().equals(code))
                .map(each -> List.of(each.answers(), each.yes()))
                .findFirst()
                .orElse(List.of());
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(web.perform(get(address)).andReturn().getResponse().getContentAsString());
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
        return page(address).select("input[name=form]").attr("value");
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
