package fr.forment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.arrival.Arrival;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.people.TrainingRecords;
import fr.forment.project.NewProject;
import fr.forment.project.NewProject.NewVague;
import fr.forment.project.ProjectService;
import fr.forment.project.readiness.Matter;
import fr.forment.release.EntRelease;
import fr.forment.release.MaterialService;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.release.TrainingMaterial;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.WaitingGround;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
    TrainingRecords records;

    @Autowired
    MaterialService materials;

    @Autowired
    ReleaseService releases;

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
                .contains("suivi 0 h, prévu 0 h, il reste 6 h sur 6 h")
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

    @Test
    void aTeacherSeesThePathToTheEntBeforeHours() throws Exception {
        Circo circo = ground.circonscription(1);
        Agent teacher = circo.teachers().get(0);
        assertThat(visitor.page(teacher, "/").select("#parcours"))
                .as("no project, nothing begun")
                .isEmpty();
        project(circo);
        Document page = visitor.page(teacher, "/");
        assertThat(page.select("section[aria-labelledby=parcours]").text())
                .contains("lundi 11 janvier 2027", "0 module suivi sur 1", "à suivre", "avant l'ouverture");
        assertThat(page.select("main section").eachAttr("aria-labelledby"))
                .containsSubsequence("parcours", "heures", "taches");
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, teacher);
        assertThat(visitor.page(teacher, "/")
                        .select("section[aria-labelledby=parcours] li")
                        .text())
                .contains("place pour le mercredi 18 novembre 2026 à 14 h")
                .doesNotContain("Demander une place");
        records.record(teacher.id(), "PRES-ECOLE", LocalDate.of(2026, 9, 9), "essai");
        records.record(teacher.id(), "PEDA-1", LocalDate.of(2026, 9, 16), "essai");
        assertThat(visitor.page(teacher, "/")
                        .select("section[aria-labelledby=parcours]")
                        .text())
                .contains("2 modules suivis sur 2", "suivi le 9 septembre 2026", "suivi le 16 septembre 2026")
                .doesNotContain("avant l'ouverture");
        records.withdraw(teacher.id(), "PEDA-1", "essai");
        records.record(teacher.id(), "PEDA-1", LocalDate.of(2026, 9, 16), Arrival.ACCOMPANIED + 1);
        assertThat(visitor.page(teacher, "/")
                        .select("section[aria-labelledby=parcours]")
                        .text())
                .as("as the path of an arrival says it")
                .contains("1 module suivi sur 2, 1 remplacé par un accompagnement")
                .doesNotContain("suivi le 16 septembre 2026");
        assertThat(visitor.page(circo.directors().get(0), "/").select("#parcours"))
                .as("whose page tells the way of the school")
                .isEmpty();
    }

    @Test
    void theSupplierSeesVersionsWhatIsAwaitedAndWhatHappened() throws Exception {
        Circo circo = ground.circonscription(1);
        assertThat(visitor.page(circo.supplier(), "/").text())
                .contains("Aucune version annoncée", "Rien d'autre que les tâches de cette page")
                .doesNotContain("Incidents des trente derniers jours");
        materials.add(circo.uai(), "PEDA-1", "Guide " + circo.uai(), "Armoire");
        EntRelease release = releases.declare(new NewRelease(
                circo.uai(),
                "Essai " + circo.uai(),
                LocalDate.of(2026, 10, 1),
                "Des menus changent.",
                Set.of("PEDA-1"),
                ""));
        releases.flagMaterials(release.id());
        TrainingSession session = some.session(circo, 10, 1);
        jdbc.sql("UPDATE training_session SET trainer_kind = 'FOURNISSEUR', trainer_id = NULL WHERE id = ?")
                .param(session.id())
                .update();
        Document page = visitor.page(circo.supplier(), "/");
        assertThat(page.select("section[aria-labelledby=annonces] li a").eachAttr("href"))
                .containsExactly("/versions/" + release.id());
        assertThat(page.select("section[aria-labelledby=annonces] li").text())
                .contains("jeudi 1er octobre 2026", "accompagnement à décider", "1 support à revoir");
        assertThat(page.select("section[aria-labelledby=attendu] li").text())
                .contains("mercredi 18 novembre 2026 à 14 h", "personne à désigner pour l'assurer");
        jdbc.sql("UPDATE training_session SET state = 'ANNULEE', trainer_id = ? WHERE id = ?")
                .params(circo.supplier().id(), session.id())
                .update();
        page = visitor.page(circo.supplier(), "/");
        assertThat(page.select("section[aria-labelledby=incidents] li").text()).contains("session annulée");
        assertThat(page.select("section[aria-labelledby=incidents] a").eachAttr("href"))
                .containsExactly("/sessions/" + session.id());
        assertThat(visitor.page(circo.erun(), "/").select("#annonces")).isEmpty();
        assertThat(visitor.page(ground.circonscription(1).supplier(), "/").text())
                .doesNotContain("Essai " + circo.uai());
    }

    @Test
    void whoAdvisesADepartementSeesMaterialsToReviewAndZonesThatDrift() throws Exception {
        Circo ahead = ground.circonscription(1);
        Circo behind = ground.circonscription(1);
        String code = "9" + ahead.uai().substring(4, 6);
        String uai = ahead.uai();
        jdbc.sql("""
                INSERT INTO departement (code, name, academie) SELECT ?, ?, academie FROM departement WHERE code = '035'""").params(code, "Département " + uai).update();
        jdbc.sql("UPDATE circonscription SET departement_code = ? WHERE uai IN (?, ?)")
                .params(code, ahead.uai(), behind.uai())
                .update();
        Agent adviser = ground.agent(NewAgent.inDepartement(
                "Conseillere", "Dominique", uai + ".cpd@exemple.invalid", AgentFunction.CPD, code));
        assertThat(visitor.page(adviser, "/").select("#departement")).isEmpty();
        TrainingMaterial material = materials.add(behind.uai(), "PEDA-1", "Guide " + uai, "Armoire");
        jdbc.sql("UPDATE training_material SET state = 'PERIME' WHERE id = ?")
                .param(material.id())
                .update();
        approvedNeed(ahead, 2);
        approvedNeed(behind, 2);
        ahead.teachers()
                .forEach(teacher -> records.record(teacher.id(), "PRES-ECOLE", LocalDate.of(2026, 9, 9), "essai"));
        Document page = visitor.page(adviser, "/");
        assertThat(page.select("section[aria-labelledby=departement] a").eachAttr("href"))
                .containsExactly("/supports?etat=revoir", "/tableau?circonscription=" + behind.uai());
        assertThat(page.select("section[aria-labelledby=departement]").text())
                .contains("1 support à relire", "0 % des personnes prévues sont formées");
        assertThat(visitor.page(adviser, "/supports?etat=revoir").text()).contains("Guide " + uai);
        materials.add(ahead.uai(), "PEDA-1", "À jour " + uai, "Armoire");
        assertThat(visitor.page(adviser, "/supports?etat=revoir").text()).doesNotContain("À jour " + uai);
        assertThat(visitor.page(adviser, "/supports").text()).contains("À jour " + uai);
    }

    private void approvedNeed(Circo circo, int people) {
        long project = project(circo);
        jdbc.sql(
                        "INSERT INTO training_plan (version, project_id, number, kind, state, created_on) VALUES (0, ?, 1, 'INITIAL', 'APPROUVE', DATE '2026-09-01')")
                .param(project)
                .update();
        long plan = jdbc.sql("SELECT id FROM training_plan WHERE project_id = ?")
                .param(project)
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE training_plan SET root_id = id WHERE id = ?")
                .param(plan)
                .update();
        jdbc.sql(
                        "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) VALUES (?, ?, 'PRES-ECOLE', 'ENSEIGNANT', ?)")
                .params(plan, circo.schools().get(0), people)
                .update();
    }

    private long project(Circo circo) {
        return projects.create(new NewProject(
                        "ENT d'essai " + circo.uai(),
                        circo.uai(),
                        List.of(new NewVague(LocalDate.of(2027, 1, 11), circo.schools()))))
                .id();
    }
}
