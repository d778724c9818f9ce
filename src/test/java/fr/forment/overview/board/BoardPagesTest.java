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
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Circonscriptions;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A figure is the number of lines of its list and of its export, for one circonscription and for all. */
@HouseTest
class BoardPagesTest {

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
    Board board;

    @Autowired
    TrainedPeople trained;

    @Autowired
    HoursGiven hours;

    @Autowired
    Circonscriptions territory;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void muchGoesWrong() {
        circo = ground.circonscription(4);
        campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 25), 50);
        driver.travelTo(LocalDate.of(2026, 9, 2));
        TrainingSession session = some.session(circo, 10, 5);
        some.enrol(session, circo.teachers().get(0));
        driver.travelTo(LocalDate.of(2026, 11, 9));
        jdbc.sql(
                        "UPDATE vague SET opens_on = DATE '2026-10-01', state = 'FORMATION' WHERE project_id IN (SELECT id FROM project WHERE circonscription_uai = ?)")
                .param(circo.uai())
                .update();
    }

    @Test
    void whoHasATrainingToRenewIsListedByDateWithTheWayToAPlace() throws Exception {
        String code = "Z-" + circo.uai();
        jdbc.sql("""
                INSERT INTO training_module (version, code, rubric, level, position, title, trainer_kind, responsible_body, nature, format, duration_minutes, group_size, validity_months, active)
                SELECT 0, ?, rubric, 1, 99, 'À reprendre', trainer_kind, responsible_body, nature, format, duration_minutes, group_size, 12, TRUE FROM training_module WHERE code = 'PRES-ECOLE'""").param(code).update();
        LocalDate[] days = {
            LocalDate.of(2026, 8, 31), // until the end of August 2027
            LocalDate.of(2026, 9, 1), // counts on the last day of the school year
            LocalDate.of(2025, 10, 7) // over already
        };
        for (int n = 0; n < days.length; n++) {
            jdbc.sql(
                            "INSERT INTO training_record (agent_id, module_code, trained_on, source) VALUES (?, ?, ?, 'essai')")
                    .params(circo.teachers().get(n).id(), code, days[n])
                    .update();
        }
        try {
            Document list = visitor.page(circo.erun(), "/tableau/renouveler");
            assertThat(list.select("main tbody td.when").eachText()).containsExactly("07/10/2026", "31/08/2027");
            assertThat(list.select("main tbody td[data-label=Personne]").eachText())
                    .containsExactly(
                            circo.teachers().get(2).fullName(),
                            circo.teachers().get(0).fullName());
            assertThat(list.select("main tbody a").eachAttr("href"))
                    .containsOnly("/attentes/" + circo.uai() + "/" + code);
            assertThat(list.select("main tbody").text()).contains("aucune inscription");
            assertThat(visitor.page(circo.erun(), "/previsions").text())
                    .doesNotContain("personnes en 2026-2027")
                    .contains("D'où vient la valeur");
        } finally {
            jdbc.sql("DELETE FROM training_record WHERE module_code = ?")
                    .param(code)
                    .update();
            jdbc.sql("DELETE FROM training_module WHERE code = ?").param(code).update();
        }
    }

    @Test
    void aFigureIsItsListIsItsExport() throws Exception {
        Document page = visitor.page(circo.erun(), "/tableau");
        Map<BoardQuestion, Map<String, Integer>> counts = board.counts(List.of(circo.uai()));
        assertThat(page.select("ol.questions").text()).contains("aucun plan n'est encore approuvé");
        int shown = 0;
        for (BoardQuestion each : BoardQuestion.values()) {
            Element card = page.selectFirst("main ul > li:has(a[href='/tableau/" + each.path() + "'])");
            int figure = each.isAlert()
                    ? Integer.parseInt(card.select(".figure, b.none").text())
                    : Integer.parseInt(page.selectFirst("ol.questions a[href='/tableau/" + each.path() + "'] + span")
                            .text()
                            .replaceAll("\\D", ""));
            assertThat(counts.get(each).getOrDefault(circo.uai(), 0))
                    .as(each.name())
                    .isEqualTo(figure);
            Document list = visitor.page(circo.erun(), "/tableau/" + each.path());
            assertThat(list.select("main tbody tr")).as(each.name()).hasSize(Math.min(50, figure));
            String sheet = visitor.as(circo.erun(), get("/tableau/" + each.path() + ".csv"))
                    .getContentAsString();
            assertThat(sheet.lines().count() - 1).as(each.name()).isEqualTo(figure);
            shown += figure > 0 ? 1 : 0;
        }
        assertThat(shown).as("questions with something to count").isGreaterThanOrEqualTo(4);
        assertThat(visitor.page(circo.erun(), "/tableau/directions")
                        .select("main tbody td[data-label=Personne]")
                        .eachText())
                .as("each person once")
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(visitor.page(circo.erun(), "/tableau/directions")
                        .select("main tbody td[data-label=Précision]")
                        .eachText())
                .as("by name")
                .allSatisfy(detail -> assertThat(detail).contains("Usage administratif", " ; "));
        Document openings = visitor.page(circo.erun(), "/tableau/ouvertures");
        assertThat(openings.select("main tbody td[data-label=Précision]").eachText())
                .as("what is missing now and on whom it waits, also of schools whose gate nobody has tried")
                .hasSize(4)
                .allSatisfy(detail -> assertThat(detail)
                        .contains("la charte n'est pas signée (Direction de l'école)")
                        .contains("(Collectivité)"));
        assertThat(visitor.page(circo.ien(), "/").select("ul.figures a").eachAttr("href"))
                .contains("/tableau/ouvertures", "/tableau/directions");
        assertThat(visitor.page(circo.teachers().get(0), "/").select("ul.figures a"))
                .isEmpty();
    }

    /** The step that notes a silence writes an empty report: nobody said anything. */
    @Test
    void silenceIsNoAnswer() throws Exception {
        List<Long> open = jdbc.sql("""
                SELECT p.id FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN project j ON j.id = v.project_id
                 WHERE j.circonscription_uai = ? ORDER BY p.id""").param(circo.uai()).query(Long.class).list();
        assertThat(open).hasSize(4);
        for (int n = 0; n < open.size(); n++) {
            jdbc.sql("UPDATE vague_school SET state = 'EN_SERVICE', opened_on = DATE '2026-09-21' WHERE id = ?")
                    .param(open.get(n))
                    .update();
            if (n < 3) {
                jdbc.sql(
                                "INSERT INTO use_report (vague_school_id, days_after, reported_on, active_classes, parent_accounts) VALUES (?, 30, DATE '2026-11-04', ?, ?)")
                        .params(open.get(n), n == 0 ? null : 3, n == 0 ? null : 60)
                        .update();
            }
        }
        Map<BoardQuestion, Map<String, Integer>> counts = board.counts(List.of(circo.uai()));
        assertThat(counts.get(BoardQuestion.RAPPORTS)).containsEntry(circo.uai(), 2);
        assertThat(counts.get(BoardQuestion.USAGES))
                .as("one has said nothing in time, one has not been heard yet")
                .containsEntry(circo.uai(), 2);
        assertThat(visitor.page(circo.erun(), "/tableau/rapports").select("main tbody tr"))
                .hasSize(2)
                .noneSatisfy(row -> assertThat(row.text()).contains("– classes"));
        assertThat(visitor.page(circo.erun(), "/tableau/usages").select("main tbody tr"))
                .hasSize(2);
        assertThat(visitor.page(circo.erun(), "/tableau")
                        .select("ol.questions li:has(a[href=/tableau/rapports])")
                        .text())
                .contains("2 retours ;")
                .endsWith("2 retours sans réponse");
    }

    /** A vague that waits for the one before it: its day goes by like any other's, and every page says so. */
    @Test
    void aVagueThatHasNotBegunIsLateToo() throws Exception {
        jdbc.sql(
                        "UPDATE vague SET state = 'PREPARATION' WHERE project_id IN (SELECT id FROM project WHERE circonscription_uai = ?)")
                .param(circo.uai())
                .update();
        assertThat(board.counts(List.of(circo.uai())).get(BoardQuestion.OUVERTURES))
                .containsEntry(circo.uai(), 4);
        assertThat(visitor.page(circo.erun(), "/tableau/ouvertures")
                        .select("main tbody td[data-label=Précision]")
                        .eachText())
                .hasSize(4)
                .allSatisfy(detail -> assertThat(detail).startsWith("la vague n'a pas commencé : "));
        assertThat(visitor.page(circo.erun(), "/tableau/directions").select("main tbody tr"))
                .as("nobody is to be trained for a vague that has not begun")
                .isEmpty();
        assertThat(visitor.page(circo.erun(), "/retards").select("main").text())
                .contains("Jour d'ouverture prévu passé")
                .contains("4 écoles attendent");
        assertThat(visitor.page(circo.ien(), "/").select("p.notice.warn").text())
                .contains("Vague 1")
                .contains("ouverture prévue le 1er octobre 2026, ce jour est passé. Elle attend : ")
                .contains("4 écoles attendent.");
        assertThat(visitor.page(circo.ien(), "/").select("p.notice.warn a[href$=/vagues/1/blocages#ouverture]"))
                .hasSize(1);
        assertThat(visitor.page(circo.teachers().get(0), "/").text()).doesNotContain("écoles attendent");
    }

    @Test
    void nobodySeesTheBoardOfOthers() throws Exception {
        Circo elsewhere = ground.circonscription(1);
        assertThat(visitor.as(elsewhere.erun(), get(URI.create("/tableau/ouvertures?circonscription=" + circo.uai())))
                        .getStatus())
                .isEqualTo(404);
        for (var stranger :
                List.of(circo.teachers().get(0), circo.dsi(), circo.directors().get(0))) {
            assertThat(visitor.as(stranger, get("/tableau")).getStatus()).isEqualTo(403);
        }
        assertThat(visitor.as(circo.erun(), get("/tableau/inconnu")).getStatus())
                .isEqualTo(404);
        assertThat(visitor.page(elsewhere.erun(), "/tableau/ouvertures").text())
                .contains("Ouvertures en retard : rien à ce jour.");
    }

    @Test
    void peopleTrainedAddUpFromTheSchools() throws Exception {
        String uai = circo.schools().get(0);
        String other = circo.schools().get(1);
        long project = jdbc.sql("SELECT MAX(id) FROM project WHERE circonscription_uai = ?")
                .param(circo.uai())
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO training_plan (version, project_id, root_id, series, number, kind, state, created_on, opened_on, seed) VALUES (0, ?, NULL, 1, 1, 'INITIAL', 'APPROUVE', DATE '2026-10-01', DATE '2026-10-01', 1)")
                .param(project)
                .update();
        long plan =
                jdbc.sql("SELECT MAX(id) FROM training_plan").query(Long.class).single();
        for (Object[] need :
                new Object[][] {{uai, "PRES-ECOLE", 5}, {other, "PRES-ECOLE", 3}, {circo.uai(), "ADM-ERUN", 1}}) {
            jdbc.sql(
                            "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) VALUES (?, ?, ?, 'ENSEIGNANT', ?)")
                    .params(plan, need[0], need[1], need[2])
                    .update();
        }
        jdbc.sql(
                        "INSERT INTO training_record (agent_id, module_code, trained_on, source) VALUES (?, 'PRES-ECOLE', DATE '2026-10-02', 'SESSION')")
                .param(circo.teachers().get(0).id())
                .update();
        jdbc.sql(
                        "INSERT INTO training_record (agent_id, module_code, trained_on, source) VALUES (?, 'ADM-ERUN', DATE '2026-11-01', 'SESSION')")
                .param(circo.erun().id())
                .update();
        assertThat(trained.of(List.of(circo.uai())))
                .as("a circonscription's own people count too")
                .anySatisfy(cell -> {
                    assertThat(cell.module()).isEqualTo("ADM-ERUN");
                    assertThat(cell.trained()).isEqualTo(1);
                    assertThat(cell.before()).isZero();
                });
        assertThat(visitor.page(circo.erun(), "/tableau/formees/ADM-ERUN")
                        .select("main tbody th")
                        .text())
                .startsWith("Équipe de circonscription (Essai");
        Trained whole = trained.of(List.of(circo.uai())).get(1);
        assertThat(whole.needed()).isEqualTo(8);
        assertThat(whole.trained()).isEqualTo(1);
        assertThat(whole.before()).isEqualTo(1);
        assertThat(trained.bySchool("PRES-ECOLE", List.of(circo.uai())).stream()
                        .mapToInt(Trained::trained)
                        .sum())
                .isEqualTo(whole.trained());
        Element row =
                visitor.page(circo.erun(), "/tableau").selectFirst("tr:has(a[href='/tableau/formees/PRES-ECOLE'])");
        assertThat(row.select("td").eachText()).containsExactly("8", "1", "12 %", "1");
        Document page = visitor.page(circo.erun(), "/tableau/formees/PRES-ECOLE");
        assertThat(page.text()).contains("8 personnes prévues, 1 formée.");
        assertThat(page.select("main tbody tr")).hasSize(2);
        Document map = visitor.page(circo.erun(), "/tableau/formees");
        assertThat(map.select("svg.heatmap rect ~ text").eachText())
                .as("what is drawn is in the table")
                .containsAll(map.select("table.heat tbody td").eachText())
                .hasSize(2);
        assertThat(map.select("svg.heatmap rect.heat0")).hasSize(1);
        assertThat(map.select("main a").eachAttr("href"))
                .contains("/tableau/formees.csv", "/tableau/formees/PRES-ECOLE");
    }

    /** A CPD belongs to no circonscription: what she follows counts where she follows it. */
    @Test
    void whoeverWorksForTheWholeDepartementCountsWhereSheWasTrained() throws Exception {
        Agent adviser = ground.agent(NewAgent.inDepartement(
                "Cépédé", "Alix", "cpd." + circo.uai() + "@exemple.invalid", AgentFunction.CPD, "035"));
        TrainingSession session = some.session(circo, LocalDateTime.of(2026, 12, 2, 14, 0), 10, 1);
        some.enrol(session, adviser);
        jdbc.sql(
                        "INSERT INTO training_plan (version, project_id, root_id, series, number, kind, state, created_on, opened_on, seed) SELECT 0, MAX(id), NULL, 1, 1, 'INITIAL', 'APPROUVE', DATE '2026-10-01', DATE '2026-10-01', 1 FROM project WHERE circonscription_uai = ?")
                .param(circo.uai())
                .update();
        jdbc.sql(
                        "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) SELECT MAX(id), ?, 'PRES-ECOLE', 'CPD', 1 FROM training_plan")
                .param(circo.uai())
                .update();
        int planned = minutes();
        assertThat(planned).as("hours that wait for her and for the teacher").isPositive();
        assertThat(trained.of(List.of(circo.uai())))
                .extracting(Trained::trained)
                .containsExactly(0);
        jdbc.sql(
                        "INSERT INTO training_record (agent_id, module_code, trained_on, source) VALUES (?, 'PRES-ECOLE', DATE '2026-11-02', 'SESSION')")
                .param(adviser.id())
                .update();

        assertThat(trained.of(List.of(circo.uai())))
                .extracting(Trained::trained)
                .containsExactly(1);
        Circo elsewhere = ground.circonscription(1);
        assertThat(trained.of(List.of(elsewhere.uai()))).isEmpty();
        assertThat(visitor.page(adviser, "/tableau")
                        .select("section[aria-labelledby=zones] td[data-label='Ce qui attend']")
                        .eachText())
                .as("every figure of every circonscription, in one column")
                .anySatisfy(told -> assertThat(told).contains("4 ouvertures en retard ; "));
        assertThat(visitor.page(adviser, "/tableau")
                        .select("details:has(summary:contains(pas de plan approuvé)) a")
                        .eachAttr("href"))
                .as("which cannot be compared, and so never drift")
                .contains("/tableau?circonscription=" + elsewhere.uai())
                .doesNotContain("/tableau?circonscription=" + circo.uai());
        jdbc.sql("DELETE FROM hours_entry WHERE agent_id = ?")
                .param(adviser.id())
                .update();
        assertThat(minutes()).as("hers were among them").isLessThan(planned);
    }

    private int minutes() {
        return hours.of(List.of(territory.find(circo.uai()).orElseThrow())).totals().stream()
                .mapToInt(BoardFigures.Total::sum)
                .sum();
    }
}
