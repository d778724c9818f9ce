package fr.forment.alternative;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.Visitor;
import fr.forment.document.ApprovalText;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who has no seat, and whose hours are missing: every page, paper and form of one plan says the same numbers, and never
 * counts a parent or pupil.
 */
@HouseTest
class OneCountTest {

    private static final Pattern IN_ALL = Pattern.compile("En tout : (\\d+) personnes? sans place");
    private static final Pattern OF_ONE = Pattern.compile(" : (\\d+) personnes? sans place");
    private static final Pattern ALERT =
            Pattern.compile("» : (\\d+) personnes? (?:sans place|reste(?:nt)? à former après)");

    private static final Pattern WITHOUT_HOURS = Pattern.compile("(\\d+) personnes? n[^ ]{1,8}(?:a|ont) plus assez d");
    private static final Pattern MORE = Pattern.compile("Avec ces heures, (\\d+) personnes? de plus aurai");
    private static final Pattern AMOUNT = Pattern.compile("manque (?:de )?\\d+ (?:h|min)(?: \\d+)?");
    private static final String GROUPS = "section[aria-labelledby=places] summary";

    @Autowired
    PlanningGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    PlanEditingService editing;

    @Autowired
    ApprovalText approval;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private Agent cpc;
    private long plan;

    @BeforeEach
    void calculate() {
        made = ground.projectWithNeeds();
        cpc = made.circo().cpc();
        need(made, made.school(0), "PRES-PARENTS", "PARENT", 885);
        need(made, made.school(1), "PEDA-2", "ENSEIGNANT", 2);
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        assertThat(plans.sessions(plan)).anyMatch(PlannedSession::isForParents);
    }

    @Test
    void theSameOnEveryPagePaperAndForm() throws Exception {
        plans.sessions(plan).stream().filter(PlannedSession::isForParents).forEach(this::remove);
        remove(first("PRES-ECOLE"));
        remove(first("PRES-CADRES"));
        jdbc.sql("UPDATE vague_school SET state = 'RETIREE' WHERE school_uai = ?")
                .param(made.school(3))
                .update();
        jdbc.sql("UPDATE school SET state = 'FERME' WHERE uai = ?")
                .param(made.school(1))
                .update();
        Document page = visitor.page(cpc, "/plans/" + plan);
        int said = inAll(page);
        assertThat(said).as("who lost a session, or is of a school that closed").isBetween(6, 60);

        assertThat(cells(page)).as("table of the plan").isEqualTo(said);
        Document why = visitor.page(cpc, "/plans/" + plan + "/pourquoi");
        assertThat(inAll(why)).as("why").isEqualTo(said);
        assertThat(sum(OF_ONE, why.select(GROUPS).text())).as("groups of why").isEqualTo(said);
        assertThat(why.select(GROUPS).text()).contains("écoles fermées", "équipe de circonscription", "vague 1");
        assertThat(why.select("section[aria-labelledby=places] li").eachText())
                .allSatisfy(told -> assertThat(told).isNotBlank());
        String whys = told(why.select("section[aria-labelledby=places]"));
        int tired = sum(WITHOUT_HOURS, whys);
        assertThat(tired).as("directors who follow a module of their own").isBetween(1, said);
        assertThat(whys).as("as much as each lacks, of those it is said of").contains("manque");
        assertThat(MORE.matcher(whys).results().mapToInt(more -> Integer.parseInt(more.group(1))))
                .as("whom these hours would free")
                .isNotEmpty()
                .allSatisfy(freed -> assertThat(freed).isLessThanOrEqualTo(said));
        Document means = visitor.page(cpc, "/plans/" + plan + "/moyens");
        assertThat(inAll(means)).as("means").isEqualTo(said);
        assertThat(sum(OF_ONE, means.select("#manques ~ details.fold").text()))
                .as("modules of the means")
                .isEqualTo(said);
        String shortages = told(means.select("#manques ~ details.fold"));
        assertThat(sum(WITHOUT_HOURS, shortages)).as("hours in the means").isEqualTo(tired);
        assertThat(sum(WITHOUT_HOURS, told(means.select("#nonplaces"))))
                .as("hours school by school")
                .isEqualTo(tired);
        assertThat(amounts(shortages)).as("what each lacks").isEqualTo(amounts(whys));
        String form =
                approval.of(plans.find(plan).orElseThrow()).get("planShortages").toString();
        assertThat(sum(IN_ALL, form)).as("form of the IEN").isEqualTo(said);
        assertThat(sum(WITHOUT_HOURS, form)).as("hours in the form").isEqualTo(tired);
        assertThatPdf(taken("/plans/" + plan + "/plan.pdf")).says("En tout : " + said + " personnes sans place");
        assertThat(rows(taken("/plans/" + plan + "/plan.xlsx"))).as("workbook").isEqualTo(said);
        assertThat(rows(taken("/plans/" + plan + "/plan.xlsx"), WITHOUT_HOURS))
                .as("hours in the workbook")
                .isEqualTo(tired);
    }

