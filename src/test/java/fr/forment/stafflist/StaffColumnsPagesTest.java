package fr.forment.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.files.Books;
import fr.forment.people.Agent;
import fr.forment.stafflist.reading.StaffTable;
import fr.forment.stafflist.reading.StaffTemplate;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** From a file of one's own to its columns: what is proposed, what must be said, who may. */
@HouseTest
class StaffColumnsPagesTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private TestGround ground;

    @Autowired
    private AccountService accounts;

    @Autowired
    private JdbcClient jdbc;

    private TestGround.Circo here;
    private TestGround.Circo elsewhere;

    @BeforeEach
    void twoCirconscriptions() {
        here = ground.circonscription(2);
        elsewhere = ground.circonscription(1);
    }

    private RequestPostProcessor as(Agent agent) {
        Account account = accounts.ofAgent(agent.id()).orElseThrow();
        return user(account.login()).authorities(AuthorityUtils.createAuthorityList(account.authorities()));
    }

    private String columnsOf(String file, Agent by) throws Exception {
        byte[] bytes;
        try (InputStream in = new ClassPathResource("stafflist/" + file).getInputStream()) {
            bytes = in.readAllBytes();
        }
        String url = web.perform(multipart("/personnels/import")
                        .file(new MockMultipartFile("fichier", file, null, bytes))
                        .with(as(by))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(url).matches("/personnels/import/\\d+");
        return url + "/colonnes";
    }

    private Document page(String url, Agent by) throws Exception {
        return Jsoup.parse(web.perform(get(url).with(as(by)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static String chosen(Document page, String name) {
        Element option = page.selectFirst("select[name=" + name + "] option[selected]");
        return option == null ? "" : option.text();
    }

    @Test
    void aSecretarysWorkbookIsProposedColumnByColumnWithSamples() throws Exception {
        String url = columnsOf("tableau-secretaire.xlsx", here.secretary());
        Document page = page(url, here.secretary());

        assertThat(chosen(page, "UAI")).startsWith("Code école : 350122T");
        assertThat(chosen(page, "NOM")).isEqualTo("Nom de l'agent : LE GALL, QUÉRÉ, MARTIN");
        assertThat(chosen(page, "FONCTION")).startsWith("Fonction (2026)");
        assertThat(chosen(page, "DEPART")).isEmpty();
        assertThat(page.text()).contains("Commune, Portable").doesNotContain("600000001");
        web.perform(post(url)
                        .param("UAI", "0")
                        .param("NOM", "1")
                        .param("PRENOM", "2")
                        .param("FONCTION", "3")
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(redirectedUrl(url.replace("/colonnes", "")));
        web.perform(get(url).with(as(here.secretary()))).andExpect(status().isNotFound());
    }

    @Test
    void whatIsMissingOrSaidTwiceIsToldAndNothingOfTheChoiceIsLost() throws Exception {
        String url = columnsOf("tableau-secretaire.xlsx", here.secretary());
        String answer = web.perform(post(url)
                        .param("UAI", "0")
                        .param("NOM", "1")
                        .param("PRENOM", "1")
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("sert à deux informations")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(chosen(Jsoup.parse(answer), "PRENOM")).startsWith("Nom de l'agent");
        web.perform(post(url)
                        .param("UAI", "0")
                        .param("NOM", "1")
                        .param("PRENOM", "2")
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(content().string(containsString("Choisissez une colonne pour : Fonction.")));
        web.perform(post(url)
                        .param("NOM", "1")
                        .param("PRENOM", "2")
                        .param("FONCTION", "3")
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(content().string(containsString("choisissez l'école")));
        web.perform(post(url)
                        .param("UAI", "99")
                        .param("NOM", "-1")
                        .param("PRENOM", "x")
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("code UAI")));
    }

    @Test
    void theOndeListIsAboutASchoolOfMineAndKeepsNoHome() throws Exception {
        String url = columnsOf("onde-enseignants.csv", here.directors().get(0));
        Document page = page(url, here.directors().get(0));
        assertThat(page.text()).contains("Téléphone portable").doesNotContain("0600000001", "Ajoncs");
        assertThat(page.select("select[name=ecole] option[value~=.]").eachAttr("value"))
                .containsExactly(here.schools().get(0));
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM staff_import_chunk WHERE content LIKE '%Ajoncs%' OR content LIKE '%0600000001%'")
                        .query(Integer.class)
                        .single())
                .isZero();

        var names = post(url)
                .param("NOM", "0")
                .param("NOM_FAMILLE", "1")
                .param("PRENOM", "2")
                .param("DIRECTEUR", "4")
                .with(as(here.directors().get(0)))
                .with(csrf());
        web.perform(names).andExpect(status().isOk()).andExpect(content().string(containsString("choisissez l'école")));
        web.perform(names.param("ecole", elsewhere.schools().get(0))).andExpect(status().isNotFound());
    }

    @Test
    void theFileIsNobodyElses() throws Exception {
        String url = columnsOf("tableau-secretaire.xlsx", here.secretary());
        for (Agent other :
                new Agent[] {here.ien(), elsewhere.secretary(), here.teachers().get(0)}) {
            web.perform(get(url).with(as(other))).andExpect(status().isNotFound());
            web.perform(post(url).param("NOM", "1").with(as(other)).with(csrf()))
                    .andExpect(status().isNotFound());
        }
        web.perform(multipart("/personnels/import")
                        .file(new MockMultipartFile("fichier", "x.csv", null, new byte[] {1}))
                        .with(as(here.teachers().get(0)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    /** What is not read of a workbook is named where people decide. */
    @ParameterizedTest
    @EnumSource(Books.class)
    @Tag("attack")
    void thePreviewNamesTheSheetsItDidNotRead(Books format) throws Exception {
        List<String> twice = List.of(here.schools().get(0), "Petit", "Rose", "directrice");
        byte[] book = format.of(
                Books.Sheet.of("Directions", List.of(List.of("uai", "nom", "prenom", "fonction"), twice, twice)),
                Books.Sheet.of(
                        "Adjoints", List.of(List.of("Nom de famille", "École", "Classe"), List.of("Loin", "A", "CP"))));
        String url = web.perform(multipart("/personnels/import")
                        .file(new MockMultipartFile("fichier", "liste.xlsx", null, book))
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> page(url, here.secretary()).text().contains("Aperçu de la liste"));
        Document page = page(url, here.secretary());
        assertThat(page.select(".notice.warn").text())
                .contains("Feuille non lue", "Adjoints", "personne n'est donc compté comme absent");
        assertThat(page.select("nav .cards").text()).contains("ignorées");
        assertThat(page.text()).doesNotContain("Ce fichier est-il complet ?");
        assertThat(page(url + "?voir=SKIPPED", here.secretary())
                        .select("tbody tr")
                        .text())
                .contains("identique à la ligne 2");
    }

    @Test
    void theWorkbookToFillInReadsBackAsTheRecommendedFile() throws Exception {
        byte[] book = web.perform(get("/personnels/import/modele.xlsx").with(as(here.secretary())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (StaffTable table = StaffTable.open(new ByteArrayResource(book), "modele.xlsx")) {
            assertThat(table.kind().name()).isEqualTo("RECOMMANDE");
            assertThat(table.columns()).isEqualTo(StaffTemplate.COLUMNS.subList(0, 9));
        }
    }
}
