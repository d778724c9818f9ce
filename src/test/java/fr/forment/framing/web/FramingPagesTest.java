package fr.forment.framing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.framing.FramingDecisions;
import fr.forment.framing.FramingQuestion;
import fr.forment.people.Agent;
import fr.forment.plan.PlanningGround;
import fr.forment.project.BilanDue;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectService;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The fiche's questions on their page: answered by the team, decided by the IEN, nothing typed lost. */
@HouseTest
class FramingPagesTest {

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProjectService projects;

    @Autowired
    ProcessDriver driver;

    @Autowired
    FramingDecisions decisions;

    @Autowired
    PlanningGround planning;

    @Autowired
    NeedsGround needs;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Project project;

    @BeforeEach
    void aProject() {
        circo = ground.circonscription(1);
        project = stages.created(circo, 1);
    }

    @Test
    void allThirteenAreAskedInTheWordsOfTheFiche() throws Exception {
        Document fiche = Jsoup.parse(
                Path.of("src/main/resources/templates/catalogue/fiche.html").toFile());
        assertThat(fiche.select("li").eachText())
                .containsAll(Arrays.stream(FramingQuestion.values())
                        .map(FramingQuestion::wording)
                        .toList());
        Document page = visitor.page(circo.dsi(), path());
        assertThat(page.select("section.card")).hasSize(13);
        assertThat(page.select("section.card form"))
                .as("who only reads has nothing to fill in")
                .isEmpty();
        assertThat(decisions.unanswered(project.id()))
                .hasSize(13)
                .startsWith("Publics prioritaires : sans réponse")
                .endsWith("Formateurs : sans réponse");
    }

    @Test
    void whatWasSettledAtTheFramingStandsAboveTheQuestions() throws Exception {
        assertThat(visitor.page(circo.ien(), path()).select("#fixe")).isEmpty();
        driver.theCase("entProject", project.id()).completes("frame", stages.framing());
        assertThat(visitor.page(circo.ien(), path())
                        .select("section[aria-labelledby=fixe]")
                        .text())
                .contains("14 septembre 2026", "80", "signée avec la collectivité", "disponible (espace d");
    }

    @Test
    void theTeamAnswersAndTheIenDecides() throws Exception {
        for (Agent each : List.of(circo.erun(), circo.cpc())) {
            int version = each.equals(circo.erun()) ? 0 : 1;
            assertThat(visitor.as(each, answer(FramingQuestion.PAF, version, "Deux dispositifs"))
                            .getRedirectedUrl())
                    .isEqualTo(path() + "#PAF");
        }
        assertThat(decisions.unanswered(project.id())).contains("Lien avec le PAF : réponse proposée, à décider");
        assertThat(card(circo.ien(), "PAF").text())
                .contains("Proposée, à décider", "Deux dispositifs", "CPC et E-RUN", "15 janvier 2027");

        visitor.as(circo.ien(), post(path() + "/decisions").param("answer", "PAF:2"));
        assertThat(decisions.unanswered(project.id())).hasSize(12).noneMatch(line -> line.startsWith("Lien"));
        assertThat(card(circo.dsi(), "PAF").text())
                .contains("Décidée par " + circo.ien().fullName());
        assertThat(visitor.page(circo.erun(), "/projets/" + project.id())
                        .selectFirst("section[aria-labelledby=histoire]")
                        .text())
                .contains(
                        "réponse proposée",
                        "réponse décidée",
                        "Deux dispositifs",
                        circo.cpc().fullName());

        visitor.as(circo.erun(), answer(FramingQuestion.PAF, 2, "Trois dispositifs"));
        assertThat(decisions.unanswered(project.id()))
                .as("a new answer is decided again")
                .contains("Lien avec le PAF : réponse proposée, à décider");
        visitor.as(
                circo.ien(),
                answer(FramingQuestion.PARENTS, 0, "Réunion de rentrée").param("decided", "true"));
        assertThat(decisions.unanswered(project.id())).noneMatch(line -> line.startsWith("Parents"));
    }