    /** Nobody is warned of parents, and what a change of a session says is the count of the page. */
    @Test
    void parentsWithoutAMeetingAreNobodyWithoutASeat() throws Exception {
        int before = inAll(visitor.page(cpc, "/plans/" + plan));
        plans.sessions(plan).stream().filter(PlannedSession::isForParents).forEach(this::remove);
        Document page = visitor.page(cpc, "/plans/" + plan);
        assertThat(inAll(page)).isEqualTo(before);
        assertThat(page.text()
                        + visitor.page(cpc, "/plans/" + plan + "/pourquoi").text()
                        + visitor.page(cpc, "/plans/" + plan + "/moyens").text())
                .doesNotContain("885 personnes");
    }

    @Test
    void theAlertsOfThePlanSayThemToo() throws Exception {
        remove(first("PRES-ECOLE"));
        remove(first("PRES-CADRES"));
        Document page = visitor.page(cpc, "/plans/" + plan);
        assertThat(sum(ALERT, page.select("section[aria-labelledby=alertes]").text()))
                .isEqualTo(inAll(page));
    }

    private PlannedSession first(String module) {
        return plans.sessions(plan).stream()
                .filter(each -> each.moduleCode().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private void remove(PlannedSession session) {
        editing.remove(plan, session.line(), seen -> {});
    }

    private static int inAll(Document page) {
        String told = page.select("p.missing").text();
        return told.startsWith("Chaque personne") || told.isEmpty() ? 0 : sum(IN_ALL, told);
    }

    /** « 3 / 5 » leaves two. */
    private static int cells(Document page) {
        return page.select("section[aria-labelledby=couverture] td").stream()
                .map(Element::text)
                .flatMap(
                        cell -> Pattern.compile("(\\d+) / (\\d+)").matcher(cell).results())
                .mapToInt(cell -> Math.max(0, Integer.parseInt(cell.group(2)) - Integer.parseInt(cell.group(1))))
                .sum();
    }

    private static int sum(Pattern numbers, String text) {
        return numbers.matcher(text.replaceAll("[\\s\\p{Z}]+", " "))
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static String told(Elements some) {
        return some.text().replaceAll("[\\s\\p{Z}]+", " ");
    }

    private static Set<String> amounts(String text) {
        return AMOUNT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** In the last column, why. */
    private static int rows(byte[] workbook, Pattern numbers) throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.findSheet("Besoins sans place").orElseThrow().read().stream()
                    .skip(1)
                    .mapToInt(row -> sum(numbers, row.getCell(5).getText()))
                    .sum();
        }
    }

    private static int rows(byte[] workbook) throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.findSheet("Besoins sans place").orElseThrow().read().stream()
                    .skip(1)
                    .mapToInt(row -> row.getCell(4).asNumber().intValue())
                    .sum();
        }
    }

    private byte[] taken(String path) throws Exception {
        return visitor.as(cpc, get(path)).getContentAsByteArray();
    }

    private void need(PlanningGround.Case made, String place, String module, String profile, int people) {
        jdbc.sql("""
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, people, already_trained, wish)
                SELECT id, CAST(? AS VARCHAR(8)), CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(30)), CAST(? AS INTEGER), 0, '' FROM campaign WHERE project_id = ?""").params(place, module, profile, people, made.number()).update();
    }
}
