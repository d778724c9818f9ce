package fr.forment.attack.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.Visitor;
import fr.forment.campaign.CampaignDraft;
import fr.forment.campaign.CampaignDraftService;
import fr.forment.campaign.Perimeter;
import fr.forment.engine.ProcessDriver;
import fr.forment.evaluation.QuestionnaireKind;
import fr.forment.evaluation.QuestionnaireService;
import fr.forment.people.Agent;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.release.MaterialService;
import fr.forment.release.Materials;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A form of several fields, open in two tabs: the second is refused, its answer shows what now stands wherever nobody
 * typed, and sent once more it undoes nothing of the first.
 */
@Tag("attack")
@HouseTest
class TwoTabsTest {

    @Autowired
    Visitor visitor;

    @Autowired
    PlanningGround ground;

    @Autowired
    CampaignDraftService drafts;

    @Autowired
    PlanService plans;

    @Autowired
    Plans read;

    @Autowired
    ProcessDriver driver;

    @Autowired
    QuestionnaireService questionnaires;

    @Autowired
    MaterialService materials;

    @Autowired
    Materials kept;

    private Agent first;
    private Agent second;

    @Test
    void weights() throws Exception {
        String path = "/plans/" + plan() + "/ce-qui-compte";
        Document end = twoTabs(
                path,
                "form:has(input[name=poids.PRECOCITE])",
                form -> type(form, "poids.PRECOCITE", "77"),
                form -> type(form, "poids.REMPLACEMENT", "33"));
        assertThat(value(end, "poids.PRECOCITE")).isEqualTo("77");
        assertThat(value(end, "poids.REMPLACEMENT")).isEqualTo("33");
    }

    @Test
    void prices() throws Exception {
        String path = "/plans/" + plan() + "/moyens";
        Document end = twoTabs(path, "form:has(input[name=HEURE_EN])", form -> type(form, "HEURE_EN", "45"), form -> {
            type(form, "intitule", "Visio");
            type(form, "quantite", "2");
            type(form, "prix", "12,30");
        });
        assertThat(value(end, "HEURE_EN")).isEqualTo("45,00");
        assertThat(value(end, "intitule")).isEqualTo("Visio");
        assertThat(value(end, "prix")).isEqualTo("12,30");
    }

    @Test
    void numbersOfGaia() throws Exception {
        String path = "/plans/" + plan() + "/moyens";
        Document end = twoTabs(
                path,
                "form[action$=/paf]",
                form -> form.select("input[name=dispositif]").first().val("26D0350123"),
                form -> form.select("input[name=numero]").last().val("70125"));
        assertThat(end.select("form[action$=/paf] input[name=dispositif]")
                        .first()
                        .val())
                .isEqualTo("26D0350123");
        assertThat(end.select("form[action$=/paf] input[name=numero]").last().val())
                .isEqualTo("70125");
    }

    @Test
    void lineOfAPlan() throws Exception {
        long plan = plan();
        PlannedSession line = read.sessions(plan).stream()
                .filter(each -> each.vagueRank() != null)
                .findFirst()
                .orElseThrow();
        String start = line.start().plusMinutes(5).toString();
        String capacity = String.valueOf(line.capacity() + 1);
        Document end = twoTabs(
                "/plans/" + plan + "/modifier/" + line.line(),
                "form:has(input[name=capacity])",
                form -> type(form, "capacity", capacity),
                form -> type(form, "start", start));
        assertThat(value(end, "capacity")).isEqualTo(capacity);
        assertThat(value(end, "start")).isEqualTo(start);
    }

    @Test
    void campaignNotYetOpen() throws Exception {
        Document end = twoTabs(
                campaign() + "/modification",
                "form:has(input[name=seuil])",
                form -> type(form, "seuil", "65"),
                form -> type(form, "titre", "Autre titre"));
        assertThat(value(end, "seuil")).isEqualTo("65");
        assertThat(value(end, "titre")).isEqualTo("Autre titre");
    }

    @Test
    void questionsOfACampaign() throws Exception {
        Document end = twoTabs(
                campaign() + "/questionnaire",
                "form:has([name=texte1])",
                form -> {
                    type(form, "texte1", "Le mercredi convient ?");
                    form.select("input[name=section][value=C]").removeAttr("checked");
                },
                form -> form.select("input[name=section][value=D]").removeAttr("checked"));
        assertThat(value(end, "texte1")).isEqualTo("Le mercredi convient ?");
        assertThat(end.select("input[name=section][checked]").eachAttr("value"))
                .doesNotContain("C", "D")
                .contains("E");
    }

