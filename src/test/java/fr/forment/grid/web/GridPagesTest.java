package fr.forment.grid.web;

import static fr.forment.campaign.NeedsGround.answerWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.catalogue.Profile;
import fr.forment.engine.ProcessDriver;
import fr.forment.grid.Grid;
import fr.forment.grid.GridLine;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.people.TrainingRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The pages and files around the grid: where figures come from, corrections, filters, priorities, homogeneity; and who
 * sees them.
 */
@HouseTest
class GridPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Visitor visitor;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    Grid needGrid;

    @Autowired
    TrainingRecords records;

    @Autowired
    TransactionTemplate transaction;

    TestGround.Circo circo;
    Campaign campaign;
    String grid;

    @BeforeEach
    void theGridIsToBeReviewed() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 50);
        driver.runDue();
        transaction.executeWithoutResult(
                status -> records.record(circo.teachers().get(2).id(), "PEDA-1", LocalDate.of(2026, 9, 1), "import"));
        ground.as(circo.directors().get(0));
        driver.theCase(
                        "needsSurvey",
                        campaigns.surveyOf(campaign, circo.schools().get(0)).id())
                .completes("answer", answerWith("constellation", 1));
        SecurityContextHolder.clearContext();
        driver.theCase("needsCampaign", campaign.id()).fires("deadlinePassed").waitsAt("reviewGrid");
        grid = "/besoins/" + campaign.id() + "/grille";
    }

    private GridLine line(int school) {
        return line(school, "PEDA-1");
    }

    private GridLine line(int school, String module) {
        return needGrid.lines(campaign.id()).stream()
                .filter(line -> line.schoolUai().equals(circo.schools().get(school))
                        && line.moduleCode().equals(module)
                        && line.profile() == Profile.ENSEIGNANT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTotalOpensTheAnswersItComesFrom() throws Exception {
        Document shown = visitor.page(circo.cpc(), grid);
        var peda = shown.select("caption:contains(Totaux) ~ tbody tr").stream()
                .filter(row -> row.text().contains("Usage pédagogique, niveau 1"))
                .findFirst()
                .orElseThrow();
        assertThat(peda.select("td").eachText())
                .as("2 asked, 3 estimated; 1 trained; 1 more would have no hours but only 2 of 3 are asked")
                .containsExactly("Enseignants", "5 · déclarées : 1 à découvrir, 1 débutent", "1", "0", "0", "4", "2");
        Document origin = visitor.page(circo.cpc(), peda.select("a").attr("href"));
        assertThat(origin.select("tbody tr")).hasSize(2);
        assertThat(origin.text()).contains("sans réponse : estimée", "École d'essai 1 (Commune-1)");
        assertThat(origin.select("tbody a[href^=/enquete/]")).hasSize(1);
        Document figure = visitor.page(circo.cpc(), grid + "/" + line(1).id());
        assertThat(figure.text())
                .contains(
                        "L'école n'a pas répondu",
                        "Déjà formées 1",
                        circo.teachers().get(2).fullName());
        assertThat(visitor.page(circo.cpc(), grid + "/" + line(0).id()).text())
                .contains("par " + circo.directors().get(0).fullName(), "En constellation +1", "Maître");
    }

    @Test
    void aDirectorSeesTheOwnLinesOnlyAndCorrectsNone() throws Exception {
        Agent director = circo.directors().get(0);
        Document own = visitor.page(director, grid + "/" + line(0).id());
        assertThat(own.select("form[action*=grille]")).isEmpty();
        assertThat(visitor.page(
                                director,
                                "/enquete/"
                                        + campaigns
                                                .surveyOf(
                                                        campaign,
                                                        circo.schools().get(0))
                                                .id())
                        .select("a[href^=" + grid + "]"))
                .isNotEmpty();
        assertThat(visitor.as(director, get(grid + "/" + line(1).id())).getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(
                                director,
                                post(grid + "/" + line(0).id())
                                        .param("version", "0")
                                        .param("personnes", "9")
                                        .param("motif", "m"))
                        .getStatus())
                .isEqualTo(403);
        Agent elsewhere = ground.circonscription(1).ien();
        for (Agent stranger : List.of(director, circo.teachers().get(0), circo.supplier(), elsewhere)) {
            for (String path : List.of(
                    grid,
                    grid + ".xlsx",
                    grid + ".csv",
                    grid + "/impression",
                    grid + "/origine?module=PEDA-1&public=ENSEIGNANT",
                    "/besoins/" + campaign.id() + "/priorites",
                    "/besoins/" + campaign.id() + "/homogeneite")) {
                var answer = visitor.as(stranger, get(path));
                assertThat(answer.getStatus()).as(path).isEqualTo(404);
                assertThat(answer.getContentAsString()).doesNotContain("École d'essai");
            }
            assertThat(visitor.as(stranger, post(grid + "/calcul")).getStatus()).isEqualTo(404);
        }
        for (Agent stranger : List.of(circo.teachers().get(0), elsewhere)) {
            assertThat(visitor.as(stranger, get(grid + "/" + line(0).id())).getStatus())
                    .isEqualTo(404);
        }
        assertThat(visitor.as(
                                circo.secretary(),
                                post(grid + "/" + line(0).id() + "/annuler").param("version", "0"))
                        .getStatus())
                .as("reads, does not correct")
                .isEqualTo(403);
        assertThat(visitor.as(circo.secretary(), post(grid + "/calcul")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void correctsUndoesAndTellsWhoComesSecond() throws Exception {
        String path = grid + "/" + line(1).id();
        var nothing = web.perform(post(path + "/maintenir")
                        .param("version", "0")
                        .with(SecurityMockMvcRequestPostProcessors.authentication(authentication(circo.cpc())))
                        .with(csrf()))
                .andReturn();
        assertThat(String.valueOf(nothing.getFlashMap().get("problem")))
                .contains("pas corrigé : il n'y a rien à maintenir");
        visitor.as(
                circo.cpc(),
                post(path).param("version", "0").param("personnes", "6").param("motif", "Deux arrivent"));
        Document second = Jsoup.parse(
                visitor.as(circo.erun(), get(path).flashAttr("x", "")).getContentAsString());
        assertThat(second.select("input[name=version]").first().val()).isEqualTo("1");
        var stale = web.perform(post(path)
                        .param("version", "0")
                        .param("personnes", "7")
                        .param("motif", "Je n'ai pas vu")
                        .with(SecurityMockMvcRequestPostProcessors.authentication(authentication(circo.erun())))
                        .with(csrf()))
                .andReturn();
        assertThat(String.valueOf(stale.getFlashMap().get("problem")))
                .contains(circo.cpc().fullName() + " a changé ce chiffre (2 → 6", "maintenant 6");
        assertThat(stale.getFlashMap().get("typedReason")).isEqualTo("Je n'ai pas vu");
        visitor.as(circo.erun(), post(path + "/annuler").param("version", "1"));
        assertThat(line(1).people()).isEqualTo(2);
        assertThat(visitor.page(circo.cpc(), path).text()).contains("2 → 6", "correction annulée", "6 → 2");
    }

    @Test
    void showsExportsAndPrintsOnlyWhatIsFiltered() throws Exception {
        String filter = "?secteur=commune%3ACommune-2&module=PEDA-1";
        Document shown = visitor.page(circo.ien(), grid + filter);
        assertThat(shown.select("details.card summary").eachText())
                .singleElement()
                .asString()
                .contains("École d'essai 2");
        assertThat(shown.select("a[href*=grille.xlsx]").attr("href"))
                .isEqualTo(grid + ".xlsx?secteur=commune%3ACommune-2&module=PEDA-1");
        assertThat(visitor.page(circo.ien(), grid + "?voir=estimees").select("details.card summary"))
                .hasSize(1);
        assertThat(visitor.page(circo.ien(), grid + "/impression" + filter)
                        .select("table.dense tbody tr")
                        .eachText())
                .containsExactly("École d'essai 2 (Commune-2) É 2 2");
        assertThat(visitor.as(circo.ien(), get(URI.create(grid + ".csv" + filter)))
                        .getContentAsString()
                        .lines())
                .hasSize(2);
        assertThat(rows(visitor.as(circo.ien(), get(URI.create(grid + ".xlsx" + filter))), 1))
                .hasSize(2);
    }

    @Test
    void exportsTypedNumbersOneSheetAView() throws Exception {
        String path = grid + "/" + line(1).id();
        visitor.as(
                circo.cpc(),
                post(path)
                        .param("version", "0")
                        .param("personnes", "6")
                        .param("motif", "=HYPERLINK(\"http://exemple.invalid\")"));
        var file = visitor.as(circo.cpc(), get(grid + ".xlsx"));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Grille", "Par école", "Déductions", "Écarts", "Corrections");
        }
        Row peda = rows(file, 0).stream()
                .filter(row -> row.getCellText(0).equals("PEDA-1"))
                .findFirst()
                .orElseThrow();
        assertThat(peda.getCell(8).getType()).isEqualTo(CellType.NUMBER);
        assertThat(peda.getCellText(8)).isEqualTo("8");
        assertThat(rows(file, 2))
                .anyMatch(row -> row.getCellText(0).equals(circo.schools().get(1))
                        && row.getCellText(5).equals("1"));
        assertThat(rows(file, 3))
                .anyMatch(row -> row.getCellText(3).equals("En constellation")
                        && row.getCellText(6).equals("1"));
        Row correction = rows(file, 4).get(1);
        assertThat(correction.getCell(10).getFormula()).isNull();
        assertThat(correction.getCellText(10)).startsWith("'=HYPERLINK");
        assertThat(correction.getCellText(5)).isEqualTo(circo.cpc().fullName());
    }

    @Test
    void showsInputsTableAndResultOfThePrioritiesSideBySide() throws Exception {
        Document shown = visitor.page(circo.ien(), "/besoins/" + campaign.id() + "/priorites");
        assertThat(shown.select("#regle-1").text()).contains("1 non 2 Sans réponse");
        assertThat(shown.select("caption:contains(Écoles, de la plus prioritaire) ~ tbody tr")
                        .eachText())
                .anyMatch(row -> row.contains("École d'essai 2") && row.contains("n° 1"))
                .anyMatch(row -> row.startsWith("1 École d'essai 1 (Commune-1) oui Suffisante non"));
        assertThat(visitor.page(circo.ien(), grid).select("a[href$=priorites]")).isNotEmpty();
        assertThat(visitor.as(circo.ien(), get("/projets/" + campaign.projectId() + "/priorites"))
                        .getRedirectedUrl())
                .isEqualTo("/besoins/" + campaign.id() + "/priorites");
        assertThat(visitor.as(circo.dsi(), get("/projets/" + campaign.projectId() + "/grille"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void comparesTheSectors() throws Exception {
        Document shown = visitor.page(circo.ien(), "/besoins/" + campaign.id() + "/homogeneite");
        assertThat(shown.select("tbody tr th").eachText()).containsExactly("Commune-1", "Commune-2", "Écart");
        int peda = shown.select("thead th").eachText().indexOf("Usage pédagogique, niveau 1");
        assertThat(shown.select("tbody tr").stream().map(row -> row.child(peda).text()))
                .containsExactly("0 %", "33 %", "33 points à rattraper : Commune-1");
    }

    /** The table stayed as the survey had found it. */
    @Test
    void followsWhoIsTrainedNow() throws Exception {
        transaction.executeWithoutResult(status -> List.of(
                        circo.teachers().get(0),
                        circo.teachers().get(1),
                        circo.directors().get(0))
                .forEach(agent -> records.record(agent.id(), "PEDA-1", LocalDate.of(2026, 10, 14), "session:1")));
        transaction.executeWithoutResult(status ->
                records.record(circo.directors().get(1).id(), "ADM-DIR", LocalDate.of(2026, 10, 14), "session:2"));
        assertThat(column("Usage pédagogique, niveau 1").subList(0, 2)).containsExactly("100 %", "33 %");
        assertThat(column("Usage administratif pour directeurs et administrateurs")
                        .subList(0, 2))
                .as("the direction, and one to administer")
                .containsExactly("0 %", "50 %");
        ground.agent(NewAgent.inSchool(
                "Arrivante",
                "Lou",
                "lou.arrivante@exemple.invalid",
                AgentFunction.ADJOINT,
                circo.schools().get(0)));
        assertThat(column("Usage pédagogique, niveau 1").get(0))
                .as("somebody came who is not trained")
                .isEqualTo("75 %");
    }

    private List<String> column(String module) throws Exception {
        Document shown = visitor.page(circo.ien(), "/besoins/" + campaign.id() + "/homogeneite");
        int at = shown.select("thead th").eachText().indexOf(module);
        return shown.select("tbody tr").stream()
                .map(row -> row.child(at).text())
                .toList();
    }

    private Authentication authentication(Agent agent) {
        ground.as(agent);
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return who;
    }

    private static List<Row> rows(MockHttpServletResponse file, int sheet) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            return workbook.getSheet(sheet).orElseThrow().read();
        }
    }

    @Test
    void saysThatMissingHoursTakeNobodyOutOfWhatComesBeforeTheOpening() throws Exception {
        assertThat(visitor.page(circo.cpc(), grid + "/" + line(0).id())
                        .select("section.card")
                        .text())
                .contains("Sans heures pour ce module");
        Document before =
                visitor.page(circo.cpc(), grid + "/" + line(0, "PRES-ECOLE").id());
        assertThat(before.select("section.card").text())
                .contains("Sans heures, à former quand même")
                .doesNotContain("pour ce module");
    }
}
