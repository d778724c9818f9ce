package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.time.DayOfWeek;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.UriComponentsBuilder;

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
    ProcessDriver driver;

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
                .contains("Pourquoi cette session", "qui n'ont pas encore suivi ce module", "il faut d'abord");
        assertThat(page.select("ul.plain li")).hasSize(SessionAlternatives.OFFERED);
        assertThat(page.select("ul.plain li .hint")).allSatisfy(price -> assertThat(price.text())
                .matches(".*(de plus|de moins|sans rien changer d'autre).*"));
        assertThat(page.text()).doesNotContain("Votre brouillon", session.moduleCode());
    }

    @Test
    void nothingChangesBeforeItIsApplied() throws Exception {
        String change = firstOffer(visitor.page(cpc, path));
        Document draft = visitor.page(cpc, with(change));
        assertThat(draft.select("section[aria-labelledby=brouillon] li")).hasSize(1);
        assertThat(now()).isEqualTo(session);

        MockHttpServletResponse answer = apply(change, draft.select("[name=vu]").val());
        assertThat(answer.getRedirectedUrl()).isEqualTo("/plans/" + plan);
        Change made = Change.read(change).orElseThrow();
        assertThat(now().startsAt()).isEqualTo(made.day().atTime(made.start()));
        assertThat(now().place()).isEqualTo(made.place());
        assertThat(now().trainerAgentId()).isEqualTo(made.trainerId());
        assertThat(plans.pinned(plan)).contains(session.line());
        assertThat(visitor.page(cpc, "/plans/" + plan).text()).contains("Changements appliqués");
    }

    @Test
    void severalChangesAddUpAndEachIsLookedAtWithTheOthers() throws Exception {
        String first = firstOffer(visitor.page(cpc, path));
        PlannedSession other = computed.basis(plan).sessions().stream()
                .filter(each -> each.line() != session.line() && each.vagueRank() != null && !each.isForParents())
                .findFirst()
                .orElseThrow();
        String second = "/plans/" + plan + "/autrement/" + other.line();
        Document page = visitor.page(cpc, with(second, first));
        Element offer = page.select("ul.plain li form").get(0);
        assertThat(offer.select("[name=change]").eachAttr("value")).hasSize(2).startsWith(first);
        assertThat(page.select("section[aria-labelledby=brouillon] li")).hasSize(1);
    }

    @Test
    void refusesWhatSomebodyElseHasOvertakenAndKeepsWhatWasThought() throws Exception {
        Document page = visitor.page(cpc, path);
        String change = firstOffer(page);
        MockHttpServletResponse late = apply(change, "anything");
        assertThat(Jsoup.parse(late.getContentAsString()).text())
                .contains("Quelqu'un a modifié des sessions", "Votre brouillon");
        assertThat(now()).isEqualTo(session);
    }

    @Test
    void refusesAWayThatIsNone() throws Exception {
        String seen = computed.basis(plan).sessionsPrint();
        String sunday = new Change(
                        session.line(), session.day().with(DayOfWeek.SUNDAY), session.start(), null, session.place())
                .written();
        assertThat(apply(sunday, seen).getContentAsString()).contains("ne peut plus se tenir ainsi");
        assertThat(apply("<b>&", seen).getContentAsString()).contains("Choisissez d");
        assertThat(now()).isEqualTo(session);
    }

    private PlannedSession now() {
        return computed.basis(plan).sessions().stream()
                .filter(each -> each.line() == session.line())
                .findFirst()
                .orElseThrow();
    }

    private static String firstOffer(Document page) {
        return page.select("ul.plain li form [name=change]").last() == null
                ? ""
                : page.select("ul.plain li form")
                        .get(0)
                        .select("[name=change]")
                        .last()
                        .val();
    }

    private String with(String change) {
        return with(path, change);
    }

    private static String with(String where, String change) {
        return UriComponentsBuilder.fromPath(where)
                .queryParam("change", "{change}")
                .encode()
                .buildAndExpand(change)
                .toUriString();
    }

    private MockHttpServletResponse apply(String change, String seen) throws Exception {
        return visitor.as(cpc, post(path).param("change", change).param("vu", seen));
    }
}
