package fr.forment.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages as browsers get them. Rows that are changed here are made here, and not proposed to plans. */
@HouseTest
class CataloguePagesTest {

    private static final RequestPostProcessor IEN = user("ien.essai").roles("IEN");
    private static final RequestPostProcessor TEACHER = user("enseignant.essai").roles("ENSEIGNANT");

    @Autowired
    private MockMvc web;

    @Test
    void showsTheTableOfTheFicheByRubric() throws Exception {
        Document page = page(get("/catalogue").with(TEACHER));
        assertThat(page.select("h1").eachText()).containsExactly("Catalogue des formations");
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("th[scope=rowgroup]").eachText())
                .containsExactly(
                        "Présentation, sensibilisation",
                        "Usage pédagogique",
                        "Usage communication",
                        "Usage administratif",
                        "Mise à jour de l'ENT");
        assertThat(page.select("tr:contains(ADM-ERUN) td[data-label=Formateurs]")
                        .first()
                        .text())
                .isEqualTo("Fournisseur d'ENT");
        assertThat(page.select("tr:contains(ADM-ERUN) td[data-label=Thèmes abordés] li"))
                .hasSize(7);
        assertThat(page.select("#questions li")).hasSize(8);
        assertThat(page.select("th:contains(Élèves)")).isNotEmpty();
    }

    @Test
    void narrowsTheTableToOnePublic() throws Exception {
        Document page = page(get("/catalogue?profil=PARENT").with(TEACHER));
        assertThat(page.select("td[data-label=Thèmes abordés]")).hasSize(2);
        assertThat(page(get("/catalogue?profil=ELEVE").with(TEACHER)).text())
                .contains("Découverte de l'ENT par les élèves", "jamais convoqués ni nommés");
    }

    @Test
    void letsATeacherReadButNotEdit() throws Exception {
        Document page = page(get("/catalogue/COMM").with(TEACHER));
        assertThat(page.select("dl.facts").text()).contains("Édition de contenus", "1 h 30");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page(get("/catalogue").with(TEACHER)).select("a[href=/catalogue/nouveau]"))
                .isEmpty();
        web.perform(post("/catalogue/COMM").with(TEACHER).with(csrf())).andExpect(status().isForbidden());
        web.perform(get("/catalogue/nouveau").with(TEACHER)).andExpect(status().isForbidden());
        web.perform(post("/catalogue/nouveau").with(TEACHER).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void keepsWhatAnIenChangesAndShowsTheHistory() throws Exception {
        add("ESSAI-1");
        web.perform(filled(post("/catalogue/ESSAI-1"), "Communiquer mieux")
                        .param("version", "0")
                        .param("reason", "Demande des écoles"))
                .andExpect(status().is3xxRedirection());
        Document page = page(get("/catalogue/ESSAI-1").with(IEN));
        assertThat(page.select("#title").val()).isEqualTo("Communiquer mieux");
        assertThat(page.select("table tbody tr").first().text())
                .contains("ien.essai", "Intitulé", "Essai", "Communiquer mieux", "Demande des écoles");
    }

    @Test
    void refusesStaleEditsAndKeepsWhatWasTyped() throws Exception {
        add("ESSAI-2");
        String seen =
                page(get("/catalogue/ESSAI-2").with(IEN)).select("[name=vu]").val();
        web.perform(filled(post("/catalogue/ESSAI-2"), "Premier").param("version", "0"))
                .andExpect(status().is3xxRedirection());
        Document page = page(filled(post("/catalogue/ESSAI-2"), "Second")
                .param("version", "0")
                .param("vu", seen));
        assertThat(page.select("[role=alert]").text())
                .contains("Quelqu'un a changé cela", "Intitulé : « Essai » est devenu « Premier »");
        assertThat(page.select("#title").val()).isEqualTo("Second");
        assertThat(page(get("/catalogue/ESSAI-2").with(IEN)).select("#title").val())
                .isEqualTo("Premier");
    }

    @Test
    void saysInFrenchWhatIsWrongNextToEachField() throws Exception {
        Document page = page(post("/catalogue/COMM")
                .with(IEN)
                .with(csrf())
                .param("version", "0")
                .param("title", " ")
                .param("durationMinutes", "beaucoup")
                .param("groupSize", "-3")
                .param("format", "<script>")
                .param("profiles", "PERSONNE"));
        assertThat(page.select("#error-title").text()).isEqualTo("Indiquez un intitulé.");
        assertThat(page.select("#error-themes").text()).isEqualTo("Indiquez au moins un thème, un par ligne.");
        assertThat(page.select("#error-profiles").text()).isEqualTo("Choisissez au moins un public.");
        assertThat(page.select("#error-durationMinutes").text()).isEqualTo("La durée va de 15 à 1440 minutes.");
        assertThat(page.select("#error-groupSize").text()).isEqualTo("Un groupe compte de 1 à 300 personnes.");
        assertThat(page.select("#error-format").text()).isEqualTo("Choisissez un format.");
        assertThat(page.select("#title").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#durationMinutes").val()).isEqualTo("beaucoup");
        assertThat(page(get("/catalogue/COMM").with(IEN)).select("#title").val())
                .isEqualTo("Usage communication");
    }

    @Test
    void namesTheModulesOfACircle() throws Exception {
        Document page = page(
                filled(post("/catalogue/PRES-ECOLE"), "x").param("version", "0").param("prerequisites", "PEDA-1"));
        assertThat(page.select("#error-prerequisites").text())
                .contains("PRES-ECOLE", "PEDA-1", "se renvoient l'un à l'autre");
    }

    @Test
    void labelsEveryInput() throws Exception {
        for (String path : new String[] {"/catalogue/COMM", "/catalogue/nouveau"}) {
            Document page = page(get(path).with(IEN));
            assertThat(page.select("main input:not([type=hidden]), main select, main textarea"))
                    .isNotEmpty()
                    .allSatisfy(input -> assertThat(input.closest("label") != null
                                    || !page.select("label[for=" + input.id() + "]")
                                            .isEmpty())
                            .as(input.outerHtml())
                            .isTrue());
        }
    }

    @Test
    void knowsOnlyItsModules() throws Exception {
        web.perform(get("/catalogue/AUTRE").with(IEN)).andExpect(status().isNotFound());
        web.perform(filled(post("/catalogue/AUTRE"), "x")).andExpect(status().isNotFound());
    }

    private void add(String code) throws Exception {
        web.perform(filled(post("/catalogue/nouveau"), "Essai")
                        .param("code", code)
                        .param("rubric", "COMMUNICATION")
                        .param("level", "0"))
                .andExpect(status().is3xxRedirection());
    }

    private static MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request, String title) {
        return request.with(IEN)
                .with(csrf())
                .param("title", title)
                .param("themes", "Un thème\r\n\r\n Un autre ")
                .param("profiles", "NON_ENSEIGNANT")
                .param("trainerKind", "ERUN_DSI")
                .param("responsibleBody", "EDUCATION_NATIONALE")
                .param("nature", "CONTINU")
                .param("format", "DISTANCE")
                .param("durationMinutes", "60")
                .param("groupSize", "10");
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        var response =
                web.perform(request).andExpect(status().isOk()).andReturn().getResponse();
        return Jsoup.parse(response.getContentAsString());
    }
}
