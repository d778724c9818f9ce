package fr.forment.overview.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a département asks is answered two clicks from its first page, and each sum is that of its list and of its
 * export.
 */
@HouseTest
class TenQuestionsTest {

    private static final int SHOWN = 50;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    SessionGround some;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    List<BoardFigures.Source> sources;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void muchIsUnderWay() {
        circo = ground.circonscription(4);
        long campaign = campaigns
                .campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 25), 50)
                .id();
        driver.travelTo(LocalDate.of(2026, 9, 2));
        jdbc.sql("""
                INSERT INTO survey_answer (survey_id, answered_at, late, answers)
                SELECT id, CURRENT_TIMESTAMP, FALSE, '{}' FROM survey WHERE campaign_id = ? ORDER BY id FETCH FIRST 2 ROWS ONLY""").param(campaign).update();
        TrainingSession coming = some.session(circo, 10, 1);
        some.enrol(coming, circo.teachers().get(0));
        some.enrol(coming, circo.teachers().get(1));
        TrainingSession held = some.session(circo, LocalDate.of(2026, 9, 9).atTime(14, 0), 10, 1);
        Enrolment one = some.enrol(held, circo.teachers().get(2));
        jdbc.sql("UPDATE training_session SET state = 'CLOTUREE' WHERE id = ?")
                .param(held.id())
                .update();
        jdbc.sql("UPDATE hours_entry SET state = 'DONE' WHERE source_key = ?")
                .param("enrolment:" + one.id())
                .update();
        jdbc.sql(
                        "INSERT INTO evaluation_invitation (version_id, kind, session_id, agent_id, token_hash, expires_on, used) VALUES (1, 'HOT', ?, ?, ?, DATE '2026-10-01', FALSE)")
                .params(held.id(), circo.teachers().get(2).id(), "essai" + held.id())
                .update();
    }

    /** Everything a sum adds up stands in its list, and the export has the same lines, of one place and of all. */
    @Test
    void aSumIsItsListIsItsExport() throws Exception {
        List<String> empty = new ArrayList<>();
        for (BoardFigures.Source source : sources) {
            String path = "/tableau/chiffres/" + source.path();
            Document page = visitor.page(circo.erun(), path);
            List<Element> lines = new ArrayList<>(listed(circo.erun(), path));
            List<List<String>> sheet = sheet(circo.erun(), path);
            assertThat(lines).as(source.path()).hasSameSizeAs(sheet);
            List<Element> sums = page.select("ul[aria-label=Sommes] li");
            for (Element sum : sums) {
                int figure = number(sum.selectFirst("b").text());
                int column = source.columns().indexOf(sum.selectFirst("span").text());
                assertThat(lines.stream()
                                .mapToInt(line -> number(line.select("td").get(column)))
                                .sum())
                        .as(source.path() + ", list, column " + column)
                        .isEqualTo(figure);
                assertThat(sheet.stream()
                                .mapToInt(line -> number(line.get(column)))
                                .sum())
                        .as(source.path() + ", export, column " + column)
                        .isEqualTo(figure);
            }
            if (lines.isEmpty()) {
                empty.add(source.path());
            }
        }
        assertThat(empty).as("figures with nothing to add up").isEmpty();
    }

    @Test
    void whatIsDrawnIsInItsTable() throws Exception {
        for (String path : List.of("heures", "jours")) {
            Document page = visitor.page(circo.erun(), "/tableau/chiffres/" + path);
            List<String> drawn = page.select("svg.bars rect.bar:not(.second)").eachAttr("height");
            assertThat(page.select("details tbody tr"))
                    .as(path)
                    .hasSameSizeAs(drawn)
                    .isNotEmpty();
            assertThat(page.select("svg.bars title").text()).as(path).contains("tableau qui suit");
        }
        Document vagues = visitor.page(circo.erun(), "/tableau/chiffres/vagues");
        assertThat(vagues.select("svg.spans rect.bar"))
                .as("one bar a vague")
                .hasSameSizeAs(vagues.select("main table tbody tr"))
                .isNotEmpty()
                .allSatisfy(
                        bar -> assertThat(Double.parseDouble(bar.attr("width"))).isPositive());
        assertThat(vagues.select("svg.spans rect title").eachText())
                .allSatisfy(told -> assertThat(told).contains(" : du ", "ouverture le"));
        for (String path : List.of("/tableau", "/tableau/chiffres/entonnoir")) {
            assertThat(visitor.page(circo.erun(), path).select("svg.funnel rect.bar:not(.second)"))
                    .as(path)
                    .hasSize(6);
        }
    }

    /**
     * Three teachers of twelve have taken 90 minutes of the six hours; a training that is over and unmarked is not to
     * come.
     */
    @Test
    void whatIsLeftOfTheEighteenHoursIsSaidFunctionByFunction() throws Exception {
        Document page = visitor.page(circo.erun(), "/tableau/chiffres/reste");
        assertThat(page.select("main").text()).contains("Reste médian pour l'ENT : 6 h. Personne n'est au-delà");
        jdbc.sql("UPDATE hours_entry SET minutes = 400 WHERE agent_id = ? AND state = 'PLANNED'")
                .param(circo.teachers().get(0).id())
                .update();
        page = visitor.page(circo.erun(), "/tableau/chiffres/reste");
        assertThat(page.select("main").text()).contains("1 personne est au-delà de sa part");
        Element teachers = page.select("main table tbody tr").stream()
                .filter(row -> row.text().contains(AgentFunction.ADJOINT.label()))
                .findFirst()
                .orElseThrow();
        assertThat(number(teachers.select("td").get(2)))
                .isEqualTo(circo.teachers().size());
        assertThat(number(teachers.select("td").get(3))).as("followed").isEqualTo(90);
        assertThat(number(teachers.select("td").get(4))).as("planned").isEqualTo(400 + 90);
        assertThat(number(teachers.select("td").get(6))).as("due").isEqualTo(18 * 60);
        assertThat(teachers.select("td").get(6).text()).as("read in hours").isEqualTo("18 h");
        assertThat(number(teachers.select("td").get(8))).as("over").isEqualTo(1);

        jdbc.sql(
                        "UPDATE training_session SET starts_at = TIMESTAMP '2026-09-01 14:00:00' WHERE circonscription_uai = ? AND state <> 'CLOTUREE'")
                .param(circo.uai())
                .update();
        assertThat(visitor.page(circo.erun(), "/tableau/chiffres/heures")
                        .select("ul[aria-label=Sommes]")
                        .text())
                .contains("490 Minutes passées, à confirmer", "0 Minutes à venir");
    }

    /** From the first page: one click to the board, one to the answer. */
    @Test
    void eachQuestionIsTwoClicksAway() throws Exception {
        Agent adviser = ground.agent(NewAgent.inDepartement(
                "Conseil" + circo.uai(), "Alix", circo.uai() + ".dix@exemple.invalid", AgentFunction.CPD, "035"));
        Document first = visitor.page(adviser, "/");
        assertThat(first.select("ul.figures a"))
                .as("what demands attention, at once")
                .isNotEmpty();
        String board = first.selectFirst("main a[href=/tableau]").attr("href");
        Document page = visitor.page(adviser, board);
        List<Element> questions = page.select("ol.questions > li");
        assertThat(questions).hasSize(10);
        for (Element question : questions) {
            assertThat(question.select("a")).as(question.text()).isNotEmpty();
            for (String link : question.select("a").eachAttr("href")) {
                if (link.startsWith("#")) {
                    assertThat(page.getElementById(link.substring(1))).as(link).isNotNull();
                } else {
                    assertThat(visitor.as(adviser, get(URI.create(link))).getStatus())
                            .as(link)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void nobodySeesTheFiguresOfOthers() throws Exception {
        Circo elsewhere = ground.circonscription(1);
        for (BoardFigures.Source source : sources) {
            String path = "/tableau/chiffres/" + source.path();
            assertThat(visitor.as(elsewhere.erun(), get(URI.create(path + "?circonscription=" + circo.uai())))
                            .getStatus())
                    .as(path)
                    .isEqualTo(404);
            assertThat(visitor.as(circo.teachers().get(0), get(path)).getStatus())
                    .as(path)
                    .isEqualTo(403);
            assertThat(sheet(elsewhere.erun(), path).stream()
                            .flatMap(List::stream)
                            .filter(cell -> cell.contains(circo.uai())))
                    .as(path)
                    .isEmpty();
        }
        assertThat(visitor.as(circo.erun(), get("/tableau/chiffres/inconnu")).getStatus())
                .isEqualTo(404);
    }

    private List<Element> listed(Agent reader, String path) throws Exception {
        List<Element> lines = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<Element> some = visitor.page(reader, path + "?page=" + page)
                    .select("main div.wide > table:has(caption:contains(additionnent)) tbody tr");
            lines.addAll(some);
            if (some.size() < SHOWN) {
                return lines;
            }
        }
    }

    private List<List<String>> sheet(Agent reader, String path) throws Exception {
        return visitor.as(reader, get(path + ".csv"))
                .getContentAsString()
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.replace("\"", "").split(";", -1)))
                .toList();
    }

    /** A time is read in hours and adds up in minutes. */
    private static int number(Element cell) {
        Element time = cell.selectFirst("data");
        return number(time == null ? cell.text() : time.attr("value"));
    }

    private static int number(String text) {
        String digits = text.replaceAll("[^0-9-]", "");
        return digits.isEmpty() || digits.equals("-") ? 0 : Integer.parseInt(digits);
    }
}