    @Test
    void severalAreDecidedAtOnceButNotOneThatChangedSinceItWasRead() throws Exception {
        visitor.as(circo.erun(), answer(FramingQuestion.PAF, 0, "Un dispositif"));
        visitor.as(circo.erun(), answer(FramingQuestion.CHARGE, 0, "Des visios"));
        Document read = visitor.page(circo.ien(), path());
        var all = read.select("form[action$=/decisions]").get(0);
        visitor.as(circo.cpc(), answer(FramingQuestion.CHARGE, 1, "Un formateur de plus"));
        var request = post(path() + "/decisions");
        all.select("input[name=answer]").forEach(field -> request.param("answer", field.val()));
        var response = visitor.as(circo.ien(), request);
        assertThat(response.getRedirectedUrl()).isEqualTo(path());
        assertThat(decisions.of(project.id()).get(FramingQuestion.PAF).isDecided())
                .isTrue();
        assertThat(decisions.of(project.id()).get(FramingQuestion.CHARGE).isDecided())
                .isFalse();
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsWhatWasTyped() throws Exception {
        Document refused = Jsoup.parse(visitor.as(
                        circo.erun(),
                        post(path() + "/PAF").param("text", "Mon texte").param("dueOn", "2027-01-15"))
                .getContentAsString());
        assertThat(refused.select("#PAF [role=alert]").text()).contains("qui s'en charge");
        assertThat(refused.select("#PAF details").hasAttr("open")).isTrue();
        assertThat(refused.select("#text-PAF").val()).isEqualTo("Mon texte");
        assertThat(refused.select("#due-PAF").val()).isEqualTo("2027-01-15");
        for (String wrong : List.of("", "demain", "2027-02-30")) {
            assertThat(visitor.as(
                                    circo.erun(),
                                    post(path() + "/PAF")
                                            .param("text", "x")
                                            .param("owner", "E-RUN")
                                            .param("dueOn", wrong))
                            .getContentAsString())
                    .contains("role=\"alert\"");
        }
        visitor.as(circo.erun(), answer(FramingQuestion.PAF, 0, "La première"));
        refused = Jsoup.parse(visitor.as(circo.cpc(), answer(FramingQuestion.PAF, 0, "La seconde"))
                .getContentAsString());
        assertThat(refused.select("#PAF").text()).contains("Une autre réponse", "La première");
        assertThat(refused.select("#text-PAF").val()).isEqualTo("La seconde");
        assertThat(decisions.of(project.id()).get(FramingQuestion.PAF).text()).isEqualTo("La première");
    }

    @Test
    void theBilanRepeatsAllThirteenAndSaysWhichStayedUnanswered() throws Exception {
        visitor.as(
                circo.ien(),
                answer(FramingQuestion.PAF, 0, "Deux dispositifs <b>gras</b>").param("decided", "true"));
        visitor.as(circo.erun(), answer(FramingQuestion.CHARGE, 0, "Des visios"));
        for (String bilan : List.of("/bilan", "/vagues/1/bilan")) {
            Element section = visitor.page(circo.dsi(), "/projets/" + project.id() + bilan)
                    .selectFirst("section[aria-labelledby=cadrage]");
            assertThat(section.select("tbody tr")).hasSize(13);
            assertThat(section.text())
                    .contains("12 sur 13 sans réponse décidée", "<b>gras</b>", "CPC et E-RUN", "15/01/2027")
                    .contains("Décidée le", "Proposée, pas décidée", "Sans réponse");
            assertThat(section.select("tr:contains(zones géographiques ?) td[data-label=Réponse]")
                            .text())
                    .isEqualTo("–");
        }
    }

    @Test
    void theHouseCountsWhatItCanAndKeepsTheFigureOfTheDayOfTheDecision() throws Exception {
        PlanningGround.Case made = planning.projectWithNeeds();
        jdbc.sql("""
                INSERT INTO training_material (version, circonscription_uai, module_code, kind, title, for_trainers, number, place, state)
                VALUES (0, ?, 'PEDA-1', 'SUPPORT', 'Guide', FALSE, 1, 'Serveur', 'A_JOUR')""").param(made.circo().uai()).update();
        jdbc.sql("""
                INSERT INTO training_plan (version, project_id, number, kind, state, created_on)
                VALUES (0, ?, 1, 'INITIAL', 'APPROUVE', DATE '2026-09-01')""").param(made.number()).update();
        jdbc.sql("""
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                    trainer_kind, profiles, expected)
                SELECT p.id, v.rank, 'VAGUE', v.rank, 'PEDA-1', v.opens_on, TIME '14:00:00', 90, 'Rennes', 'PRESENTIEL', 20,
                       'EQUIPE_CIRCONSCRIPTION', 'ENSEIGNANT,DIRECTEUR', 6
                  FROM training_plan p JOIN vague v ON v.project_id = p.project_id WHERE p.project_id = ?""").param(made.number()).update();
        String page = "/projets/" + made.number() + "/cadrage";
        Map<String, String> told = Map.of(
                "PUBLICS", "Reste à former, selon la grille et les formations suivies : ",
                "CHARGE", "vague 1 1 h 30 ; vague 2 1 h 30",
                "SUPPORTS", "1 support, dont 0 à revoir",
                "AMONT", "0 sur 2 vagues",
                "RESSOURCES", "0 école sur 4",
                "ESPACE_FORMATION", "2, du 11 janvier 2027 au 3 mai 2027. Sur 2 mois",
                "CADRES", "aux directions : 2 ; aux IEN : 0",
                "FORMATEURS", "pas encore suivies",
                "PAF", "1 sur 1",
                "DEMONSTRATION", "aucune");
        Document shown = visitor.page(made.circo().ien(), page);
        told.forEach((question, sentence) -> assertThat(PlainPages.plain(
                        shown.select("#" + question + " .notice").text()))
                .as(question)
                .contains(sentence));
        assertThat(shown.select("#PUBLICS .notice").text()).contains("Enseignants 12 (avant l", "Direction d");

        visitor.as(
                made.circo().ien(),
                post(page + "/CHARGE")
                        .param("text", "Un formateur de plus")
                        .param("owner", "IEN")
                        .param("dueOn", "2027-01-15")
                        .param("decided", "true"));
        assertThat(decisions.of(made.number()).get(FramingQuestion.CHARGE).figure())
                .contains("vague 2 1 h 30");

        assertThat(inTheBilan(made, "Chiffre du bilan")).isEqualTo("compté à la fin, avec le bilan");
        jdbc.sql("UPDATE planned_session SET minutes = 180 WHERE vague_rank = 2 AND plan_id IN "
                        + "(SELECT id FROM training_plan WHERE project_id = ?)")
                .param(made.number())
                .update();
        needs.publish(new BilanDue(made.number(), null));
        needs.publish(new BilanDue(made.number(), null));
        assertThat(inTheBilan(made, "Chiffre de la décision")).contains("vague 2 1 h 30");
        assertThat(inTheBilan(made, "Chiffre du bilan"))
                .contains("vague 2 3 h", "compté le 01/09/2026")
                .doesNotContain("1 h 30 ; vague 2 1 h 30");
    }

    private String inTheBilan(PlanningGround.Case made, String column) throws Exception {
        return PlainPages.plain(visitor.page(made.circo().ien(), "/projets/" + made.number() + "/bilan")
                .select("section[aria-labelledby=cadrage] tr:contains(montée en charge) td[data-label='" + column
                        + "']")
                .text());
    }

    @Test
    void othersNeitherAnswerNorDecide() throws Exception {
        for (Agent other : List.of(circo.dsi(), circo.secretary())) {
            assertThat(visitor.as(other, answer(FramingQuestion.PAF, 0, "Non")).getStatus())
                    .isEqualTo(403);
        }
        visitor.as(circo.erun(), answer(FramingQuestion.PAF, 0, "Oui"));
        assertThat(visitor.as(
                                circo.erun(),
                                answer(FramingQuestion.PAF, 1, "Oui").param("decided", "true"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.as(circo.erun(), post(path() + "/decisions").param("answer", "PAF:1"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.as(circo.directors().get(0), get(path())).getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(circo.erun(), post(path() + "/RIEN").param("text", "x"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(decisions.of(project.id()).get(FramingQuestion.PAF).text()).isEqualTo("Oui");
        assertThat(decisions.of(project.id()).get(FramingQuestion.PAF).isDecided())
                .isFalse();
    }

    @Test
    void answersOfAProjectThatWasGivenUpStandStill() throws Exception {
        ground.as(circo.ien());
        projects.abandon(project.id(), "Marché perdu");
        assertThat(visitor.as(circo.erun(), answer(FramingQuestion.PAF, 0, "Trop tard"))
                        .getContentAsString())
                .contains("abandonné");
        assertThat(decisions.of(project.id())).isEmpty();
    }

    private MockHttpServletRequestBuilder answer(FramingQuestion question, int version, String text) {
        return post(path() + "/" + question)
                .param("version", String.valueOf(version))
                .param("text", text)
                .param("owner", "CPC et E-RUN")
                .param("dueOn", "2027-01-15");
    }

    private Element card(Agent reader, String question) throws Exception {
        return visitor.page(reader, path()).selectFirst("#" + question);
    }

    private String path() {
        return "/projets/" + project.id() + "/cadrage";
    }
}
