package fr.forment.computation.web;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.computation.Searching;
import fr.forment.document.ApprovalText;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanWeightsService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Weights;
import java.util.Arrays;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of a search, and what counts most. */
@HouseTest
class RunPagesTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround people;

    @Autowired
    MockMvc web;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    PlanWeightsService weights;

    @Autowired
    Searching searching;

    @Autowired
    ApprovalText approval;

    @Autowired
    ProcessDriver driver;

    private PlanningGround.Case made;
    private Agent cpc;
    private long plan;
    private String path;

    @BeforeEach
    void calculate() {
        searching.forgetAll();
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        cpc = made.circo().cpc();
        path = "/plans/" + plan + "/calcul";
    }

    @Test
    void leadsFromThePlanToAPlanThatIsKept() throws Exception {
        assertThat(visitor.page(cpc, "/plans/" + plan)
                        .select("a[href$=/calcul]")
                        .text())
                .isEqualTo("Chercher un meilleur plan");
        assertThat(visitor.page(cpc, path).text()).contains("Lancer un calcul", "Aucune session n'est épinglée");
        assertThat(send(path).getRedirectedUrl()).isEqualTo(path);
        Document waiting = visitor.page(cpc, path);
        assertThat(waiting.text()).contains("En attente : c'est le prochain calcul.", "demandé par " + cpc.fullName());
        assertThat(waiting.select("[data-live]")).hasSize(1);
        assertThat(visitor.page(cpc, "/plans/" + plan)
                        .select("a[href$=/calcul]")
                        .text())
                .isEqualTo("Voir le calcul en cours");
        searching.work();

        Document found = visitor.page(cpc, path);
        assertThat(found.select("[data-live]")).as("nothing moves any more").isEmpty();
        assertThat(found.select("h2").eachText()).contains("Le plan trouvé");
        assertThat(found.select("caption").text()).isEqualTo("Comparé au plan d'aujourd'hui");
        assertThat(found.select("button").eachText()).contains("Garder ce plan", "Laisser tomber");
        assertThat(visitor.page(cpc, "/plans/" + plan)
                        .select("a[href$=/calcul]")
                        .text())
                .isEqualTo("Voir le plan trouvé");
        assertThat(send(path + "/garder", "calcul", shownRun(found)).getRedirectedUrl())
                .isEqualTo("/plans/" + plan);
        assertThat(visitor.page(cpc, path).text()).contains("Gardé", "Lancer un autre calcul");
        assertThat(visitor.page(cpc, "/plans/" + plan).text()).contains("Plan calculé gardé");
    }

    @Test
    void aSecondPersonSeesTheSameSearchAndIsToldWhatBecameOfIt() throws Exception {
        send(path);
        Agent ien = made.circo().ien();
        assertThat(visitor.page(ien, path).text()).contains("demandé par " + cpc.fullName());
        assertThat(told(ien, post(path))).contains("est déjà demandé : cette page montre où il en est");
        searching.work();
        String seen = shownRun(visitor.page(ien, path));
        send(path + "/garder", "calcul", seen);
        assertThat(told(ien, post(path + "/laisser").param("calcul", seen)))
                .contains("quelqu'un l'a gardé ou laissé tomber");
    }

    @Test
    void thePartThatMovesIsAFragment() throws Exception {
        send(path);
        searching.halfDone(plan);
        String part = visitor.as(cpc, get(path + "/avancement")).getContentAsString();
        assertThat(part).doesNotContain("<html", "<form");
        Document read = Jsoup.parse(part);
        assertThat(read.select("[data-part]").eachAttr("data-part")).containsExactly("etat", "trouve");
        assertThat(read.select("progress").attr("value")).isEqualTo("12");
        assertThat(read.text())
                .contains(
                        "12 secondes sur 60 au plus",
                        "3 plans de mieux en mieux, le dernier il y a 4 secondes",
                        "Le meilleur plan jusqu'ici",
                        "Ce plan est le même que celui d'aujourd'hui.");
        assertThat(visitor.page(cpc, path).select("button").eachText()).contains("Arrêter et garder");
    }

    @Test
    void partnersLookOnAndSchoolsDoNot() throws Exception {
        send(path);
        Agent dsi = made.circo().dsi();
        assertThat(visitor.page(dsi, path).select("main button")).isEmpty();
        assertThat(visitor.page(dsi, "/plans/" + plan + "/ce-qui-compte").select("main input:not([type=hidden])"))
                .isEmpty();
        assertThat(visitor.as(dsi, post(path)).getStatus()).isEqualTo(403);
        assertThat(visitor.as(made.circo().directors().get(0), get(path)).getStatus())
                .isEqualTo(404);
    }

    @Test
    void saysThatSomebodyChangedTheSessionsMeanwhile() throws Exception {
        send(path);
        searching.work();
        PlannedSession session = plans.sessions(plan).get(0);
        String edit = "/plans/" + plan + "/modifier/" + session.line();
        send(edit + "/epingle", "epinglee", "true");
        Document page = visitor.page(cpc, path);
        assertThat(page.text()).contains("Des sessions du plan ont été modifiées depuis le début de ce calcul");
        assertThat(page.select("button").eachText()).contains("Laisser tomber").doesNotContain("Garder ce plan");
        send(path + "/laisser", "calcul", shownRun(page));
        assertThat(visitor.page(cpc, path).text()).contains("(1 session : ligne " + session.line() + ")");
        assertThat(visitor.page(cpc, "/plans/" + plan + "/modifier")
                        .select(".tag")
                        .eachText())
                .contains("épinglée");
        assertThat(visitor.page(cpc, edit).text()).contains("Ôter l'épingle");
    }

    @Test
    void whatCountsMostIsTypedKeptAndHandedOn() throws Exception {
        String page = "/plans/" + plan + "/ce-qui-compte";
        Document shown = visitor.page(cpc, page);
        assertThat(shown.select("input[type=number]")).hasSameSizeAs(Goal.values());
        var wrong = weights(shown, Goal.PERSONNE_KM, "\"><b>beaucoup");
        String refused = visitor.as(cpc, wrong).getContentAsString();
        assertThat(Jsoup.parse(refused).select("#contenu .notice.bad").text()).contains("Rien n'est enregistré");
        assertThat(Jsoup.parse(refused).select("input[aria-invalid]").val())
                .as("what was typed is kept")
                .isEqualTo("\"><b>beaucoup");
        assertThat(Jsoup.parse(refused).select(".field-error").text()).contains("de 0 à 1 000");
        assertThat(visitor.as(cpc, weights(shown, Goal.PERSONNE_KM, "1001")).getContentAsString())
                .contains("nombre entier");

        assertThat(visitor.as(cpc, weights(shown, Goal.PERSONNE_KM, "7").param("suivants", "true"))
                        .getRedirectedUrl())
                .isEqualTo(page);
        Plan version = plans.find(plan).orElseThrow();
        assertThat(weights.of(version).of(Goal.PERSONNE_KM)).isEqualTo(7);
        assertThat(weights.ofCirconscription(made.circo().uai()).of(Goal.PERSONNE_KM))
                .isEqualTo(7);
        assertThat(plans.history(plan)).last().satisfies(entry -> {
            assertThat(entry.before()).isEqualTo("Trajets : 1");
            assertThat(entry.after()).isEqualTo("Trajets : 7");
        });
        assertThat(visitor.as(cpc, weights(shown, Goal.PERSONNE_KM, "9")).getContentAsString())
                .as("the page was old")
                .contains("Trajets : « 1 » est devenu « 7 »");
        var nothing = post(page).param("vu", visitor.shown(cpc, page));
        Arrays.stream(Goal.values()).forEach(goal -> nothing.param("poids." + goal.name(), "0"));
        assertThat(visitor.as(cpc, nothing).getContentAsString()).contains("Donnez un poids à un objectif au moins");
        assertThat(visitor.page(cpc, page + "/livre")
                        .select("input[name=poids.PERSONNE_KM]")
                        .val())
                .isEqualTo("1");
    }

    @Test
    void aVersionKeepsTheWeightsItBeganWith() throws Exception {
        String page = "/plans/" + plan + "/ce-qui-compte";
        visitor.as(
                cpc, weights(visitor.page(cpc, page), Goal.REMPLACEMENT, "99").param("suivants", "true"));
        driver.theCase("trainingPlan", plan)
                .fires("consultationClosed")
                .completes("approve", Map.of("decision", "renvoyer", "remarks", "Plus tôt"));
        Plan next = plans.current(plan).orElseThrow();
        assertThat(next.id()).isNotEqualTo(plan);
        assertThat(weights.of(next).of(Goal.REMPLACEMENT)).isEqualTo(99);
        assertThat(visitor.as(cpc, weights(Jsoup.parse(""), Goal.REMPLACEMENT, "1"))
                        .getContentAsString())
                .as("a submitted version is never changed")
                .contains("Cette version ne se modifie plus");
        visitor.as(
                cpc,
                weights(
                        visitor.page(cpc, "/plans/" + next.id() + "/ce-qui-compte"),
                        Goal.REMPLACEMENT,
                        "3",
                        next.id()));
        assertThat(weights.of(plans.find(plan).orElseThrow()).of(Goal.REMPLACEMENT))
                .isEqualTo(99);
        assertThat(weights.ofCirconscription(made.circo().uai()).of(Goal.REMPLACEMENT))
                .as("for this one only")
                .isEqualTo(99);
    }

    /** Off until somebody says why; then the version keeps it, and page, paper, form and file say it. */
    @Test
    void goingBeyondTheHoursLeftIsAReasonedChoice() throws Exception {
        String page = "/plans/" + plan + "/ce-qui-compte";
        Document shown = visitor.page(cpc, page);
        assertThat(shown.select("input[name=auDela]").hasAttr("checked")).isFalse();
        var unsaid = weights(shown, Goal.PERSONNE_KM, "1").param("auDela", "true");
        Document refused =
                Jsoup.parse(visitor.as(cpc, unsaid.param("auDelaMotif", " ")).getContentAsString());
        assertThat(refused.select(".field-error").text()).contains("Dites pourquoi");
        assertThat(refused.select("input[name=auDela]").hasAttr("checked"))
                .as("what was ticked is kept")
                .isTrue();
        assertThat(plans.find(plan).orElseThrow().goesBeyondHours()).isFalse();
        var long1001 =
                weights(shown, Goal.PERSONNE_KM, "1").param("auDela", "true").param("auDelaMotif", "x".repeat(1001));
        assertThat(visitor.as(cpc, long1001).getContentAsString())
                .containsPattern("1\\D{1,8}000 caractères au plus, il en a 1\\D{1,8}001");

        String why = "Les écoles ouvrent le 11 janvier <b>";
        visitor.as(
                cpc,
                weights(shown, Goal.PERSONNE_KM, "1").param("auDela", "true").param("auDelaMotif", why));

        assertThat(plans.find(plan).orElseThrow().beyondHours()).isEqualTo(why);
        assertThat(plans.history(plan)).last().satisfies(entry -> {
            assertThat(entry.after()).contains("même au-delà des heures");
            assertThat(entry.why()).isEqualTo(why);
        });
        assertThat(visitor.page(cpc, "/plans/" + plan).text()).contains("Motif : " + why);
        assertThat(visitor.as(cpc, get("/plans/" + plan + ".json")).getContentAsString())
                .contains("\"beyondHours\" : true");
        assertThatPdf(visitor.as(cpc, get("/plans/" + plan + "/plan.pdf")).getContentAsByteArray())
                .says("placé même au-delà");
        assertThat(approval.of(plans.find(plan).orElseThrow())
                        .get("planShortages")
                        .toString())
                .contains("Les écoles ouvrent le 11 janvier");
        assertThat(visitor.as(cpc, weights(shown, Goal.PERSONNE_KM, "1")).getContentAsString())
                .as("the page was old")
                .contains("Au-delà des heures restantes");
        driver.theCase("trainingPlan", plan)
                .fires("consultationClosed")
                .completes("approve", Map.of("decision", "renvoyer", "remarks", "Plus tôt"));
        assertThat(plans.current(plan).orElseThrow().beyondHours())
                .as("the next version keeps it")
                .isEqualTo(why);
    }

    /** The circonscription keeps it for its plans to come: their first calculation follows it already. */
    @Test
    void aPlanToComeGoesBeyondHoursFromItsFirstCalculationOn() throws Exception {
        String page = "/plans/" + plan + "/ce-qui-compte";
        String why = "Sans direction formée, l'école n'ouvre pas";
        visitor.as(
                cpc,
                weights(visitor.page(cpc, page), Goal.PERSONNE_KM, "1")
                        .param("auDela", "true")
                        .param("auDelaMotif", why)
                        .param("suivants", "true"));
        assertThat(visitor.page(cpc, page).text()).contains("Choisi par " + cpc.fullName(), "Motif : " + why);

        driver.theCase("trainingPlan", plan)
                .fires("consultationClosed")
                .completes("approve", Map.of("decision", "rejeter", "remarks", "Autrement"));
        Plan other = service.begin(made.number());
        driver.theCase("trainingPlan", other.id()).waitsAt("comment");

        assertThat(other.id()).isNotEqualTo(plan);
        assertThat(plans.find(other.id()).orElseThrow().beyondHours()).isEqualTo(why);
        assertThat(plans.history(other.id())).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("Heures restantes");
            assertThat(entry.byWhom()).isNotEqualTo("système");
            assertThat(entry.why()).startsWith(why).contains("choisi pour les plans de la circonscription");
        });

        visitor.as(
                cpc,
                weights(visitor.page(cpc, "/plans/" + other.id() + "/ce-qui-compte"), Goal.PERSONNE_KM, "1", other.id())
                        .param("suivants", "true"));
        assertThat(plans.find(other.id()).orElseThrow().goesBeyondHours()).isFalse();
        assertThat(visitor.page(cpc, "/plans/" + other.id() + "/ce-qui-compte").text())
                .doesNotContain("Choisi par");
    }

    private MockHttpServletRequestBuilder weights(Document shown, Goal changed, String value) {
        return weights(shown, changed, value, plan);
    }

    private static MockHttpServletRequestBuilder weights(Document shown, Goal changed, String value, long plan) {
        var request = post("/plans/" + plan + "/ce-qui-compte")
                .param("vu", shown.select("input[name=vu]").val());
        for (Goal goal : Goal.values()) {
            request.param(
                    "poids." + goal.name(),
                    goal == changed ? value : String.valueOf(Weights.delivered().of(goal)));
        }
        return request;
    }

    private static String shownRun(Document page) {
        return page.select("input[name=calcul]").attr("value");
    }

    /** What the next page will say. */
    private String told(Agent who, MockHttpServletRequestBuilder request) throws Exception {
        people.as(who);
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return web.perform(request.with(authentication(signedIn)).with(csrf()))
                .andReturn()
                .getFlashMap()
                .values()
                .toString();
    }

    private MockHttpServletResponse send(String where, String... nameAndValue) throws Exception {
        var request = post(where);
        for (int i = 0; i < nameAndValue.length; i += 2) {
            request.param(nameAndValue[i], nameAndValue[i + 1]);
        }
        return visitor.as(cpc, request);
    }
}
