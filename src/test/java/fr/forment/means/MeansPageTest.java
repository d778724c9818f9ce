package fr.forment.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The page of the means: prices typed as French people type them, kept with the version, refused kindly. */
@HouseTest
class MeansPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    PlanningGround plans;

    @Autowired
    TestGround ground;

    @Autowired
    PlanService service;

    @Autowired
    Plans read;

    @Autowired
    PlanPrices prices;

    @Autowired
    GaiaLinks gaia;

    @Autowired
    ProcessDriver driver;

    private PlanningGround.Case made;
    private long plan;
    private TheCase theCase;

    @BeforeEach
    void calculate() {
        made = plans.projectWithNeeds();
        plan = service.begin(made.number()).id();
        theCase = driver.theCase("trainingPlan", plan).waitsAt("comment");
    }

    @Test
    void showsWhatThePlanTakes() throws Exception {
        Document page = page(made.circo().dsi());

        assertThat(page.select("h2").eachText())
                .contains(
                        "Sessions par module, vague et secteur",
                        "Nombre et fréquence par période",
                        "Formateurs",
                        "Salles et trajets",
                        "Ce qui ne tient pas",
                        "Coûts")
                .as("hours of people are no matter of partners")
                .doesNotContain("Heures des enseignants");
        assertThat(page.select("section[aria-labelledby=manques]").text()).doesNotContain("assez d'heures");
        assertThat(page(made.circo().cpc()).select("h2").eachText()).contains("Heures des enseignants");
        assertThat(page.select("section[aria-labelledby=periodes] tbody tr").size())
                .isGreaterThanOrEqualTo(5);
        assertThat(page.select("section[aria-labelledby=modules] tbody").text()).contains("Commune-");
        assertThat(page.select("input[name=HEURE_EN]"))
                .as("a partner prices nothing")
                .isEmpty();
        assertThat(page.text()).contains("prix à saisir");
    }

    @Test
    void pricesAreKeptWithTheVersionAndGoAlongIntoTheNext() throws Exception {
        write("HEURE_EN", "1 045,5 €", "intitule", "Visio <b>", "quantite", "2", "prix", "12,30")
                .andExpect(status().is3xxRedirection());

        Document page = page(made.circo().cpc());
        assertThat(page.select("input[name=HEURE_EN]").val()).isEqualTo("1 045,50");
        assertThat(page.select("input[name=intitule]").get(0).val()).isEqualTo("Visio <b>");
        long hours = prices.sheet(plan).prices().get(CostKind.HEURE_EN);
        assertThat(hours).isEqualTo(104_550);
        assertThat(page.select("section[aria-labelledby=couts]").text()).contains("Total : " + total(page));
        assertThat(read.history(plan)).last().extracting(JournalEntry::what).isEqualTo("Prix et coûts modifiés");

        submit();
        theCase.completes("approve", Map.of("decision", "renvoyer", "remarks", "À revoir"))
                .waitsAt("revise");
        long next = read.current(plan).orElseThrow().id();
        assertThat(prices.sheet(next)).isEqualTo(prices.sheet(plan));
    }

    /** What people typed for the plan that was rejected is not typed again for the one made anew from it. */
    @Test
    void aPlanMadeAnewKeepsThePrices() throws Exception {
        write("HEURE_EN", "45", "intitule", "Visio", "quantite", "2", "prix", "12,30");
        submit();
        theCase.completes("approve", Map.of("decision", "rejeter", "remarks", "Hors budget"))
                .isEnded();
        long anew = service.begin(made.number()).id();
        driver.theCase("trainingPlan", anew).waitsAt("comment");
        assertThat(prices.sheet(anew).own()).isNotEmpty();
        assertThat(prices.sheet(anew)).isEqualTo(prices.sheet(plan));
    }

    /** Recounted from the rows of the page. */
    private static String total(Document page) {
        long cents = page.select("section[aria-labelledby=couts] td[data-label=Montant]").eachText().stream()
                .filter(text -> text.endsWith("€"))
                .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
                .sum();
        return Money.of(cents + 2 * 1_230);
    }

    @Test
    void whatIsNoPriceIsRefusedAndNothingTypedIsLost() throws Exception {
        for (String[] wrong : new String[][] {
            {"HEURE_EN", "-3"},
            {"HEURE_EN", "1,234"},
            {"HEURE_EN", "cher"},
            {"HEURE_EN", "99999999"}
        }) {
            Document page = refused("HEURE_EN", wrong[1], "intitule", "Visio", "quantite", "2", "prix", "4");
            assertThat(page.select(".notice.bad").text())
                    .contains("Heures de formateur, Éducation nationale : un prix s'écrit en euros");
            assertThat(page.select("input[name=HEURE_EN]").val()).isEqualTo(wrong[1]);
            assertThat(page.select("input[name=intitule]").get(0).val()).isEqualTo("Visio");
        }
        assertThat(refused("intitule", "Visio", "quantite", "deux", "prix", "4")
                        .select(".notice.bad")
                        .text())
                .contains("« Visio » : la quantité est un nombre entier");
        assertThat(refused("intitule", "", "quantite", "2", "prix", "4")
                        .select(".notice.bad")
                        .text())
                .contains("un intitulé");
        assertThat(prices.sheet(plan).prices()).isEmpty();
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() throws Exception {
        String seen = page(made.circo().cpc()).select("input[name=vu]").val();
        write("HEURE_EN", "45").andExpect(status().is3xxRedirection());

        Document page = Jsoup.parse(web.perform(as(made.circo().erun(), form("vu", seen, "HEURE_EN", "50")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select(".notice.bad").text()).contains("Quelqu'un a changé cela");
        assertThat(prices.sheet(plan).prices()).containsExactly(Map.entry(CostKind.HEURE_EN, 4_500L));
    }

    @Test
    void aSubmittedVersionKeepsItsPrices() throws Exception {
        write("HEURE_EN", "45").andExpect(status().is3xxRedirection());
        String seen = page(made.circo().cpc()).select("input[name=vu]").val();
        submit();

        assertThat(page(made.circo().cpc()).select("input[name=HEURE_EN]")).isEmpty();
        Document page = Jsoup.parse(web.perform(as(made.circo().cpc(), form("vu", seen, "HEURE_EN", "50")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select(".notice.bad").text()).contains("ne se modifie plus");
        assertThat(prices.sheet(plan).prices()).containsExactly(Map.entry(CostKind.HEURE_EN, 4_500L));
    }

    @Test
    void numbersOfGaiaAreCheckedAndMayComeLater() throws Exception {
        submit();
        String seen = seen();
        web.perform(as(
                        made.circo().cpc(),
                        post("/plans/" + plan + "/paf")
                                .with(csrf())
                                .param("vu", seen)
                                .param("module", "", "PEDA-1")
                                .param("dispositif", "26 d 0350123", "")
                                .param("numero", "", "70125")))
                .andExpect(status().is3xxRedirection());
        assertThat(gaia.of(made.number(), "PEDA-1").areComplete()).isTrue();
        assertThat(gaia.of(made.number(), "PEDA-1").dispositif()).isEqualTo("26D0350123");
        assertThat(gaia.of(made.number(), List.of("ADM-DIR")).get("ADM-DIR").module())
                .isEmpty();

        assertThat(refused(seen, "26D0350999")).as("not what he saw").contains("Quelqu'un a changé cela");
        assertThat(refused("", "26D0350999")).contains("ne dit pas ce qu'elle montrait");
        assertThat(gaia.of(made.number(), "PEDA-1").dispositif()).isEqualTo("26D0350123");

        Document page = Jsoup.parse(web.perform(as(
                        made.circo().cpc(),
                        post("/plans/" + plan + "/paf")
                                .with(csrf())
                                .param("vu", seen())
                                .param("module", "", "PEDA-1")
                                .param("dispositif", "26X0350123", "")
                                .param("numero", "", "70125")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select(".notice.bad").text()).contains("Tous les modules : Le numéro de dispositif GAIA");
        assertThat(page.select("input[name=dispositif]").get(0).val()).isEqualTo("26X0350123");
        assertThat(gaia.of(made.number(), "PEDA-1").dispositif()).isEqualTo("26D0350123");
    }

    /** Two people with the page open: whoever comes second overwrites nothing unseen. */
    private String refused(String seen, String dispositif) throws Exception {
        return Jsoup.parse(web.perform(as(
                                made.circo().erun(),
                                post("/plans/" + plan + "/paf")
                                        .with(csrf())
                                        .param("vu", seen)
                                        .param("module", "")
                                        .param("dispositif", dispositif)
                                        .param("numero", "")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select(".notice.bad")
                .text();
    }

    private String seen() throws Exception {
        return Jsoup.parse(web.perform(as(made.circo().cpc(), get("/plans/" + plan + "/moyens")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select("form[action$=/paf] input[name=vu]")
                .val();
    }

    private void submit() {
        ground.as(made.circo().cpc());
        theCase.completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .waitsAt("approve");
    }

    private ResultActions write(String... fields) throws Exception {
        String seen = page(made.circo().cpc()).select("input[name=vu]").val();
        return web.perform(as(made.circo().cpc(), form(fields).param("vu", seen)));
    }

    private Document refused(String... fields) throws Exception {
        return Jsoup.parse(write(fields)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletRequestBuilder form(String... fields) {
        MockHttpServletRequestBuilder form = post("/plans/" + plan + "/moyens").with(csrf());
        for (int n = 0; n < fields.length; n += 2) {
            form.param(fields[n], fields[n + 1]);
        }
        return form;
    }

    private Document page(Agent reader) throws Exception {
        return Jsoup.parse(web.perform(as(reader, get("/plans/" + plan + "/moyens")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletRequestBuilder as(Agent who, MockHttpServletRequestBuilder request) {
        ground.as(who);
        return request.with(authentication(SecurityContextHolder.getContext().getAuthentication()));
    }
}
