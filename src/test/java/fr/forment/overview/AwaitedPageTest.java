package fr.forment.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All that waits in a circonscription: body, function, person where the reader sees people, since when. */
@HouseTest
class AwaitedPageTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    Statements statements;

    private Circo circo;
    private Project project;

    @BeforeEach
    void aVagueWhoseSchoolsAreAsked() {
        circo = ground.circonscription(2);
        stages.trainTrainers(circo);
        project = stages.created(circo, 1);
        stages.begin(project);
    }

    @Test
    void everyLineNamesABodyAFunctionAndSinceWhen() throws Exception {
        Document page = visitor.page(circo.ien(), path());
        assertThat(rows(page)).hasSizeGreaterThanOrEqualTo(4).allSatisfy(row -> {
            assertThat(cell(row, "On attend")).isNotBlank();
            assertThat(cell(row, "Depuis le")).isNotEqualTo("–");
        });
        assertThat(line(page, "Confirmer l'entrée de l'école").text())
                .contains("La direction de l'école")
                .contains(circo.directors().get(0).fullName());
        assertThat(line(page, "Revoir le besoin").select("a").attr("href")).contains("?task=");
        assertThat(page.select("section[aria-labelledby=qui] table").text())
                .contains("Collectivité (porteur de projet) 1", "Fournisseur de l'ENT 0 0 –");
        assertThat(rows(visitor.page(circo.ien(), path() + "&de=COLLECTIVITE"))).hasSize(1);
        assertThat(visitor.page(circo.ien(), "/").select("a[href=/retards]")).isNotEmpty();
    }

    /** Asked once its trainers are ready, and still since then once a part is declared: two pages, one answer. */
    @Test
    void theCollectiviteIsAwaitedSinceItWasAskedOnBothPages() throws Exception {
        Circo later = ground.circonscription(2);
        Project its = stages.created(later, 1);
        LocalDate schoolsAsked = driver.now().toLocalDate();
        stages.begin(its);
        stages.trainTrainers(later);
        driver.travelTo(schoolsAsked.plusDays(9).atTime(9, 0));
        LocalDate asked = driver.now().toLocalDate();
        long vague = projects.vagues(its.id()).get(0).id();
        ground.as(later.ien());
        driver.theCase("vague", vague)
                .completes("settleTrainers", Map.of("choice", "GO_ON", "motive", "Les formateurs arrivent"))
                .passed("engageSchools");
        driver.travelTo(asked.plusDays(5).atTime(9, 0));
        driver.theCase("technicalReadiness", vague)
                .completes(
                        "declareReady",
                        Map.of("accountsReady", List.of(later.schools().get(0))))
                .waitsAt("declareReady");
        for (String where :
                List.of("/retards?circonscription=" + later.uai(), "/projets/" + its.id() + "/vagues/1/blocages")) {
            assertThat(rows(visitor.page(later.ien(), where)).stream()
                            .filter(row -> cell(row, "On attend").contains("ollectivité"))
                            .map(row -> cell(row, "Depuis le")))
                    .as(where)
                    .isNotEmpty()
                    .containsOnly(asked.format(DAY));
        }
        assertThat(rows(visitor.page(later.ien(), "/projets/" + its.id() + "/vagues/1/blocages")).stream()
                        .filter(row -> row.text().contains("Entrée dans la vague à confirmer"))
                        .map(row -> cell(row, "Depuis le")))
                .containsOnly(schoolsAsked.format(DAY));
    }

    @Test
    void partnersSeeTheirDelaysAndWhoIsAwaitedByFunctionAlone() throws Exception {
        driver.travelTo(ProjectGround.FIRST_OPENING.plusDays(2).atTime(9, 0));
        for (Agent each : List.of(circo.dsi(), circo.supplier())) {
            Document page = visitor.page(each, "/retards");
            assertThat(page.text()).doesNotContain("rien en retard");
            assertThat(page.select("section[aria-labelledby=qui] table").text())
                    .contains("Collectivité (porteur de projet) 1 1");
            for (Agent other :
                    List.of(circo.directors().get(0), circo.teachers().get(0), circo.ien())) {
                assertThat(page.select("main").text())
                        .as("tasks are named as the model names them: their own names say whom they are about")
                        .doesNotContain(other.lastName());
            }
        }
        assertThat(line(visitor.page(circo.dsi(), "/retards"), "Déclarer comptes et réseau prêts")
                        .text())
                .contains("la collectivité", "en retard");
        assertThat(line(visitor.page(circo.dsi(), "/retards"), "Jour d'ouverture prévu passé")
                        .select("a")
                        .attr("href"))
                .as("what each school lacks")
                .endsWith("/vagues/1/blocages");
        assertThat(line(visitor.page(circo.dsi(), "/retards"), "Déclarer comptes et réseau prêts")
                        .select("a")
                        .attr("href"))
                .contains("?task=");
    }

    @Test
    void whoAnswersForManyReadsFirstWhereAnythingWaits() throws Exception {
        Circo quiet = ground.circonscription(1);
        Agent cpd = ground.agent(NewAgent.inDepartement(
                "Conseil" + circo.uai(), "Alix", circo.uai() + ".attend@exemple.invalid", AgentFunction.CPD, "035"));
        var read = statements.during(() -> visitor.page(cpd, "/retards"));
        assertThat(read.said()).as(read.told()).hasSizeLessThanOrEqualTo(12);
        Element busy = placeRow(read.answer(), circo);
        assertThat(busy.select("td[data-label='En attente']").text())
                .isEqualTo(
                        String.valueOf(rows(visitor.page(circo.ien(), path())).size()));
        assertThat(busy.select("td[data-label='En retard']").text()).isEqualTo("0");
        assertThat(busy.select("td[data-label='Depuis le']").text()).isNotEqualTo("–");
        assertThat(busy.select("td[data-label='On attend']").text())
                .contains("Collectivité (porteur de projet) : 1", "Éducation nationale : ");
        assertThat(busy.select("th a").attr("href")).isEqualTo(path());
        assertThat(placeRow(visitor.page(cpd, "/retards"), quiet).text()).endsWith("0 0 – –");
        driver.travelTo(ProjectGround.FIRST_OPENING.plusDays(2).atTime(9, 0));
        Document later = visitor.page(cpd, "/retards");
        assertThat(Integer.parseInt(placeRow(later, circo)
                        .select("td[data-label='En retard']")
                        .text()))
                .as("with the vague whose day has gone by, as the page of the circonscription counts")
                .isEqualTo(rows(visitor.page(circo.ien(), path())).stream()
                        .filter(row -> row.select(".tag.bad").size() > 0)
                        .count())
                .isPositive();
        assertThat(later.select("tbody tr")
                        .eachText()
                        .indexOf(placeRow(later, circo).text()))
                .isLessThan(later.select("tbody tr")
                        .eachText()
                        .indexOf(placeRow(later, quiet).text()));
        assertThat(visitor.page(cpd, path()).select("a[href=/retards]")).isNotEmpty();
        assertThat(visitor.page(circo.ien(), "/retards").select("section[aria-labelledby=points]"))
                .as("who has one is shown that one")
                .isNotEmpty();
    }

    private static Element placeRow(Document page, Circo place) {
        return page.select("tbody tr:has(a[href$=circonscription=" + place.uai() + "])")
                .first();
    }

    @Test
    void strangersSeeNothing() throws Exception {
        assertThat(visitor.as(circo.teachers().get(0), get(path())).getStatus()).isEqualTo(403);
        Circo elsewhere = ground.circonscription(1);
        assertThat(visitor.as(elsewhere.dsi(), get(path())).getStatus()).isEqualTo(404);
    }

    private String path() {
        return "/retards?circonscription=" + circo.uai();
    }

    private static List<Element> rows(Document page) {
        return page.select("section[aria-labelledby=points] tbody tr");
    }

    private static String cell(Element row, String label) {
        return row.select("td[data-label='" + label + "']").text();
    }

    private static Element line(Document page, String what) {
        return rows(page).stream()
                .filter(row -> row.select(".gap").text().contains(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        what + " is not on " + page.select("main").text()));
    }
}
