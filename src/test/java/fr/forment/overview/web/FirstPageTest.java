package fr.forment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.project.NewProject;
import fr.forment.project.NewProject.NewVague;
import fr.forment.project.ProjectService;
import fr.forment.project.readiness.Matter;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.WaitingGround;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page answers the first question of whoever opens it. */
@HouseTest
class FirstPageTest {

    @Autowired
    TestGround ground;

    @Autowired
    ProjectService projects;

    @Autowired
    SessionGround some;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    WaitingGround waiting;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDirectorSeesTheWayOfHisSchool() throws Exception {
        Circo circo = ground.circonscription(2);
        Agent director = circo.directors().get(0);
        assertThat(visitor.page(director, "/").text()).doesNotContain("Vers l'ouverture");
        project(circo);
        Document page = visitor.page(director, "/");
        assertThat(page.select("a[href=/ecole]").eachText())
                .anyMatch(text -> text.contains("Vers l’ouverture") || text.contains("Vers l'ouverture"));
        assertThat(page.text())
                .contains("lundi 11 janvier 2027")
                .contains("Il manque encore")
                .contains("charte");
        assertThat(visitor.page(circo.teachers().get(0), "/").select("main a[href=/ecole]"))
                .isEmpty();
    }

    @Test
    void aTeacherSeesHoursAndDates() throws Exception {
        Circo circo = ground.circonscription(1);
        Agent teacher = circo.teachers().get(0);
        assertThat(visitor.page(teacher, "/")
                        .selectFirst("section[aria-labelledby=heures]")
                        .text())
                .contains("Aucune date à venir")
                .contains("18 h");
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, teacher);
        assertThat(visitor.page(teacher, "/")
                        .select("section[aria-labelledby=heures] li a")
                        .eachAttr("href"))
                .containsExactly("/sessions/" + session.id());
        assertThat(visitor.page(circo.erun(), "/").select("section[aria-labelledby=heures]"))
                .as("who owes no hours")
                .isEmpty();
    }

    @Test
    void whoWaitsSeesItAndThePlaceThatIsOfferedBeforeAllDates() throws Exception {
        Circo circo = ground.circonscription(2);
        Agent seated = circo.teachers().get(0);
        Agent waits = circo.teachers().get(1);
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment seat = some.enrol(session, seated);
        waiting.waits(waits);
        assertThat(visitor.page(waits, "/")
                        .selectFirst("section[aria-labelledby=heures]")
                        .text())
                .contains("sur liste d'attente")
                .contains("Voir ma demande")
                .doesNotContain("Une place vous est proposée");
        enrolments.decline(seat.id(), seated.id());
        waiting.open(session);
        assertThat(visitor.page(waits, "/")
                        .selectFirst("section[aria-labelledby=heures] .notice")
                        .text())
                .startsWith("Une place vous est proposée : ")
                .contains("Répondre avant le");
    }

    @Test
    void anInspectorSeesWhatBlocksHisVague() throws Exception {
        Circo circo = ground.circonscription(2);
        long project = project(circo);
        assertThat(visitor.page(circo.ien(), "/").select("main a[href*=blocages]"))
                .as("a vague that has not begun is not blocked")
                .isEmpty();
        jdbc.sql("UPDATE vague SET state = 'FORMATION' WHERE project_id = ?")
                .param(project)
                .update();
        assertThat(visitor.page(circo.ien(), "/")
                        .select("main a[href*=blocages]")
                        .eachAttr("href"))
                .containsExactly("/projets/" + project + "/vagues/1/blocages");
    }

    @Test
    void whoeverTrainsSeesTheNextSessionsAndHowManyCome() throws Exception {
        Circo circo = ground.circonscription(1);
        TrainingSession session = some.session(circo, 10, 3);
        some.enrol(session, circo.teachers().get(0));
        Document page = visitor.page(circo.cpc(), "/");
        assertThat(page.select("section[aria-labelledby=assure] li a").eachAttr("href"))
                .containsExactly("/sessions/" + session.id());
        assertThat(page.select("section[aria-labelledby=assure] li").text())
                .contains("mercredi 18 novembre 2026 à 14 h", "1 personne inscrite", "effectif souhaité : 3");
        assertThat(visitor.page(circo.teachers().get(0), "/").select("#assure")).isEmpty();
        assertThat(visitor.page(circo.secretary(), "/").select("#assure")).isEmpty();
    }

    @Test
    void theCollectiviteSeesWhichSchoolsAreToBeMadeReadyAndForWhen() throws Exception {
        Circo circo = ground.circonscription(2);
        assertThat(visitor.page(circo.dsi(), "/").select("#preparer")).isEmpty();
        long project = project(circo);
        assertThat(visitor.page(circo.dsi(), "/")
                        .select("section[aria-labelledby=preparer] li")
                        .text())
                .contains("0 école prête sur 2", "lundi 11 janvier 2027");
        for (Matter matter : Matter.values()) {
            for (String uai : circo.schools()) {
                assertThat(visitor.page(circo.dsi(), "/")
                                .select("section[aria-labelledby=preparer] a")
                                .eachAttr("href"))
                        .containsExactly("/projets/" + project + "/vagues/1/preparation");
                jdbc.sql(
                                "INSERT INTO school_readiness (project_id, school_uai, matter, ready_on) VALUES (?, ?, ?, DATE '2026-10-01')")
                        .params(project, uai, matter.name())
                        .update();
            }
        }
        assertThat(visitor.page(circo.dsi(), "/").select("#preparer"))
                .as("nothing is left")
                .isEmpty();
        assertThat(visitor.page(ground.circonscription(1).dsi(), "/").select("#preparer"))
                .isEmpty();
        assertThat(visitor.page(circo.ien(), "/").select("#preparer")).isEmpty();
    }

    private long project(Circo circo) {
        return projects.create(new NewProject(
                        "ENT d'essai " + circo.uai(),
                        circo.uai(),
                        List.of(new NewVague(LocalDate.of(2027, 1, 11), circo.schools()))))
                .id();
    }
}