    @Test
    void questionOfAQuestionnaire() throws Exception {
        var circo = ground.projectWithNeeds().circo();
        first = circo.cpc();
        second = circo.ien();
        questionnaires.begin(circo.uai(), QuestionnaireKind.HOT);
        String form = "form:has(input[name=code][value=usefulness]):has(input[name=libelle])";
        Document end = twoTabs(
                "/questionnaires/" + circo.uai(),
                form,
                one -> {
                    type(one, "libelle", "Utile pour ma classe");
                    one.selectFirst("input[name=sens]").attr("checked", "");
                },
                other -> {
                    type(other, "quatre", "vraiment");
                    other.selectFirst("input[name=sens]").attr("checked", "");
                });
        assertThat(value(end.selectFirst(form), "libelle")).isEqualTo("Utile pour ma classe");
        assertThat(value(end.selectFirst(form), "quatre")).isEqualTo("vraiment");
    }

    @Test
    void sheetOfAMaterial() throws Exception {
        Document end = twoTabs(
                material(),
                "form[action$=/fiche]",
                form -> form.select("input[name=reserve]").attr("checked", ""),
                form -> type(form, "title", "Autre titre"));
        assertThat(value(end, "title")).isEqualTo("Autre titre");
        assertThat(end.select("input[name=reserve][checked]"))
                .as("reserved by the first")
                .hasSize(1);
    }

    @Test
    void aMaterialReadAgain() throws Exception {
        String path = material();
        twoTabs(path, "form[action$=/revu]", form -> {}, form -> {});
        assertThat(kept.find(Long.parseLong(path.substring("/supports/".length())))
                        .orElseThrow()
                        .number())
                .isEqualTo(3);
    }

    @Test
    void moduleOfTheCatalogue() throws Exception {
        var circo = ground.projectWithNeeds().circo();
        first = circo.ien();
        second = circo.ien();
        Document end = twoTabs(
                "/catalogue/COMM",
                "form:has(input[name=groupSize])",
                form -> type(form, "groupSize", "17"),
                form -> type(form, "durationMinutes", "75"));
        assertThat(value(end, "groupSize")).isEqualTo("17");
        assertThat(value(end, "durationMinutes")).isEqualTo("75");
    }

    /** @return the page after the second tab was refused and sent again as it came back */
    private Document twoTabs(String path, String form, Consumer<Element> one, Consumer<Element> other)
            throws Exception {
        Element early = visitor.page(first, path).selectFirst(form);
        Element late = visitor.page(second, path).selectFirst(form);
        one.accept(early);
        assertThat(sent(first, path, early).getStatus()).isEqualTo(302);
        other.accept(late);
        MockHttpServletResponse refused = sent(second, path, late);
        Document answer = Jsoup.parse(refused.getContentAsString());
        assertThat(answer.select(".notice.bad").text()).contains("Quelqu'un a changé cela");
        MockHttpServletResponse again = sent(second, path, answer.selectFirst(form));
        assertThat(again.getStatus())
                .as(
                        "sent again as it came back: %s",
                        Jsoup.parse(again.getContentAsString())
                                .select(".notice.bad")
                                .text())
                .isEqualTo(302);
        return visitor.page(second, path);
    }

    /** As a browser sends it: no box that is not ticked, of a choice what is chosen. */
    private MockHttpServletResponse sent(Agent who, String path, Element form) throws Exception {
        MockHttpServletRequestBuilder request = post(form.attr("action").isEmpty() ? path : form.attr("action"));
        form.select("input[name]:not([type=checkbox]):not([type=radio]), input[checked]")
                .forEach(field -> request.param(field.attr("name"), field.val()));
        form.select("textarea[name]").forEach(field -> request.param(field.attr("name"), field.val()));
        form.select("select[name]").forEach(field -> {
            Element chosen = field.selectFirst("option[selected]");
            request.param(field.attr("name"), (chosen == null ? field.selectFirst("option") : chosen).val());
        });
        return visitor.as(who, request);
    }

    private static void type(Element form, String name, String value) {
        form.select("[name=" + name + "]").first().val(value);
    }

    private static String value(Element page, String name) {
        return page.select("[name=" + name + "]").first().val();
    }

    private long plan() {
        PlanningGround.Case made = ground.projectWithNeeds();
        first = made.circo().cpc();
        second = made.circo().erun();
        long plan = plans.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        return plan;
    }

    private String material() {
        var circo = ground.projectWithNeeds().circo();
        first = circo.ien();
        second = circo.erun();
        return "/supports/"
                + materials.add(circo.uai(), "COMM", "Guide", "Armoire").id();
    }

    private String campaign() {
        var circo = ground.projectWithNeeds().circo();
        first = circo.cpc();
        second = circo.ien();
        return "/besoins/"
                + drafts.prepare(new CampaignDraft(
                        "Enquête d'essai",
                        new Perimeter(Perimeter.Kind.CIRCONSCRIPTION, List.of(circo.uai())),
                        LocalDate.of(2027, 1, 5),
                        LocalDate.of(2027, 1, 29),
                        50));
    }
}
