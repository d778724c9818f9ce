package fr.forment.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.account.Tokens;
import fr.forment.catalogue.Catalogue;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.evaluation.EvaluationService;
import fr.forment.evaluation.Said;
import fr.forment.mail.MailBox;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gate 1 of a vague waits for the material of a module that was not found good, or for the inspector's reasons. */
@HouseTest
class MaterialCareTest {

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    SessionGround some;

    @Autowired
    Projects projects;

    @Autowired
    MaterialService materials;

    @Autowired
    MaterialCare care;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ProcessDriver driver;

    @Autowired
    MailBox mails;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Project project;
    private Vague vague;
    private TrainingSession session;
    private String title;
    private int asked;

    @BeforeEach
    void aVagueAboutToBegin() {
        circo = ground.circonscription(2);
        stages.trainTrainers(circo);
        project = stages.created(circo, 1);
        vague = projects.vagues(project.id()).get(0);
        session = some.session(circo, 30, 2);
        title = catalogue.titles().get(session.moduleCode());
        jdbc.sql("UPDATE training_session SET project_id = ?, state = 'CLOTUREE' WHERE id = ?")
                .params(project.id(), session.id())
                .update();
    }

    private void answers(int people, int mark) {
        for (int i = 0; i < people; i++) {
            String token = Tokens.fresh();
            jdbc.sql(
                            "INSERT INTO evaluation_invitation (version_id, kind, session_id, agent_id, token_hash, expires_on) VALUES (1, 'HOT', ?, ?, ?, ?)")
                    .params(
                            session.id(),
                            4_000_000 + session.id() * 100 + asked++,
                            Tokens.fingerprint(token),
                            Date.valueOf(LocalDate.of(2027, 1, 31)))
                    .update();
            assertThat(evaluations.answer(
                            token,
                            Said.answer(
                                    mark, mark, mark, mark, mark, mark, null, null, null, null, null, null, null,
                                    null)))
                    .isEmpty();
        }
    }

    private List<String> waitsFor() {
        return care.before(project.id(), circo.uai(), 1);
    }

    @Test
    void aModuleIsHeldBackUntilItsMaterialIsReviewed() {
        answers(4, 1);
        assertThat(waitsFor()).as("four answers are not read").isEmpty();
        answers(1, 1);
        assertThat(waitsFor())
                .singleElement()
                .asString()
                .contains(title, "supports à relire", "aucun support")
                .as("the mean of the one who trained")
                .doesNotContain("atisfaction", "2,5");
        assertThat(care.before(project.id() + 1_000_000, circo.uai(), 1))
                .as("of another project")
                .isEmpty();

        ground.as(circo.erun());
        TrainingMaterial material = materials.add(circo.uai(), session.moduleCode(), "Diaporama", "Classeur");
        assertThat(waitsFor()).as("a fresh one").isEmpty();
        answers(5, 1);
        assertThat(waitsFor()).singleElement().asString().contains("1 support attend une relecture");
        ground.as(circo.erun());
        materials.review(material.id(), 0, any -> {}, "Refait avec des exemples");
        assertThat(waitsFor()).isEmpty();
    }

    @Test
    void whereThreeTrainedTheTeamMayKnowWhy() {
        threeGaveIt();
        answers(5, 1);
        assertThat(waitsFor()).singleElement().asString().contains(title, "sous 2,5 sur 4", "aucun support");
    }

    /** Two stand in for the trainer, each for a while. */
    private void threeGaveIt() {
        jdbc.sql(
                        "INSERT INTO half_day (session_id, position, starts_at, ends_at, trainer_id) VALUES (:id, 1, :a, :b, :x),"
                                + " (:id, 2, :b, :c, :y), (:id, 3, :c, :d, NULL)")
                .param("id", session.id())
                .param("a", session.startsAt())
                .param("b", session.startsAt().plusMinutes(20))
                .param("c", session.startsAt().plusMinutes(40))
                .param("d", session.endsAt())
                .param("x", circo.ien().id())
                .param("y", circo.secretary().id())
                .update();
    }

    @Test
    void aModuleThatIsFoundGoodKeepsNobody() {
        answers(5, 3);
        assertThat(waitsFor()).isEmpty();
    }

    @Test
    void theGateSaysItAndOpensOnceItIsReviewed() throws Exception {
        answers(5, 1);
        stages.toFirstVague(project);
        TheCase theCase = driver.theCase("vague", vague.id()).waitsAt("settleTrainers");
        assertThat(theCase.formOf("settleTrainers")
                        .get("moduleCares")
                        .toString()
                        .replace("\\", ""))
                .contains("supports à relire", "aucun support")
                .doesNotContain("1,0", "atisfaction");
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id() + "/vagues/1/blocages")
                        .text())
                .contains("supports à relire avant la suite")
                .contains("Équipe de circonscription");
        assertThat(theCase.refuses("settleTrainers", Map.of("choice", "RECHECK")))
                .contains("Il manque encore", "supports à relire");
        ground.as(circo.erun());
        materials.add(circo.uai(), session.moduleCode(), "Diaporama", "Classeur");
        theCase.completes("settleTrainers", Map.of("choice", "RECHECK"))
                .passed("engageSchools")
                .waitsAt("reviewNeed");
        assertThat(projects.vague(vague.id()).orElseThrow().moduleCares()).isEmpty();
    }

    /** Where the team of the circonscription may not act, those who may are told, and named as whom it waits for. */
    @Test
    void theDepartementIsAskedForItsOwn() throws Exception {
        String departement = "048"; // no other test has its materials
        jdbc.sql("UPDATE circonscription SET departement_code = ? WHERE uai = ?")
                .params(departement, circo.uai())
                .update();
        Agent adviser = ground.agent(NewAgent.inDepartement(
                "Conseillere", "Dominique", circo.uai() + ".cpd@exemple.invalid", AgentFunction.CPD, departement));
        ground.as(adviser);
        TrainingMaterial material = materials.add(new NewMaterial(
                null,
                departement,
                session.moduleCode(),
                MaterialKind.SUPPORT,
                "Diaporama commun",
                null,
                false,
                MaterialContent.of("Armoire", "", new byte[0])));
        answers(5, 1);
        assertThat(mails.about("material:disliked:" + material.id() + ":"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.toAddress()).isEqualTo(adviser.email());
                    assertThat(mail.bodyText())
                            .contains("Diaporama commun", title, "/supports/" + material.id())
                            .doesNotContain("atisfaction");
                });
        stages.toFirstVague(project);
        driver.theCase("vague", vague.id()).waitsAt("settleTrainers");
        String page = "/projets/" + project.id() + "/vagues/1/blocages";
        assertThat(visitor.page(circo.ien(), page).text())
                .contains("une relecture de l'équipe du département", "Équipe du département");
        assertThat(visitor.page(circo.ien(), page).select("a[href=/supports]:contains(Revoir)"))
                .isEmpty();
        assertThat(visitor.page(adviser, page).select("a[href=/supports]:contains(Revoir)"))
                .hasSize(1);
    }

    @Test
    void theInspectorGoesOnWithAReason() {
        answers(5, 1);
        stages.toFirstVague(project);
        TheCase theCase = driver.theCase("vague", vague.id()).waitsAt("settleTrainers");
        ground.as(circo.ien());
        assertThat(theCase.refuses("settleTrainers", Map.of("choice", "GO_ON", "motive", " ")))
                .contains("malgré ce qui manque encore");
        theCase.completes("settleTrainers", Map.of("choice", "GO_ON", "motive", "Le support arrive lundi"))
                .passed("engageSchools")
                .waitsAt("reviewNeed");
    }
}
