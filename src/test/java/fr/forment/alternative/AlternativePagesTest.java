package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Why a session is where it is, how else it could be held, and changes that are applied together. */
@HouseTest
class AlternativePagesTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    ComputedPlanService computed;

    @Autowired
    PlanEditingService editing;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private Agent cpc;
    private long plan;
    private PlannedSession session;
    private String path;

    @BeforeEach
    void calculate() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        cpc = made.circo().cpc();
        session = computed.basis(plan).sessions().stream()
                .filter(each -> each.vagueRank() != null && !each.isForParents())
                .findFirst()
                .orElseThrow();
        path = "/plans/" + plan + "/autrement/" + session.line();
    }

    @Test
    void tellsWhyAndOffersThreeOtherWaysWithTheirPrice() throws Exception {
        Document page = visitor.page(cpc, path);
        assertThat(page.text())
                .contains("Pourquoi cette session", "Elle forme " + session.expected(), "il faut d'abord", "Lieu : ")
                .doesNotContain("Votre brouillon", session.moduleCode());
        assertThat(page.select("li.offer")).hasSize(SessionAlternatives.OFFERED);
        assertThat(page.select("li.offer .hint")).allSatisfy(price -> assertThat(price.text())
                .matches(".*(de plus|de moins|change|augmente|diminue|sans rien changer d'autre).*"));
    }

    @Test
    void isReachedFromThePageOfThePlan() throws Exception {
        Document page = visitor.page(cpc, "/plans/" + plan);
        assertThat(page.select("a[href=" + path + "]")).hasSize(1);
        assertThat(page.select("a[href=/plans/" + plan + "/pourquoi]")).hasSize(1);
    }

    @Test
    void nothingChangesBeforeItIsApplied() throws Exception {
        Change change = thought(cpc, session);
        Document why = visitor.page(cpc, "/plans/" + plan + "/pourquoi");
        assertThat(why.select("section[aria-labelledby=brouillon] li")).hasSize(1);
        assertThat(now(session.line())).isEqualTo(session);

        assertThat(apply(cpc, seen(why)).getRedirectedUrl()).isEqualTo("/plans/" + plan);
        PlannedSession now = now(session.line());
        assertThat(now.startsAt()).isEqualTo(change.day().atTime(change.start()));
        assertThat(now.place()).isEqualTo(change.place());
        assertThat(now.trainerAgentId()).isEqualTo(change.trainerId());
        assertThat(now.seats()).isEqualTo(session.seats());
        assertThat(plans.pinned(plan)).contains(session.line());
        assertThat(visitor.page(cpc, "/plans/" + plan).text()).contains("Changements appliqués");
        assertThat(visitor.page(cpc, path).text()).doesNotContain("Votre brouillon");
    }

    @Test
    void severalChangesAddUpAndEachIsLookedAtWithTheOthers() throws Exception {
        PlannedSession other = another();
        thought(cpc, session);
        thought(cpc, other);
        Document page = visitor.page(cpc, "/plans/" + plan + "/pourquoi");
        assertThat(page.select("section[aria-labelledby=brouillon] li")).hasSize(2);
        assertThat(apply(cpc, seen(page)).getRedirectedUrl()).isEqualTo("/plans/" + plan);
        assertThat(now(session.line())).isNotEqualTo(session);
        assertThat(now(other.line())).isNotEqualTo(other);
    }

    /** Whoever comes back finds it; nobody else sees it; it can be taken back. */
    @Test
    void aDraftIsOnesOwnAndStays() throws Exception {
        Agent erun = made.circo().erun();
        thought(cpc, session);
        assertThat(visitor.page(erun, path).text()).doesNotContain("Votre brouillon");
        assertThat(apply(erun, computed.basis(plan).sessionsPrint()).getRedirectedUrl())
                .endsWith("/pourquoi");
        assertThat(now(session.line())).isEqualTo(session);
        assertThat(visitor.page(cpc, path).text()).contains("Votre brouillon");
        visitor.as(cpc, post("/plans/" + plan + "/brouillon/" + session.line() + "/retirer"));
        assertThat(visitor.page(cpc, path).text()).doesNotContain("Votre brouillon");
    }

    /** What was only thought of is never shown as the plan's. */
    @Test
    void saysWhatThePlanSaysAndWhatTheDraftSays() throws Exception {
        String before = visitor.page(cpc, path)
                .select("main p:contains(Le plan dit) strong")
                .text();
        assertThat(before).contains(String.valueOf(session.day().getDayOfMonth()));
        thought(cpc, session);
        Document page = visitor.page(cpc, path);
        assertThat(page.select("main p:contains(Le plan dit) strong").get(0).text())
                .isEqualTo(before);
        assertThat(page.select("main p:contains(Le plan dit)").text()).contains("Votre brouillon dit : ");
        assertThat(page.select("main p:contains(Le plan dit) strong").get(1).text())
                .isNotEqualTo(before);
        assertThat(page.text()).contains("sont comparés à votre brouillon");
        assertThat(visitor.page(made.circo().erun(), path).text()).doesNotContain("Votre brouillon dit");
    }

    /** Told once, with all whom it is about. */
    @Test
    void oneExplanationIsToldOnce() throws Exception {
        for (int school = 0; school < 4; school++) {
            ground.answered(made, made.school(school), "{\"formats\": \"VISIO\"}");
        }
        Document page = visitor.page(cpc, "/plans/" + plan + "/pourquoi");
        String text = page.select("section[aria-labelledby=souhaits]").text();
        assertThat(text.split("Le format de ce module est fixé au catalogue", -1))
                .as(text)
                .hasSize(2);
        assertThat(page.select("section[aria-labelledby=souhaits] summary").text())
                .contains("de 4 écoles : à distance");
        assertThat(page.select("section[aria-labelledby=souhaits] details li a"))
                .hasSizeGreaterThan(4);
    }

    /** Two schools that wished to meet: where they could, why they do not, and what it would take. */
    @Test
    void saysWhyTwoSchoolsNeverMeet() throws Exception {
        ground.answered(made, made.school(0), "{\"withSchools\": \"" + made.school(2) + "\"}");
        assertThat(wishes()).contains("être formée avec", "ne sont pas dans la même vague (1 et 2)");

        ground.answered(made, made.school(1), "{\"withSchools\": \"" + made.school(0) + "\"}");
        assertThat(wishes().split("être formée avec", -1))
                .as("they meet already")
                .hasSize(2);
        for (PlannedSession each : plans.sessions(plan)) {
            if (each.schoolUais().contains(made.school(1)) && each.schoolUais().contains(made.school(0))) {
                apart(each);
            }
        }
        assertThat(wishes())
                .contains(
                        "C'est possible, toutes les sessions restant où elles sont : ",
                        "rejoindrait la session de la ligne ",
                        "Ce que cela change : ",
                        "1 vœu de partenaire de plus est suivi");
        var sizes =
                jdbc.sql("SELECT code, group_size FROM training_module").query().listOfRows();
        try {
            jdbc.sql("UPDATE training_module SET group_size = 1").update();
            assertThat(wishes())
                    .contains("fois, ", "Il suffirait de ", " de plus : ", "rejoindrait la session de la ligne ");
        } finally {
            sizes.forEach(row -> jdbc.sql("UPDATE training_module SET group_size = ? WHERE code = ?")
                    .params(row.get("GROUP_SIZE"), row.get("CODE"))
                    .update());
        }
    }

    /** The second school goes to a session of its own, the next day, at the same hour. */
    private void apart(PlannedSession both) {
        String uai = made.school(1);
        int people = both.seats().get(uai);
        jdbc.sql("""
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                trainer_kind, trainer_agent_id, profiles, expected)
                SELECT plan_id, line + 100, phase, vague_rank, module_code, DATEADD(DAY, 7, held_on), starts_at, minutes, place, format, capacity,
                trainer_kind, trainer_agent_id, profiles, CAST(? AS INTEGER) FROM planned_session WHERE id = ?""").params(people, both.id()).update();
        jdbc.sql(
                        "UPDATE planned_session_school SET planned_session = (SELECT id FROM planned_session WHERE plan_id = ? AND line = ?) WHERE planned_session = ? AND school_uai = ?")
                .params(plan, both.line() + 100, both.id(), uai)
                .update();
        jdbc.sql("UPDATE planned_session SET expected = expected - ? WHERE id = ?")
                .params(people, both.id())
                .update();
    }

    private String wishes() throws Exception {
        return visitor.page(cpc, "/plans/" + plan + "/pourquoi")
                .select("section[aria-labelledby=souhaits]")
                .text()
                .replaceAll("[\\s\\p{Z}]+", " ");
    }

    /** Two people, the same session: the first one wins, the other is told and keeps his draft. */
    @Test
    void whoComesSecondIsToldAndLosesNothing() throws Exception {
        Agent erun = made.circo().erun();
        thought(cpc, session);
        thought(erun, session);
        String seen = computed.basis(plan).sessionsPrint();
        apply(cpc, seen);
        PlannedSession first = now(session.line());
        assertThat(apply(erun, seen).getRedirectedUrl()).endsWith("/pourquoi");
        assertThat(now(session.line())).isEqualTo(first);
        assertThat(visitor.page(erun, "/plans/" + plan + "/pourquoi").text()).contains("Votre brouillon");
    }

    /** At the same instant: one of them is told. */
    @Test
    void oneOfTwoWhoApplyAtOnceIsTold() throws Exception {
        Agent erun = made.circo().erun();
        thought(cpc, session);
        thought(erun, session);
        String seen = computed.basis(plan).sessionsPrint();
        var together = new CyclicBarrier(2);
        var hands = Executors.newFixedThreadPool(2);
        try {
            List<String> led = new ArrayList<>();
            for (Future<String> one : hands.invokeAll(List.<Callable<String>>of(
                    () -> appliesAt(together, cpc, seen), () -> appliesAt(together, erun, seen)))) {
                led.add(one.get());
            }
            assertThat(led).containsExactlyInAnyOrder("/plans/" + plan, "/plans/" + plan + "/pourquoi");
        } finally {
            hands.shutdownNow();
        }
        assertThat(now(session.line())).isNotEqualTo(session);
    }

    private String appliesAt(CyclicBarrier together, Agent who, String seen) throws Exception {
        together.await();
        return apply(who, seen).getRedirectedUrl();
    }

    /** What it says of free seats can be done where it says it: by whoever works on the plan, for its own schools. */
    @Test
    void joinsThoseWithoutASeatToTheSessionThatHasSome() throws Exception {
        PlannedSession meant = plans.sessions(plan).stream()
                .filter(each -> each.moduleCode().equals("PRES-ECOLE"))
                .filter(each -> each.seats().size() > 1)
                .findFirst()
                .orElseThrow();
        String uai = meant.seats().keySet().iterator().next();
        String edit = "/plans/" + plan + "/modifier/" + meant.line() + "/ecoles";
        Document form = visitor.page(cpc, edit);
        assertThat(form.select("input[name=ecoles]")).hasSize(2);
        assertThat(visitor.as(
                                cpc,
                                post(edit)
                                        .param(
                                                "vu",
                                                form.select("input[name=vu]").val())
                                        .param("ecoles", uai)
                                        .param("personnes", "<i>3"))
                        .getContentAsString())
                .contains("Indiquez pour chaque école un nombre de personnes")
                .doesNotContain("<i>3");
        visitor.as(
                cpc,
                post(edit)
                        .param("vu", form.select("input[name=vu]").val())
                        .param("ecoles", uai)
                        .param("personnes", "0"));
        assertThat(now(meant.line()).seats()).doesNotContainKey(uai);
        assertThat(visitor.as(
                                cpc,
                                post(edit)
                                        .param(
                                                "vu",
                                                form.select("input[name=vu]").val())
                                        .param("ecoles", uai)
                                        .param("personnes", "1"))
                        .getContentAsString())
                .as("what the page showed is no more, in words")
                .contains("personnes attendues")
                .doesNotContain("{" + uai, uai + "=");
        assertThat(visitor.as(cpc, post(edit).param("ecoles", uai).param("personnes", ""))
                        .getContentAsString())
                .as("nothing was said")
                .contains("Indiquez pour chaque école un nombre de personnes");

        Document why = visitor.page(cpc, "/plans/" + plan + "/pourquoi");
        Element button = why.select("form[action$=/pourquoi/" + meant.line() + "/rejoindre]")
                .first();
        assertThat(button.text()).contains("Les joindre à la session de la ligne " + meant.line());
        assertThat(visitor.page(cpc, "/plans/" + plan + "/moyens").text())
                .contains("une session de ce module a encore des places")
                .doesNotContain("trop peu de personnes");

        visitor.as(
                cpc,
                post(button.attr("action"))
                        .param("ecoles", button.select("input[name=ecoles]").val()));
        assertThat(now(meant.line()).seats()).isEqualTo(meant.seats());
        assertThat(visitor.page(cpc, "/plans/" + plan + "/pourquoi").text()).doesNotContain("Les joindre");
    }

    @Test
    void refusesAWayThatIsNone() throws Exception {
        Change sunday = new Change(
                session.line(), session.day().with(DayOfWeek.SUNDAY), session.start(), null, session.place());
        assertThat(visitor.refused(cpc, thinking(session, sunday.written()))).contains("ne peut plus se tenir ainsi");
        assertThat(think(cpc, session, "<b>&").getContentAsString()).contains("Choisissez une des façons");
        assertThat(visitor.page(cpc, path).text()).doesNotContain("Votre brouillon");
        assertThat(now(session.line())).isEqualTo(session);
    }

    /** A wish nobody can follow names what hinders it, and what would free it. */
    @Test
    void namesWhatHindersAWish() throws Exception {
        ground.answered(
                made, session.schoolUais().iterator().next(), "{\"slots\": \"JOURNEE_DECHARGE\", \"travel\": \"0\"}");
        String page = visitor.page(cpc, "/plans/" + plan + "/pourquoi").text();
        assertThat(page).contains("Souhaits des écoles", "le jour de décharge", "les écoles ont classe");
    }

    /** Whoever lost a session is told where there is room, never an empty page. */
    @Test
    void saysWhoHasNoSeatAndWhy() throws Exception {
        String places = "section[aria-labelledby=places]";
        assertThat(visitor.page(cpc, "/plans/" + plan + "/pourquoi")
                        .select(places)
                        .text())
                .doesNotContain("Une session de plus est possible");
        editing.remove(plan, session.line(), seen -> {});
        Document page = visitor.page(cpc, "/plans/" + plan + "/pourquoi");
        assertThat(page.select(places).text()).containsAnyOf("Une session de plus est possible", "il reste des places");
        String one = visitor.page(
                        cpc, "/plans/" + plan + "/pourquoi/" + session.vagueRank() + "/" + session.moduleCode())
                .text();
        assertThat(one).contains("personnes sans place");
    }

    private PlannedSession another() {
        return computed.basis(plan).sessions().stream()
                .filter(each -> each.line() != session.line() && each.vagueRank() != null && !each.isForParents())
                .findFirst()
                .orElseThrow();
    }

    private PlannedSession now(int line) {
        return computed.basis(plan).sessions().stream()
                .filter(each -> each.line() == line)
                .findFirst()
                .orElseThrow();
    }

    /** Puts the first offer into a draft. */
    private Change thought(Agent who, PlannedSession about) throws Exception {
        String change = visitor.page(who, "/plans/" + plan + "/autrement/" + about.line())
                .select("li.offer [name=change]")
                .get(0)
                .val();
        assertThat(think(who, about, change).getRedirectedUrl()).endsWith("/autrement/" + about.line());
        return Change.read(change).orElseThrow();
    }

    private MockHttpServletResponse think(Agent who, PlannedSession about, String change) throws Exception {
        return visitor.as(who, thinking(about, change));
    }

    private MockHttpServletRequestBuilder thinking(PlannedSession about, String change) {
        return post("/plans/" + plan + "/autrement/" + about.line()).param("change", change);
    }

    private static String seen(Document page) {
        return page.select("section[aria-labelledby=brouillon] [name=vu]").val();
    }

    private MockHttpServletResponse apply(Agent who, String seen) throws Exception {
        return visitor.as(who, post("/plans/" + plan + "/brouillon").param("vu", seen));
    }
}
