package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.Tokens;
import fr.forment.people.Agent;
import fr.forment.project.BilanDue;
import fr.forment.project.BilanService;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of one trainer is read by that trainer and the inspector; the team reads what several gave. */
@HouseTest
@Tag("attack")
class TrainerResultsTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    ProjectGround projectsGround;

    @Autowired
    Projects projects;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    BilanCompilationService bilans;

    @Autowired
    BilanService kept;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Project project;
    private List<Vague> vagues;
    private TrainingSession first;
    private TrainingSession second;

    @BeforeEach
    void twoSessionsOfTwoVaguesOfOneName() {
        circo = ground.circonscription(3);
        project = projectsGround.created(circo, 2);
        vagues = projects.vagues(project.id());
        assertThat(vagues).hasSizeGreaterThan(1);
        jdbc.sql("UPDATE vague SET title = 'Toutes' WHERE project_id = ?")
                .param(project.id())
                .update();
        first = held(vagues.get(0), circo.erun(), 1);
        second = held(vagues.get(1), circo.cpc(), 2);
        answer(first, 2);
        answer(second, 4);
    }

    private TrainingSession held(Vague vague, Agent trainer, int week) {
        TrainingSession session = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(week), 10, 2);
        jdbc.sql(
                        "UPDATE training_session SET project_id = ?, vague_id = ?, trainer_id = ?, state = 'CLOTUREE' WHERE id = ?")
                .params(project.id(), vague.id(), trainer.id(), session.id())
                .update();
        return session;
    }

    private void answer(TrainingSession session, int mark) {
        IntStream.range(0, 6).forEach(i -> {
            String token = Tokens.fresh();
            jdbc.sql(
                            "INSERT INTO evaluation_invitation (version_id, kind, session_id, agent_id, token_hash, expires_on) VALUES (1, 'HOT', ?, ?, ?, ?)")
                    .params(
                            session.id(),
                            circo.teachers().get(i).id(),
                            Tokens.fingerprint(token),
                            Date.valueOf(LocalDate.of(2027, 1, 31)))
                    .update();
            if (i < 5) {
                assertThat(evaluations.answer(
                                token,
                                Said.answer(
                                        mark, mark, mark, mark, mark, mark, 1, mark, null, null, null, null, null,
                                        null)))
                        .isEmpty();
            }
        });
    }

    private static String own(Agent trainer) {
        return "/formateurs/" + trainer.id() + "/evaluations";
    }

    @Test
    void theTrainerIsLedThereFromHisPageAndHisSession() throws Exception {
        String link = "main a[href='" + own(circo.erun()) + "']";
        assertThat(visitor.page(circo.erun(), "/moi").select(link)).hasSize(1);
        assertThat(visitor.page(circo.erun(), "/sessions/" + first.id()).select(link))
                .hasSize(1);
        String any = "main a[href$=/evaluations][href^=/formateurs]";
        assertThat(visitor.page(circo.erun(), "/sessions/" + second.id()).select(any))
                .as("somebody else gave it")
                .isEmpty();
        assertThat(visitor.page(circo.teachers().get(0), "/moi").select(any)).isEmpty();
    }

    @Test
    void theTrainerAndTheInspectorReadItAndNobodyElse() throws Exception {
        for (Agent reader : List.of(circo.erun(), circo.ien())) {
            assertThat(visitor.page(reader, own(circo.erun()))
                            .select(".figure")
                            .first()
                            .text())
                    .as(reader.fullName())
                    .isEqualTo("2,0 / 4");
        }
        assertThat(visitor.page(circo.cpc(), own(circo.cpc()))
                        .select(".figure")
                        .first()
                        .text())
                .isEqualTo("4,0 / 4");
        Circo elsewhere = ground.circonscription(1);
        for (Agent stranger : List.of(
                circo.cpc(),
                circo.secretary(),
                circo.dsi(),
                circo.supplier(),
                circo.directors().get(0),
                circo.teachers().get(0),
                elsewhere.ien(),
                elsewhere.erun())) {
            assertThat(visitor.as(stranger, get(own(circo.erun()))).getStatus())
                    .as(stranger.function().label())
                    .isIn(403, 404);
        }
    }

    /** Somebody who trained in two circonscriptions is read by each inspector for what was held there. */
    @Test
    void anInspectorReadsWhatWasHeldThere() throws Exception {
        Circo elsewhere = ground.circonscription(1);
        jdbc.sql("UPDATE training_session SET circonscription_uai = ? WHERE id = ?")
                .params(elsewhere.uai(), first.id())
                .update();
        jdbc.sql("UPDATE training_session SET trainer_id = ? WHERE id = ?")
                .params(circo.erun().id(), second.id())
                .update();
        assertThat(visitor.page(elsewhere.ien(), own(circo.erun()))
                        .select(".figure")
                        .first()
                        .text())
                .isEqualTo("2,0 / 4");
        assertThat(visitor.page(circo.ien(), own(circo.erun()))
                        .select(".figure")
                        .first()
                        .text())
                .isEqualTo("4,0 / 4");
        assertThat(visitor.page(circo.erun(), own(circo.erun()))
                        .select(".figure")
                        .first()
                        .text())
                .isEqualTo("3,0 / 4");
    }

    @Test
    void theTeamReadsNoMeanOfASession() throws Exception {
        String path = "/projets/" + project.id() + "/evaluations";
        for (Agent member : List.of(circo.cpc(), circo.erun(), circo.secretary())) {
            assertThat(table(member, path, "Par session").text())
                    .as(member.function().label())
                    .contains("5 réponses sur 6")
                    .doesNotContain("Satisfaction", "2,0", "4,0");
            assertThat(visitor.page(member, path).select("a[href^=/formateurs]"))
                    .isEmpty();
        }
        assertThat(table(circo.ien(), path, "Par session").text()).contains("Satisfaction", "2,0", "4,0");
        assertThat(visitor.page(circo.ien(), path)
                        .select("a[href^=/formateurs]")
                        .eachAttr("href"))
                .containsExactlyInAnyOrder(own(circo.erun()), own(circo.cpc()));
    }

    private List<String> rows(Agent reader, String caption) throws Exception {
        return table(reader, evaluations(), caption).select("tbody tr").eachText();
    }

    private String evaluations() {
        return "/projets/" + project.id() + "/evaluations";
    }

    private String whole(Agent reader) throws Exception {
        return visitor.page(reader, evaluations()).select(".figure").first().text();
    }

    @Test
    void twoVaguesOfOneNameStayTwo() throws Exception {
        assertThat(rows(circo.ien(), "Par vague"))
                .hasSize(2)
                .anyMatch(row -> row.startsWith("Toutes (vague 1)") && row.contains("2,0"))
                .anyMatch(row -> row.startsWith("Toutes (vague 2)") && row.contains("4,0"));
    }

    /** By where people met; what one trainer's subtraction would tell stays back there too. */
    @Test
    void eachZoneIsReadByItself() throws Exception {
        jdbc.sql("UPDATE training_session SET place = ? WHERE id = ?")
                .params("Mairie, Zone-Les-Bains", second.id())
                .update();
        assertThat(rows(circo.ien(), "Par zone"))
                .hasSize(2)
                .anyMatch(row -> row.startsWith("Zone-Les-Bains") && row.contains("4,0"))
                .anyMatch(row -> !row.startsWith("Zone-Les-Bains") && row.contains("2,0"));
        assertThat(rows(circo.secretary(), "Par zone")).hasSize(2).allMatch(row -> row.contains("non montrée"));
    }

    /** A vague that one person led tells of that person; of two who led a module each would read the other's. */
    @Test
    void aGroupOfTooFewTrainersTellsTheTeamNoMean() throws Exception {
        assertThat(rows(circo.secretary(), "Par vague"))
                .hasSize(2)
                .allMatch(row -> row.contains("5 réponses sur 6") && row.contains("non montrée"))
                .noneMatch(row -> row.contains("2,0") || row.contains("4,0"));
        assertThat(whole(circo.secretary()))
                .as("two trained, the reader is neither")
                .isEqualTo("3,0 / 4");
        for (Agent one : List.of(circo.erun(), circo.cpc())) {
            assertThat(whole(one)).as("would subtract the own").isEqualTo("—");
            assertThat(visitor.page(one, evaluations()).text()).contains("trop peu de personnes");
        }
        assertThat(rows(circo.erun(), "Par vague"))
                .as("the own vague, and not that of the other")
                .anyMatch(row -> row.startsWith("Toutes (vague 1)") && row.contains("2,0"))
                .noneMatch(row -> row.contains("4,0"));
        answer(held(vagues.get(0), circo.ien(), 3), 3);
        for (Agent one : List.of(circo.erun(), circo.cpc(), circo.secretary())) {
            assertThat(whole(one)).as("three trained").isEqualTo("3,0 / 4");
        }
    }

    /** What stays back may not come out when what is shown is subtracted from the whole. */
    @Test
    void nothingIsLeftToSubtract() throws Exception {
        answer(held(vagues.get(0), circo.ien(), 3), 3);
        assertThat(rows(circo.secretary(), "Par vague"))
                .as("the first was led by two, the second by one: whole less first is one")
                .allMatch(row -> row.contains("non montrée"));
        assertThat(whole(circo.secretary())).isEqualTo("3,0 / 4");
    }

    @Test
    void whoStoodInCountsAsWhoGave() throws Exception {
        jdbc.sql("UPDATE training_session SET trainer_id = ? WHERE id = ?")
                .params(circo.erun().id(), second.id())
                .update();
        assertThat(whole(circo.secretary())).as("one trained").isEqualTo("—");
        jdbc.sql("INSERT INTO half_day (session_id, position, starts_at, ends_at, trainer_id)"
                        + " SELECT id, 1, starts_at, ends_at, ? FROM training_session WHERE id = ?")
                .params(circo.cpc().id(), second.id())
                .update();
        assertThat(whole(circo.secretary())).as("another stood in").isEqualTo("3,0 / 4");
        assertThat(visitor.page(circo.cpc(), own(circo.cpc()))
                        .select(".figure")
                        .first()
                        .text())
                .as("read by who gave it")
                .isEqualTo("4,0 / 4");
        assertThat(visitor.page(circo.erun(), own(circo.erun()))
                        .select(".figure")
                        .first()
                        .text())
                .isEqualTo("2,0 / 4");
    }

    @Test
    void theBilanAndTheBoardTellTheTeamNoMeanOfFew() throws Exception {
        bilans.compile(new BilanDue(project.id(), null));
        bilans.compile(new BilanDue(project.id(), vagues.get(0).id()));
        String bilan = "/projets/" + project.id();
        for (String path : List.of(bilan + "/bilan", bilan + "/vagues/1/bilan")) {
            assertThat(visitor.page(circo.ien(), path).text()).contains("satisfaction moyenne");
            assertThat(kept.find(project.id(), null).orElseThrow().summary())
                    .as("what everybody reads with the task")
                    .noneMatch(said -> said.contains("atisfaction"));
            for (Agent one : List.of(circo.erun(), circo.secretary(), circo.cpc())) {
                assertThat(visitor.page(one, path).text())
                        .as(one.function().label() + path)
                        .contains("Moyennes non montrées ici")
                        .doesNotContain("satisfaction moyenne", "La satisfaction est basse", "sur 4 (");
            }
        }
        String board = "/tableau/chiffres/satisfaction";
        assertThat(visitor.page(circo.ien(), board).text()).contains("Satisfaction moyenne : 3");
        assertThat(visitor.page(circo.erun(), board).text())
                .contains("Trop peu de personnes ont donné ces sessions")
                .doesNotContain("Satisfaction moyenne");
    }

    @Test
    void whoWasAskedIsCountedByFunction() throws Exception {
        assertThat(table(circo.cpc(), "/projets/" + project.id() + "/evaluations", "Personnes interrogées")
                        .select("tbody tr")
                        .eachText())
                .containsExactly(circo.teachers().get(0).function().label() + " 12 0");
    }

    private Element table(Agent reader, String path, String caption) throws Exception {
        return visitor.page(reader, path).select("table").stream()
                .filter(table -> table.select("caption").text().startsWith(caption))
                .findFirst()
                .orElseThrow();
    }
}
